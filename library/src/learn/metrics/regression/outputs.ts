import { checkChoice } from "../../base/index.ts";
import { describe } from "../../matrix/index.ts";
import { type NumberPair, sumOf, type WeightOption } from "../read.ts";

export interface RegressionOptions extends WeightOption {
  /**
   * How several outputs become one number: their mean, or by a weight each. Default
   * `"uniformAverage"`.
   */
  readonly multioutput?: "uniformAverage" | ArrayLike<number>;
}

/** One number from one of each output. */
export function overOutputs(
  who: string,
  errors: Float64Array,
  multioutput: RegressionOptions["multioutput"] = "uniformAverage",
): number {
  if (typeof multioutput === "string") {
    checkChoice(who, "multioutput", multioutput, ["uniformAverage"]);
    return sumOf(errors) / errors.length;
  }
  const weights = Float64Array.from(multioutput);
  if (weights.length !== errors.length || weights.some((weight) => !(weight >= 0))) {
    throw new RangeError(
      `${who}: multioutput must be "uniformAverage" or ${errors.length} weights from 0; it is ${describe(multioutput)}.`,
    );
  }
  return sumOf(errors.map((error, j) => error * weights[j])) / sumOf(weights);
}

/** The weighted mean over samples of a loss, for each output. */
export function meanLoss(
  pair: NumberPair,
  loss: (actual: number, predicted: number) => number,
): Float64Array {
  const { actual, predicted, weights } = pair;
  const { rows, columns } = actual;
  const sums = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      sums[j] += weights[i] * loss(actual.data[i * columns + j], predicted.data[i * columns + j]);
    }
  }
  const total = sumOf(weights);
  return sums.map((sum) => sum / total);
}

/** The weighted mean of each output. */
export function means(pair: NumberPair): Float64Array {
  return meanLoss(pair, (actual) => actual);
}

/**
 * The value that a share of the weight lies at or below; the mean of two where the share ends exactly
 * between them.
 */
export function weightedQuantile(
  values: Float64Array,
  weights: Float64Array,
  quantile: number,
): number {
  const order = Array.from(values, (_, i) => i)
    .filter((i) => weights[i] > 0)
    .sort((a, b) => values[a] - values[b]);
  let wanted = quantile * sumOf(order.map((i) => weights[i]));
  if (wanted === 0) wanted = Number.MIN_VALUE;
  let below = 0;
  for (let at = 0; at < order.length; at++) {
    below += weights[order[at]];
    if (below < wanted && at < order.length - 1) continue;
    const next = order[Math.min(at + 1, order.length - 1)];
    if (below - wanted > Number.EPSILON) return values[order[at]];
    return (values[order[at]] + values[next]) / 2;
  }
  return NaN;
}
