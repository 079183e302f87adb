import { weightedQuantile } from "./thresholds.ts";

/** What boosting makes small: half the deviance of the target, on the scale of the raw predictions. */
export interface HistLoss {
  /** Every hessian is 1 (before weights). */
  readonly constantHessian: boolean;
  /** The best constant; for several outputs one each. */
  readonly intercept: (y: Float64Array, weights: Float64Array | undefined) => Float64Array;
  /**
   * Writes the derivatives: gradient, hessian, gradient, hessian and so on. Raw predictions and pairs
   * stand output after output.
   */
  derivatives(
    y: Float64Array,
    raw: Float64Array,
    weights: Float64Array | undefined,
    pairs: Float32Array,
  ): void;
  /** The weighted mean of the loss. */
  readonly mean: (y: Float64Array, raw: Float64Array, weights: Float64Array | undefined) => number;
  /** For a loss that has no second derivative: the best value of a leaf with these residuals. */
  leaf?(residuals: Float64Array, weights: Float64Array | undefined): number;
}

type PointLoss = (y: number, raw: number) => number;

/** The weighted mean over samples. */
export function meanOf(values: Float64Array, weights: Float64Array | undefined): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights ? weights[i] : 1;
    sum += weight * values[i];
    total += weight;
  }
  return sum / total;
}

const meanLoss =
  (loss: PointLoss): HistLoss["mean"] =>
  (y, raw, weights) => {
    let sum = 0;
    let total = 0;
    for (let i = 0; i < y.length; i++) {
      const weight = weights ? weights[i] : 1;
      sum += weight * loss(y[i], raw[i]);
      total += weight;
    }
    return sum / total;
  };

/** A loss whose second derivative is taken as 1. */
const derivativesBy =
  (gradient: PointLoss): HistLoss["derivatives"] =>
  (y, raw, weights, pairs) => {
    for (let i = 0; i < y.length; i++) {
      const weight = weights ? weights[i] : 1;
      pairs[2 * i] = weight * gradient(y[i], raw[i]);
      pairs[2 * i + 1] = weight;
    }
  };

/** Half the squared error. */
export const squaredError: HistLoss = {
  constantHessian: true,
  intercept: (y, weights) => Float64Array.of(meanOf(y, weights)),
  derivatives(y, raw, weights, pairs) {
    for (let i = 0; i < y.length; i++) {
      const weight = weights ? weights[i] : 1;
      pairs[2 * i] = weight * (raw[i] - y[i]);
      pairs[2 * i + 1] = weight;
    }
  },
  mean: meanLoss((y, raw) => 0.5 * (raw - y) * (raw - y)),
};

/** The pinball loss: its least constant is the quantile. */
export function quantileLoss(part: number): HistLoss {
  const best = (values: Float64Array, weights: Float64Array | undefined): number =>
    quantileOf(values, part, weights);
  return {
    constantHessian: true,
    intercept: (y, weights) => Float64Array.of(best(y, weights)),
    derivatives: derivativesBy((y, raw) => (y >= raw ? -part : 1 - part)),
    mean: meanLoss((y, raw) => (y >= raw ? part * (y - raw) : (1 - part) * (raw - y))),
    leaf: best,
  };
}

/** The absolute error: its least constant is the median. */
export const absoluteError: HistLoss = {
  constantHessian: true,
  intercept: (y, weights) => Float64Array.of(quantileOf(y, 0.5, weights)),
  derivatives: derivativesBy((y, raw) => (raw > y ? 1 : -1)),
  mean: meanLoss((y, raw) => Math.abs(raw - y)),
  leaf: (residuals, weights) => quantileOf(residuals, 0.5, weights),
};

/** Between the neighbours by their distance; with weights, the value that the part lies at or below. */
export function quantileOf(
  values: Float64Array,
  part: number,
  weights: Float64Array | undefined,
): number {
  if (weights === undefined) {
    const ordered = values.slice().sort();
    const index = part * (ordered.length - 1);
    const below = Math.floor(index);
    const low = ordered[below];
    const high = ordered[Math.min(below + 1, ordered.length - 1)];
    return part === 0.5 && index !== below
      ? (low + high) / 2
      : low + (high - low) * (index - below);
  }
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  let total = 0;
  return weightedQuantile(
    Float64Array.from(order, (i) => values[i]),
    Float64Array.from(order, (i) => (total += weights[i])),
    part,
    false,
  );
}

/** Half the Poisson deviance, with the logarithm as link. */
export const poisson: HistLoss = {
  constantHessian: false,
  intercept: (y, weights) => Float64Array.of(Math.log(Math.max(meanOf(y, weights), tiny))),
  derivatives(y, raw, weights, pairs) {
    for (let i = 0; i < y.length; i++) {
      const expected = Math.exp(raw[i]);
      const weight = weights ? weights[i] : 1;
      pairs[2 * i] = weight * (expected - y[i]);
      pairs[2 * i + 1] = weight * expected;
    }
  },
  mean: meanLoss((y, raw) => Math.exp(raw) - y * raw),
};

/** Half the gamma deviance, with the logarithm as link. */
export const gamma: HistLoss = {
  constantHessian: false,
  intercept: (y, weights) => Float64Array.of(Math.log(Math.max(meanOf(y, weights), tiny))),
  derivatives(y, raw, weights, pairs) {
    for (let i = 0; i < y.length; i++) {
      const ratio = y[i] * Math.exp(-raw[i]);
      const weight = weights ? weights[i] : 1;
      pairs[2 * i] = weight * (1 - ratio);
      pairs[2 * i + 1] = weight * ratio;
    }
  },
  mean: meanLoss((y, raw) => raw + y * Math.exp(-raw)),
};

const tiny = 10 * Number.EPSILON;
