import { checkNumber, type TargetLike } from "../../base/index.ts";
import { Matrix } from "../../matrix/index.ts";
import { type NumberPair, readNumberPair, sumOf, type WeightOption } from "../read.ts";
import { pinball, type PinballOptions } from "./errors.ts";
import {
  meanLoss,
  means,
  overOutputs,
  type RegressionOptions,
  weightedQuantile,
} from "./outputs.ts";

export interface ExplainedOptions extends WeightOption {
  /**
   * How several outputs become one number: their mean, by their variances, or by a weight each.
   * Default `"uniformAverage"`.
   */
  readonly multioutput?: "uniformAverage" | "varianceWeighted" | ArrayLike<number>;
  /** For a constant target give 1 (all right) or 0, else NaN or −Infinity. Default true. */
  readonly forceFinite?: boolean;
}

/** 1 − what is left ÷ what there was, for each output. */
function parts(left: Float64Array, there: Float64Array, finite: boolean): Float64Array {
  return left.map((rest, j) => {
    if (there[j] !== 0) return 1 - rest / there[j];
    if (finite) return rest === 0 ? 1 : 0;
    return rest === 0 ? NaN : -Infinity;
  });
}

function combined(
  who: string,
  left: Float64Array,
  there: Float64Array,
  { multioutput, forceFinite = true }: ExplainedOptions,
): number {
  const scores = parts(left, there, forceFinite);
  if (multioutput !== "varianceWeighted") return overOutputs(who, scores, multioutput);
  return overOutputs(who, scores, there.every((spread) => spread === 0) ? "uniformAverage" : there);
}

/** The mean squared distance of each output from a centre. */
function spreadAround(pair: NumberPair, centre: Float64Array): Float64Array {
  const { rows, columns } = pair.actual;
  const data = new Float64Array(rows * columns).map((_, at) => centre[at % columns]);
  const flat: NumberPair = { ...pair, predicted: new Matrix(data, rows, columns) };
  return meanLoss(flat, (actual, middle) => (actual - middle) ** 2);
}

/**
 * R², the coefficient of determination: the part of the target's variance that is predicted. 1 at best,
 * 0 for the mean, below 0 for worse. NaN for fewer than two samples.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * r2Score([1, 2, 3], [1, 2, 3]); // 1
 * r2Score([1, 2, 3], [2, 2, 2]); // 0
 */
export function r2Score(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: ExplainedOptions = {},
): number {
  const who = "r2Score";
  const pair = readNumberPair(who, yTrue, yPred, options, ["multioutput", "forceFinite"]);
  if (pair.actual.rows < 2) return NaN;
  const left = meanLoss(pair, (actual, predicted) => (actual - predicted) ** 2);
  return combined(who, left, spreadAround(pair, means(pair)), options);
}

/**
 * The part of the target's variance that is explained: as R², but a constant error costs nothing.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * explainedVarianceScore([1, 2, 3], [2, 3, 4]); // 1
 */
export function explainedVarianceScore(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: ExplainedOptions = {},
): number {
  const who = "explainedVarianceScore";
  const pair = readNumberPair(who, yTrue, yPred, options, ["multioutput", "forceFinite"]);
  const { columns } = pair.actual;
  const data = pair.actual.data.map((value, at) => value - pair.predicted.data[at]);
  const errors: NumberPair = { ...pair, actual: new Matrix(data, pair.actual.rows, columns) };
  const left = spreadAround(errors, means(errors));
  return combined(who, left, spreadAround(pair, means(pair)), options);
}

/**
 * How much of the pinball loss of the target's quantile the predictions save: 1 at best, 0 for the
 * quantile. NaN for fewer than two samples.
 *
 * @throws RangeError for an `alpha` outside 0 to 1
 * @example
 * d2PinballScore([1, 2, 3], [1, 2, 3]); // 1
 */
export function d2PinballScore(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: PinballOptions = {},
): number {
  return d2("d2PinballScore", yTrue, yPred, options);
}

