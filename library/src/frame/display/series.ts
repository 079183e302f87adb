import type { MimeBundle } from "../../host/index.ts";
import type { Table } from "../engine/table.ts";
import { windowHtml } from "./html.ts";
import { windowText } from "./text.ts";
import { shapeText, type Window, windowOf } from "./window.ts";

/** A column is shown as a frame of one, whose foot says how long it is. */
function windowOfSeries(table: Table): Window {
  const window = windowOf(table);
  return { ...window, shape: shapeText(table.data.height) };
}

/** A column as aligned text. */
export const seriesText = (table: Table): string => windowText(windowOfSeries(table));

/** A column in the forms a notebook shows. */
export function seriesBundle(table: Table): MimeBundle {
  const window = windowOfSeries(table);
  return { "text/html": windowHtml(window), "text/plain": windowText(window) };
}
