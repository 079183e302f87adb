import type { Tensor } from "../../tensorflow/index.ts";
import type { SeedOrRandom } from "../seed.ts";
import { checkRate } from "./checks.ts";
import { defineLayer, type LayerOptions, type PlannedLayer } from "./define-layer.ts";

export interface SeededDropoutOptions extends LayerOptions {
  /** Part of the numbers that is set to 0 in training, 0 to less than 1. */
  readonly rate: number;
  readonly seed: SeedOrRandom;
}

/**
 * Sets a part of the numbers to 0 in training and divides the others by 1 − rate; in prediction it does
 * nothing. Unlike `tf.layers.dropout`, it repeats with its seed in every process.
 *
 * What is dropped follows from the seed and from how often the layer has been called in training; the
 * layer counts that in a weight of its own that is not trained, so that a loaded model goes on where
 * the saved one stopped.
 *
 * Source: N. Srivastava et al., "Dropout", JMLR 15 (2014).
 *
 * @throws RangeError unless 0 ≤ rate < 1
 *
 * @example
 * const model = tf.sequential({
 *   layers: [tf.layers.dense({ units: 8, inputShape: [4] }), seededDropout({ rate: 0.5, seed: 1 })],
 * });
 * model.countParams(); // 41
 */
export function seededDropout(options: SeededDropoutOptions): PlannedLayer<SeededDropoutOptions> {
  return make(options);
}

const make = defineLayer<SeededDropoutOptions>({
  className: "SeededDropout",
  check: ({ rate }) => checkRate("rate", rate),
  draws: ({ rate }) => rate > 0,
  call: ([x], { options: { rate }, training, random }) =>
    training && rate > 0 ? dropped(x, rate, random) : x.clone(),
});

/** The numbers without the dropped ones, the others larger, so that their mean stays. */
export function dropped(
  x: Tensor,
  rate: number,
  random: (shape: readonly number[]) => Tensor,
): Tensor {
  const kept = random(x.shape).greaterEqual(rate).toFloat();
  return x.mul(kept.mul(1 / (1 - rate)));
}
