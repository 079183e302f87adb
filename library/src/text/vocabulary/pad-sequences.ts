import { checkCount, checkOptions, greatest, unknownName } from "../checks/index.ts";

export interface PadOptions {
  /** How long every sequence becomes. Default: as the longest. */
  readonly length?: number;
  /** Where a short one is filled up. Default `"post"`, at its end. */
  readonly padding?: "pre" | "post";
  /** Where a long one is cut. Default `"post"`, at its end. */
  readonly truncating?: "pre" | "post";
  /** What fills up. Default 0. */
  readonly value?: number;
}

/** Sequences of one length, row by row, as `tf.tensor2d(data, shape)` takes them. */
export interface Padded {
  readonly data: Int32Array;
  readonly shape: [sequences: number, length: number];
  /** 1 for what was there, 0 for what fills up. */
  readonly mask: Uint8Array;
}

const sides = ["pre", "post"];

/**
 * Sequences of numbers, all of one length: short ones are filled up, long ones cut. Keras'
 * `pad_sequences`, which fills and cuts at the start by default.
 *
 * @throws RangeError for an unknown side or a length that is none
 *
 * @example
 * const { data, shape, mask } = padSequences([[1, 2, 3], [4]], { length: 2 });
 * shape; // [2, 2]
 * data; // [1, 2, 4, 0]
 * mask; // [1, 1, 1, 0]
 */
export function padSequences(
  sequences: readonly ArrayLike<number>[],
  options: PadOptions = {},
): Padded {
  checkOptions("padSequences", options, ["length", "padding", "truncating", "value"]);
  const { padding = "post", truncating = "post", value = 0 } = options;
  for (const side of [padding, truncating])
    if (!sides.includes(side)) throw unknownName("side", side, sides);
  const length =
    options.length ??
    greatest(
      sequences.map((one) => one.length),
      0,
    );
  checkCount("padSequences", "length", length, 0);
  const data = new Int32Array(sequences.length * length).fill(value);
  const mask = new Uint8Array(data.length);
  sequences.forEach((sequence, row) => {
    const kept = Math.min(length, sequence.length);
    const from = truncating === "pre" ? sequence.length - kept : 0;
    const to = row * length + (padding === "pre" ? length - kept : 0);
    for (let i = 0; i < kept; i += 1) {
      data[to + i] = sequence[from + i];
      mask[to + i] = 1;
    }
  });
  return { data, shape: [sequences.length, length], mask };
}
