import type { Optimizer } from "../../tensorflow/index.ts";

interface Rated {
  learningRate?: unknown;
  setLearningRate?(rate: number): void;
}

/**
 * The learning rate of an optimiser. TensorFlow.js hides it for all but SGD; this and
 * {@link setLearningRate} are the one place that reaches for it.
 *
 * @throws TypeError for an optimiser without one
 *
 * @example
 * learningRateOf(tf.train.adam(0.01)); // 0.01
 */
export function learningRateOf(optimizer: Optimizer): number {
  const { learningRate } = optimizer as Rated;
  if (typeof learningRate === "number") return learningRate;
  throw new TypeError(
    "The optimizer has no learning rate that can be read: give one of tf.train's, such as tf.train.adam(0.001).",
  );
}

/**
 * Changes the learning rate of an optimiser; it takes effect with the next step.
 *
 * @throws RangeError for a rate that is no number from 0
 *
 * @example
 * const optimizer = tf.train.momentum(0.1, 0.9);
 * setLearningRate(optimizer, 0.05);
 * learningRateOf(optimizer); // 0.05
 */
export function setLearningRate(optimizer: Optimizer, rate: number): void {
  if (!(Number.isFinite(rate) && rate >= 0))
    throw new RangeError(`A learning rate is a number from 0, not ${String(rate)}.`);
  const rated = optimizer as Rated;
  if (learningRateOf(optimizer) === rate) return;
  // SGD and momentum keep it as a tensor too.
  if (rated.setLearningRate) rated.setLearningRate(rate);
  else rated.learningRate = rate;
}
