import { checkOptions } from "../../../frame/engine/options.ts";
import {
  checkInteger,
  type Label,
  type LabelsLike,
  readLabels,
  readTarget,
  readWeights,
  sortLabels,
} from "../../base/index.ts";
import { Matrix } from "../../matrix/index.ts";
import { checkPair, sumOf, type WeightOption } from "../read.ts";
import { classCodes, narrowScores, positiveScore, type ScoresLike, wideScores } from "./scores.ts";

export interface ProbabilityOptions<L extends Label = Label> extends WeightOption {
  /** The classes in the order of the columns. Default those in `yTrue`, sorted. */
  readonly labels?: readonly L[];
}

interface Probabilities {
  readonly codes: Int32Array;
  readonly given: Matrix;
  readonly weights: Float64Array;
}

/** Probabilities with a column for each class; one column is that of the greater label. */
function readProbabilities(
  who: string,
  yTrue: LabelsLike<Label>,
  yProba: ScoresLike,
  { labels, sampleWeight }: ProbabilityOptions,
): Probabilities {
  let given = wideScores(yProba, who);
  if (given === undefined || given.columns === 1) {
    const positive = given?.column(0) ?? readTarget(yProba, who);
    const data = new Float64Array(positive.length * 2);
    positive.forEach((p, i) => data.set([1 - p, p], 2 * i));
    given = new Matrix(data, positive.length, 2);
  }
  const { codes } = classCodes(who, yTrue, given.columns, labels);
  checkPair(who, codes.length, given.rows);
  const wrong = given.data.findIndex((p) => !(p >= 0 && p <= 1));
  if (wrong >= 0) {
    throw new RangeError(
      `${who} needs probabilities from 0 to 1; sample ${Math.floor(wrong / given.columns)} has ${given.data[wrong]}.`,
    );
  }
  return { codes, given, weights: readWeights(sampleWeight, codes.length, who) };
}

function crossEntropy(
  codes: Int32Array,
  weights: Float64Array,
  at: (i: number, k: number) => number,
) {
  let sum = 0;
  const least = Number.EPSILON;
  for (let i = 0; i < codes.length; i++) {
    sum -= weights[i] * Math.log(Math.min(Math.max(at(i, codes[i]), least), 1 - least));
  }
  return sum;
}

export interface LogLossOptions<L extends Label = Label> extends ProbabilityOptions<L> {
  /** Give the mean, else the sum. Default true. */
  readonly normalize?: boolean;
}

/**
 * The mean of −log of the probability that was given to the true label, in nats: cross-entropy. A
 * probability of 0 counts as 2.2e-16.
 *
 * @throws RangeError for probabilities outside 0 to 1, and for another number of columns than labels
 * @example
 * logLoss([0, 1], [0.5, 0.5]); // Math.LN2
 */
export function logLoss<L extends Label>(
  yTrue: LabelsLike<L>,
  yProba: ScoresLike,
  options: LogLossOptions<L> = {},
): number {
  checkOptions("logLoss", options, ["sampleWeight", "labels", "normalize"]);
  const { codes, given, weights } = readProbabilities("logLoss", yTrue, yProba, options);
  const sum = crossEntropy(codes, weights, (i, k) => given.at(i, k));
  return (options.normalize ?? true) ? sum / sumOf(weights) : sum;
}

function shares({ codes, given, weights }: Probabilities): Float64Array {
  const there = new Float64Array(given.columns);
  codes.forEach((code, i) => (there[code] += weights[i]));
  const total = sumOf(weights);
  return there.map((weight) => weight / total);
}

/**
 * How much of the cross-entropy of the classes' shares the probabilities save: 1 at best, 0 for the
 * shares themselves. NaN for fewer than two samples.
 *
 * @throws RangeError as {@link logLoss}
 * @example
 * d2LogLossScore([0, 1], [0.5, 0.5]); // 0
 */
export function d2LogLossScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yProba: ScoresLike,
  options: ProbabilityOptions<L> = {},
): number {
  checkOptions("d2LogLossScore", options, ["sampleWeight", "labels"]);
  const read = readProbabilities("d2LogLossScore", yTrue, yProba, options);
  const { codes, given, weights } = read;
  if (codes.length < 2) return NaN;
  const usual = shares(read);
  const loss = crossEntropy(codes, weights, (i, k) => given.at(i, k));
  return 1 - loss / crossEntropy(codes, weights, (_, k) => usual[k]);
}

export interface BrierOptions<L extends Label = Label> extends ProbabilityOptions<L> {
  /** The label that the probabilities are of, for two classes. Default the greater. */
  readonly posLabel?: L;
  /** Halve the sum over classes, so that it goes from 0 to 1. Default for two classes only. */
  readonly scaleByHalf?: boolean;
}

/**
 * The mean squared difference of probabilities and what happened: 0 at best.
 *
 * Source: G. W. Brier, Verification of forecasts expressed in terms of probability (1950).
 *
 * @throws RangeError for probabilities outside 0 to 1
 * @example
 * brierScoreLoss([0, 1, 1], [0.5, 1, 0.5]); // 1 / 6
 */
