import { dates } from "./examples/dates.mjs";
import { encoders } from "./examples/encoders.mjs";
import { files } from "./examples/files.mjs";
import { frame } from "./examples/frame.mjs";
import { groups } from "./examples/groupby.mjs";
import { series } from "./examples/series.mjs";
import { text } from "./examples/text.mjs";

/** A danfo script: it is handed the module (danfo's or ours) and a folder of files. */
export type Example = (dfd: unknown, folder: string) => unknown;

export const examples = {
  frame,
  series,
  text,
  dates,
  groups,
  encoders,
  files,
} as unknown as Readonly<Record<string, Readonly<Record<string, Example>>>>;
