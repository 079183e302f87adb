import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor2D } from "../../tensorflow/index.ts";
import { described } from "../data/element.ts";

export interface PadSequencesOptions {
  /** Length of all sequences. Default: the longest. */
  readonly maxlen?: number;
  /** Default int32. */
  readonly dtype?: "int32" | "float32";
  /** Where values are put: before ("pre", default) or behind ("post"). */
  readonly padding?: "pre" | "post";
  /** Where sequences are cut: their beginning ("pre", default) or their end ("post"). */
  readonly truncating?: "pre" | "post";
  /** Default 0. */
  readonly value?: number;
}

/**
 * Sequences of different lengths as rows of one length, `[sequences, maxlen]`; Keras' function and its
 * defaults: padded and cut at the beginning, so that a recurrent layer ends with what was said last.
 *
 * @example
 * padSequences([[1], [2, 3], [4, 5, 6]], { maxlen: 2 }).arraySync(); // [[0, 1], [2, 3], [5, 6]]
 */
export function padSequences(
  sequences: readonly ArrayLike<number>[],
  options: PadSequencesOptions = {},
): Tensor2D {
  const who = "padSequences";
  checkOptions(who, options, ["maxlen", "dtype", "padding", "truncating", "value"]);
  const { dtype = "int32", padding = "pre", truncating = "pre", value = 0 } = options;
  for (const [name, side] of Object.entries({ padding, truncating }))
    if (!["pre", "post"].includes(side))
      throw new RangeError(`${who}: ${name} is "pre" or "post", not ${JSON.stringify(side)}.`);
  const wrong = sequences.findIndex(
    (one) => typeof one !== "object" || typeof one?.length !== "number",
  );
  if (wrong >= 0)
    throw new TypeError(
      `${who} needs sequences of numbers; number ${wrong} is ${described(sequences[wrong])}.`,
    );
  const longest = sequences.reduce((most, { length }) => Math.max(most, length), 0);
  const { maxlen = longest } = options;
  if (!Number.isInteger(maxlen) || maxlen < 0)
    throw new RangeError(`${who}: maxlen is a whole number from 0, not ${maxlen}.`);
  const size = sequences.length * maxlen;
  const all = (dtype === "int32" ? new Int32Array(size) : new Float32Array(size)).fill(value);
  sequences.forEach((one, row) => {
    const kept = Math.min(one.length, maxlen);
    const from = truncating === "pre" ? one.length - kept : 0;
    const to = row * maxlen + (padding === "pre" ? maxlen - kept : 0);
    for (let i = 0; i < kept; i++) all[to + i] = one[from + i];
  });
  return tensorflow().tensor2d(all, [sequences.length, maxlen], dtype);
}