export function brierScoreLoss<L extends Label>(
  yTrue: LabelsLike<L>,
  yProba: ScoresLike,
  options: BrierOptions<L> = {},
): number {
  const who = "brierScoreLoss";
  checkOptions(who, options, ["sampleWeight", "labels", "posLabel", "scaleByHalf"]);
  const wide = wideScores(yProba, who);
  const { posLabel, sampleWeight } = options;
  if (posLabel !== undefined && (wide?.columns ?? 2) <= 2) {
    const truth: Label[] = readLabels(yTrue, who);
    const classes = sortLabels([...new Set(truth)]);
    positiveScore(who, classes, posLabel);
    const given = narrowScores(yProba, posLabel === classes[0] && classes.length > 1 ? 0 : 1, who);
    const happened = truth.map((label) => Number(label === posLabel));
    return brierScoreLoss(happened, given, {
      labels: [0, 1],
      ...(sampleWeight && { sampleWeight }),
      ...(options.scaleByHalf !== undefined && { scaleByHalf: options.scaleByHalf }),
    });
  }
  const { codes, given, weights } = readProbabilities(who, yTrue, yProba, options);
  let sum = 0;
  for (let i = 0; i < codes.length; i++) {
    for (let k = 0; k < given.columns; k++) {
      sum += weights[i] * (Number(codes[i] === k) - given.at(i, k)) ** 2;
    }
  }
  const half = options.scaleByHalf ?? given.columns === 2;
  return sum / sumOf(weights) / (half ? 2 : 1);
}

/**
 * The mean of how far samples are on the wrong side of, or too near to, the margin: what support
 * vector machines make small. Several classes need a decision value for each.
 *
 * Source: K. Crammer and Y. Singer, On the algorithmic implementation of multiclass kernel-based
 * vector machines (2001), for several classes.
 *
 * @throws RangeError for another number of columns than labels
 * @example
 * hingeLoss([-1, 1, 1], [-2, 0.5, 3]); // 1 / 6
 */
export function hingeLoss<L extends Label>(
  yTrue: LabelsLike<L>,
  decision: ScoresLike,
  options: ProbabilityOptions<L> = {},
): number {
  const who = "hingeLoss";
  checkOptions(who, options, ["sampleWeight", "labels"]);
  const wide = wideScores(decision, who);
  if (wide === undefined || wide.columns === 1) {
    const values = wide?.column(0) ?? readTarget(decision, who);
    const { codes } = classCodes(who, yTrue, 2, options.labels);
    checkPair(who, codes.length, values.length);
    const weights = readWeights(options.sampleWeight, codes.length, who);
    let sum = 0;
    codes.forEach((code, i) => (sum += weights[i] * Math.max(0, 1 - (2 * code - 1) * values[i])));
    return sum / sumOf(weights);
  }
  const { codes } = classCodes(who, yTrue, wide.columns, options.labels);
  checkPair(who, codes.length, wide.rows);
  const weights = readWeights(options.sampleWeight, codes.length, who);
  let sum = 0;
  for (let i = 0; i < codes.length; i++) {
    const row = wide.row(i);
    let other = -Infinity;
    for (let k = 0; k < row.length; k++) if (k !== codes[i]) other = Math.max(other, row[k]);
    sum += weights[i] * Math.max(0, 1 - (row[codes[i]] - other));
  }
  return sum / sumOf(weights);
}

export interface TopKOptions<L extends Label = Label> extends ProbabilityOptions<L> {
  /** How many of the best are looked at. Default 2. */
  readonly k?: number;
  /** Give the share, else the number. Default true. */
  readonly normalize?: boolean;
}

/**
 * The share of the samples whose true label is among the `k` with the highest scores; of equal scores
 * the later columns count as higher, as in scikit-learn.
 *
 * @throws RangeError for another number of columns than labels
 * @example
 * topKAccuracyScore([0, 1, 2], [[0.5, 0.2, 0.3], [0.6, 0.3, 0.1], [0.7, 0.2, 0.1]]); // 2 / 3
 */
export function topKAccuracyScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yScore: ScoresLike,
  options: TopKOptions<L> = {},
): number {
  const who = "topKAccuracyScore";
  checkOptions(who, options, ["sampleWeight", "labels", "k", "normalize"]);
  const { k = 2 } = options;
  checkInteger(who, "k", k, 1);
  const wide = wideScores(yScore, who);
  const codes = classCodes(
    who,
    yTrue,
    wide && wide.columns > 1 ? wide.columns : 2,
    options.labels,
  ).codes;
  const narrow = wide && wide.columns > 1 ? undefined : narrowScores(yScore, 1, who);
  checkPair(who, codes.length, narrow?.length ?? wide?.rows ?? 0);
  const weights = readWeights(options.sampleWeight, codes.length, who);
  const threshold = narrow?.every((score) => score >= 0 && score <= 1) ? 0.5 : 0;
  let right = 0;
  for (let i = 0; i < codes.length; i++) {
    let hit: boolean;
    if (narrow) hit = k > 1 || Number(narrow[i] > threshold) === codes[i];
    else {
      const row = wide!.row(i);
      let better = 0;
      for (let j = 0; j < row.length; j++) {
        if (row[j] > row[codes[i]] || (row[j] === row[codes[i]] && j > codes[i])) better++;
      }
      hit = better < k;
    }
    if (hit) right += weights[i];
  }
  return (options.normalize ?? true) ? right / sumOf(weights) : right;
}
