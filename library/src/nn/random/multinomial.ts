import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import type { Random } from "../../random/index.ts";
import { sourceOf, type SeedOption } from "./source.ts";

export interface MultinomialOptions extends SeedOption {
  /** The numbers are probabilities, not their logarithms (false). */
  readonly normalized?: boolean;
}

/**
 * Classes drawn by their logits (logarithms of probabilities up to a constant): `[classes]` gives
 * `[samples]`, `[rows, classes]` gives `[rows, samples]`, int32. `tf.multinomial` does the same, but
 * its seed has no effect on the native backend.
 *
 * @throws RangeError for another rank, no classes, or probabilities that are negative or all zero
 *
 * @example
 * multinomial([0.1, 0.9], 5, { normalized: true, seed: 1 }).shape; // [5]
 */
export function multinomial(
  logits: Tensor | readonly number[] | readonly (readonly number[])[],
  samples: number,
  options: MultinomialOptions = {},
): Tensor {
  checkOptions("multinomial", options, ["normalized", "seed"]);
  const tf = tensorflow();
  const { normalized = false, seed } = options;
  if (!Number.isInteger(samples) || samples < 0)
    throw new RangeError(`multinomial draws a whole number of samples from 0, not ${samples}.`);
  const [shape, values] = tf.tidy(() => {
    const tensor = logits instanceof tf.Tensor ? logits : tf.tensor(logits);
    return [tensor.shape, tensor.dataSync<"float32">()] as const;
  });
  const classes = shape.at(-1) ?? 0;
  if (shape.length < 1 || shape.length > 2 || classes === 0)
    throw new RangeError(
      `multinomial needs logits of shape [classes] or [rows, classes], not [${shape.join(", ")}].`,
    );
  const random = sourceOf(seed);
  const rows = values.length / classes;
  const drawn = new Int32Array(rows * samples);
  for (let row = 0; row < rows; row++) {
    const sums = cumulated(values.subarray(row * classes, (row + 1) * classes), normalized, row);
    for (let i = 0; i < samples; i++) drawn[row * samples + i] = drawClass(sums, random);
  }
  return tf.tensor(drawn, shape.length === 1 ? [samples] : [rows, samples], "int32");
}

/** {@link multinomial} by Keras' name. */
export const categorical = multinomial;

function cumulated(values: Float32Array, normalized: boolean, row: number): Float64Array {
  const highest = normalized ? 0 : values.reduce((a, b) => Math.max(a, b), -Infinity);
  const sums = new Float64Array(values.length);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    total += normalized ? values[i] : Math.exp(values[i] - highest);
    sums[i] = total;
    if (normalized && !(values[i] >= 0))
      throw new RangeError(`Row ${row} has the probability ${values[i]}; one is 0 or more.`);
  }
  if (!(total > 0 && total < Infinity))
    throw new RangeError(
      `Row ${row} has no class that could be drawn: its weights sum to ${total}.`,
    );
  return sums;
}

/** The first class whose cumulated weight is above the number drawn. */
function drawClass(sums: Float64Array, random: Random): number {
  const target = random.uniform(0, sums[sums.length - 1]);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
