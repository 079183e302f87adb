/**
 * How values look in a notebook: from any JavaScript value to the MIME bundle that Jupyter's
 * `execute_result` and `display_data` carry.
 *
 * @module
 */
import { representCallable } from "./callable.ts";
import { representDanfo } from "./danfo.ts";
import { representDom } from "./dom.ts";
import { representImage } from "./image.ts";
import { inspectText } from "./inspect.ts";
import { representModel } from "./model.ts";
import { representBundleObject, representOwn } from "./own-method.ts";
import { representRecords } from "./records.ts";
import { representScalar } from "./scalar.ts";
import { isSilent } from "./silent.ts";
import { representTensor } from "./tensor.ts";
import type { DisplayData } from "./types.ts";
import { representVega } from "./vega.ts";

export type { DisplayData, MimeBundle } from "./types.ts";

/** The first that knows a value decides. What a value says of itself comes before all guesses. */
const representations = [
  representOwn,
  representBundleObject,
  representCallable,
  representScalar,
  representImage,
  representRecords,
  representTensor,
  representDanfo,
  representModel,
  representVega,
  representDom,
];

/**
 * How a value looks. Never throws and never rejects: what cannot be shown becomes text that says so.
 * `text/plain` is always there, without ANSI and at most 64 kB.
 *
 * @returns `undefined` for what has no output in Jupyter: `undefined` itself and the handle that
 * `display` returns.
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
  if (value === undefined || isSilent(value)) return undefined;
  for (const representation of representations) {
    try {
      const output = representation(value);
      if (output) return output;
    } catch {
      // A throwing getter or proxy trap met while guessing: the value is not of that kind.
    }
  }
  return { data: { "text/plain": inspectText(value) }, metadata: {} };
}
