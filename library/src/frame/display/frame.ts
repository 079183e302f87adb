import type { MimeBundle } from "../../host/index.ts";
import type { Table } from "../engine/table.ts";
import { windowHtml } from "./html.ts";
import { windowText } from "./text.ts";
import { windowOf } from "./window.ts";

/** A frame as aligned text. */
export const frameText = (table: Table): string => windowText(windowOf(table));

/** A frame in the forms a notebook shows. */
export function frameBundle(table: Table): MimeBundle {
  const window = windowOf(table);
  return { "text/html": windowHtml(window), "text/plain": windowText(window) };
}
