import type { Catalogue } from "../translator.ts";
import { cards } from "./cards.ts";
import { core } from "./core.ts";
import { exchange } from "./exchange.ts";
import { journal } from "./journal.ts";
import { panel } from "./panel.ts";

/** German, by the English. A test holds it against every text that the source asks for. */
export const german: Catalogue = { ...core, ...cards, ...journal, ...exchange, ...panel };