function d2(who: string, yTrue: TargetLike, yPred: TargetLike, options: PinballOptions): number {
  const { alpha = 0.5 } = options;
  checkNumber(who, "alpha", alpha, { from: 0, to: 1 });
  const pair = readNumberPair(who, yTrue, yPred, options, ["multioutput", "alpha"]);
  const { rows, columns } = pair.actual;
  if (rows < 2) return NaN;
  const middle = Float64Array.from({ length: columns }, (_, j) =>
    weightedQuantile(pair.actual.column(j), pair.weights, alpha),
  );
  const data = new Float64Array(rows * columns).map((_, at) => middle[at % columns]);
  const usual: NumberPair = { ...pair, predicted: new Matrix(data, rows, columns) };
  const scores = parts(meanLoss(pair, pinball(alpha)), meanLoss(usual, pinball(alpha)), true);
  return overOutputs(who, scores, options.multioutput);
}

/**
 * How much of the absolute error of the median the predictions save: 1 at best, 0 for the median.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * d2AbsoluteErrorScore([1, 2, 3], [2, 2, 2]); // 0
 */
export function d2AbsoluteErrorScore(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: RegressionOptions = {},
): number {
  return d2("d2AbsoluteErrorScore", yTrue, yPred, options);
}

/** Options of deviances. */
export interface DevianceOptions extends WeightOption {
  /** 0 is normal, 1 Poisson, 2 gamma, 3 inverse Gaussian; between 1 and 2 counts with zeros. Default 0. */
  readonly power?: number;
}

/**
 * The mean deviance of Tweedie's distributions, by which generalised linear models are judged.
 *
 * Source: B. Jørgensen, The theory of dispersion models (1997).
 *
 * @throws RangeError for a power between 0 and 1, and for values that the distribution does not have
 * @example
 * meanTweedieDeviance([2, 0, 1, 4], [0.5, 0.5, 2, 2], { power: 0 }); // 1.875
 */
export function meanTweedieDeviance(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: DevianceOptions = {},
): number {
  const who = "meanTweedieDeviance";
  const pair = readNumberPair(who, yTrue, yPred, options, ["power"]);
  const { power = 0 } = options;
  checkNumber(who, "power", power);
  if (power > 0 && power < 1) {
    throw new RangeError(`${who}: no distribution has a power between 0 and 1; it is ${power}.`);
  }
  const lowest = power >= 2 ? "above 0" : power >= 1 ? "from 0" : undefined;
  const badTruth = pair.actual.data.find((y) => (power >= 2 ? y <= 0 : power >= 1 && y < 0));
  if (badTruth !== undefined) {
    throw new RangeError(`${who}: power ${power} needs true values ${lowest}; one is ${badTruth}.`);
  }
  const bad = pair.predicted.data.find((p) => power !== 0 && p <= 0);
  if (bad !== undefined) {
    throw new RangeError(`${who}: power ${power} needs predictions above 0; one is ${bad}.`);
  }
  return sumOf(meanLoss(pair, deviance(power))) / pair.actual.columns;
}

const xlogy = (x: number, y: number): number => (x === 0 ? 0 : x * Math.log(y));

function deviance(power: number): (y: number, p: number) => number {
  if (power === 0) return (y, p) => (y - p) ** 2;
  if (power === 1) return (y, p) => 2 * (xlogy(y, y / p) - y + p);
  if (power === 2) return (y, p) => 2 * (Math.log(p / y) + y / p - 1);
  const [one, two] = [1 - power, 2 - power];
  return (y, p) =>
    2 * (Math.max(y, 0) ** two / (one * two) - (y * p ** one) / one + p ** two / two);
}

/**
 * The mean deviance of counts (Poisson).
 *
 * @throws RangeError for negative true values, and predictions that are not above 0
 * @example
 * meanPoissonDeviance([2, 0], [2, 1]); // 1
 */
export function meanPoissonDeviance(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: WeightOption = {},
): number {
  return meanTweedieDeviance(yTrue, yPred, { ...options, power: 1 });
}

/**
 * The mean deviance of amounts above 0 (gamma).
 *
 * @throws RangeError for values that are not above 0
 * @example
 * meanGammaDeviance([2, 3], [2, 3]); // 0
 */
export function meanGammaDeviance(
  yTrue: TargetLike,
  yPred: TargetLike,
  options: WeightOption = {},
): number {
  return meanTweedieDeviance(yTrue, yPred, { ...options, power: 2 });
}
