import type { Optimizer, Tensor } from "../../tensorflow/index.ts";

/** What TensorFlow.js's optimisers hide: `c` is a tensor of the negative rate in sgd and momentum. */
interface Rated {
  learningRate?: unknown;
  c?: Tensor | null;
  setLearningRate?(rate: number): void;
}

const ratesInTensors = new WeakMap<Tensor, number>();

/**
 * The learning rate that an optimiser works with now.
 *
 * @throws TypeError for an optimiser that has none
 */
export function getLearningRate(optimizer: Optimizer): number {
  const rate = learningRateOf(optimizer);
  if (rate === undefined) throw new TypeError(noRate(optimizer));
  return rate;
}

/** Undefined for an optimiser without a learning rate, such as one of the user's own. */
export function learningRateOf(optimizer: Optimizer): number | undefined {
  const { c, learningRate } = optimizer as unknown as Rated;
  if (typeof learningRate !== "number") return undefined;
  if (!c) return learningRate;
  let rate = ratesInTensors.get(c);
  // Assigning `learningRate` leaves `c`, which is what the optimiser multiplies with, as it was.
  if (rate === undefined) {
    const inTensor = -c.dataSync()[0];
    rate = Math.fround(learningRate) === inTensor ? learningRate : inTensor;
    ratesInTensors.set(c, rate);
  }
  return rate;
}

/**
 * Sets the learning rate of any of TensorFlow.js's optimisers, between steps. Assigning
 * `optimizer.learningRate` is not allowed by its types, and does nothing for `sgd` and `momentum`.
 *
 * @throws RangeError for a rate that is not a finite number
 * @throws TypeError for an optimiser that has no learning rate
 *
 * @example
 * const optimizer = tf.train.adam(0.01);
 * setLearningRate(optimizer, 0.001);
 * getLearningRate(optimizer); // 0.001
 */
export function setLearningRate(optimizer: Optimizer, rate: number): void {
  if (!Number.isFinite(rate))
    throw new RangeError(`The learning rate must be a finite number, not ${String(rate)}.`);
  const rated = optimizer as unknown as Rated;
  if (typeof rated.learningRate !== "number") throw new TypeError(noRate(optimizer));
  if (rated.setLearningRate) rated.setLearningRate(rate);
  else rated.learningRate = rate;
}

const noRate = (optimizer: Optimizer): string =>
  `${optimizer?.constructor?.name ?? typeof optimizer} has no learning rate: give an optimizer of tf.train.`;
