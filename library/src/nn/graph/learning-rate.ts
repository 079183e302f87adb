import type { Optimizer, Tensor } from "../../tensorflow/index.ts";

/** What TensorFlow.js's optimisers hide: sgd and momentum multiply with `c`, the negative rate. */
interface Rated {
  learningRate?: unknown;
  c?: Tensor | null;
  setLearningRate?(rate: number): void;
}

const ratesInTensors = new WeakMap<Tensor, number>();

/**
 * The learning rate that an optimiser really works with; undefined where it has none. Assigning
 * `learningRate` does nothing for sgd and momentum, and a graph must do what running op by op does.
 */
export function rateOf(optimizer: Optimizer): number | undefined {
  const { c, learningRate } = optimizer as unknown as Rated;
  if (typeof learningRate !== "number") return undefined;
  if (!c) return learningRate;
  let rate = ratesInTensors.get(c);
  if (rate === undefined) {
    const negative = c.dataSync()[0];
    rate = Math.fround(-learningRate) === negative ? learningRate : -negative;
    ratesInTensors.set(c, rate);
  }
  return rate;
}

/**
 * The learning rate that an optimiser works with.
 *
 * @throws TypeError for an optimiser that has none
 *
 * @example
 * getLearningRate(tf.train.adam(0.01)); // 0.01
 */
export function getLearningRate(optimizer: Optimizer): number {
  const rate = rateOf(optimizer);
  if (rate === undefined) throw new TypeError(noRate(optimizer));
  return rate;
}

/**
 * Sets the learning rate of any of TensorFlow.js's optimisers; it takes effect with the next step.
 * Assigning `optimizer.learningRate` is not allowed by its types, and does nothing for `sgd` and
 * `momentum`.
 *
 * @throws RangeError for a rate that is not a finite number
 * @throws TypeError for an optimiser that has no learning rate
 *
 * @example
 * const optimizer = tf.train.momentum(0.01, 0.9);
 * setLearningRate(optimizer, 0.001);
 * getLearningRate(optimizer); // 0.001
 */
export function setLearningRate(optimizer: Optimizer, rate: number): void {
  if (!Number.isFinite(rate))
    throw new RangeError(`The learning rate must be a finite number, not ${String(rate)}.`);
  if (rateOf(optimizer) === undefined) throw new TypeError(noRate(optimizer));
  use(optimizer, rate);
}

/** Runs with another learning rate, and leaves the optimiser as it was. */
export function withRate<T>(optimizer: Optimizer, rate: number, run: () => T): T {
  const rated = optimizer as unknown as Rated;
  const [before, inUse] = [rated.learningRate, rateOf(optimizer)];
  use(optimizer, rate);
  try {
    return run();
  } finally {
    use(optimizer, inUse as number);
    rated.learningRate = before;
  }
}

function use(optimizer: Optimizer, rate: number): void {
  const rated = optimizer as unknown as Rated;
  if (rated.setLearningRate) rated.setLearningRate(rate);
  else rated.learningRate = rate;
}

const noRate = (optimizer: Optimizer): string =>
  `${optimizer?.constructor?.name ?? typeof optimizer} has no learning rate: give an optimizer of tf.train.`;
