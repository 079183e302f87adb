import { checkNumber, type TargetLike } from "../../base/index.ts";
import { type NumberPair, readNumberPair } from "../read.ts";
import { meanLoss, overOutputs, type RegressionOptions, weightedQuantile } from "./outputs.ts";

type Loss = (actual: number, predicted: number) => number;

function averaged(
  who: string,
  yTrue: TargetLike,
  yPred: TargetLike,
  options: RegressionOptions,
  loss: Loss,
  known: readonly string[] = [],
): number {
  const pair = readNumberPair(who, yTrue, yPred, options, ["multioutput", ...known]);
  return overOutputs(who, meanLoss(pair, loss), options.multioutput);
}

const squared: Loss = (actual, predicted) => (actual - predicted) ** 2;
const squaredLog: Loss = (actual, predicted) => (Math.log1p(actual) - Math.log1p(predicted)) ** 2;

/**
 * The mean of the squared errors, in the target's unit squared.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * meanSquaredError([3, -0.5, 2, 7], [2.5, 0, 2, 8]); // 0.375
 */
export function meanSquaredError(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: RegressionOptions = {},
): number {
  return averaged("meanSquaredError", yTrue, yPred, options, squared);
}

/**
 * The root of the mean squared error, in the target's unit; of several outputs, the mean of their roots.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * rootMeanSquaredError([0, 0], [3, 3]); // 3
 */
export function rootMeanSquaredError(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: RegressionOptions = {},
): number {
  const who = "rootMeanSquaredError";
  const pair = readNumberPair(who, yTrue, yPred, options, ["multioutput"]);
  return overOutputs(who, meanLoss(pair, squared).map(Math.sqrt), options.multioutput);
}

/**
 * The mean of the errors' sizes, in the target's unit.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * meanAbsoluteError([3, -0.5, 2, 7], [2.5, 0, 2, 8]); // 0.5
 */
export function meanAbsoluteError(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: RegressionOptions = {},
): number {
  return averaged("meanAbsoluteError", yTrue, yPred, options, (a, p) => Math.abs(a - p));
}

/**
 * The middle one of the errors' sizes: it does not mind outliers.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * medianAbsoluteError([3, -0.5, 2, 7], [2.5, 0, 2, 8]); // 0.5
 */
export function medianAbsoluteError(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: RegressionOptions = {},
): number {
  const who = "medianAbsoluteError";
  const { actual, predicted, weights } = readNumberPair(who, yTrue, yPred, options, [
    "multioutput",
  ]);
  const middles = Float64Array.from({ length: actual.columns }, (_, j) => {
    const guess = predicted.column(j);
    const sizes = actual.column(j).map((value, i) => Math.abs(value - guess[i]));
    return weightedQuantile(sizes, weights, 0.5);
  });
  return overOutputs(who, middles, options.multioutput);
}

/**
 * The mean of the errors' sizes as parts of the true values: 0.1 is ten percent. A true value of 0
 * counts as 2.2e-16, so errors there are huge.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * meanAbsolutePercentageError([10, 20], [9, 22]); // 0.1
 */
export function meanAbsolutePercentageError(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: RegressionOptions = {},
): number {
  const loss: Loss = (a, p) => Math.abs(p - a) / Math.max(Math.abs(a), Number.EPSILON);
  return averaged("meanAbsolutePercentageError", yTrue, yPred, options, loss);
}

/** @throws RangeError for values of which 1 + the value has no logarithm. */
function checkLog(who: string, { actual, predicted }: NumberPair): void {
  for (const { data } of [actual, predicted]) {
    const wrong = data.find((value) => value <= -1);
    if (wrong === undefined) continue;
    throw new RangeError(
      `${who} takes logarithms of 1 + the values, which must lie above -1; one is ${wrong}.`,
    );
  }
}

/**
 * The mean squared difference of log(1 + value): errors by factors, for targets that grow by factors.
 *
 * @throws RangeError for values of −1 and below
 * @example
 * meanSquaredLogError([Math.E - 1], [0]); // 1
 */
export function meanSquaredLogError(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: RegressionOptions = {},
): number {
  const who = "meanSquaredLogError";
  const pair = readNumberPair(who, yTrue, yPred, options, ["multioutput"]);
  checkLog(who, pair);
  return overOutputs(who, meanLoss(pair, squaredLog), options.multioutput);
}

/**
 * The root of {@link meanSquaredLogError}.
 *
 * @throws RangeError for values of −1 and below
 * @example
 * rootMeanSquaredLogError([Math.E - 1], [0]); // 1
 */
export function rootMeanSquaredLogError(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: RegressionOptions = {},
): number {
  const who = "rootMeanSquaredLogError";
  const pair = readNumberPair(who, yTrue, yPred, options, ["multioutput"]);
  checkLog(who, pair);
  return overOutputs(who, meanLoss(pair, squaredLog).map(Math.sqrt), options.multioutput);
}

/**
 * The greatest error's size.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * maxError([3, 2, 7, 1], [4, 2, 7, 1]); // 1
 */
export function maxError(yTrue: TargetLike, yPred: TargetLike): number {
  const { actual, predicted } = readNumberPair("maxError", yTrue, yPred, {});
  return actual.data.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - predicted.data[at])),
    0,
  );
}

/** Options of what looks at a quantile. */
export interface PinballOptions extends RegressionOptions {
  /** The quantile that predictions are of, from 0 to 1. Default 0.5. */
  readonly alpha?: number;
}

/** What an error costs when a quantile is predicted. */
export const pinball =
  (alpha: number): Loss =>
  (actual, predicted) =>
    actual >= predicted ? alpha * (actual - predicted) : (1 - alpha) * (predicted - actual);

/**
 * The loss of predictions of a quantile: too low costs `alpha`, too high `1 − alpha`.
 *
 * Source: R. Koenker and G. Bassett, Regression quantiles (1978).
 *
 * @throws RangeError for an `alpha` outside 0 to 1
 * @example
 * meanPinballLoss([1, 2, 3], [0, 2, 3], { alpha: 0.9 }); // 0.3
 */
export function meanPinballLoss(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: PinballOptions = {},
): number {
  const { alpha = 0.5 } = options;
  checkNumber("meanPinballLoss", "alpha", alpha, { from: 0, to: 1 });
  return averaged("meanPinballLoss", yTrue, yPred, options, pinball(alpha), ["alpha"]);
}
