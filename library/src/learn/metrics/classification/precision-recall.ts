import { checkNumber, type Label, type LabelsLike } from "../../base/index.ts";
import { checkLabels, readLabelPair } from "../read.ts";
import { type AverageOptions, averagedCounts, averageOptions, meanOf } from "./average.ts";
import { countLabels, type Counts } from "./counts.ts";

type Score = (counts: Counts, k: number) => number;

const ratio =
  (empty: number) =>
  (part: number, whole: number): number =>
    whole === 0 ? empty : part / whole;

const precision = (empty: number): Score => {
  const divide = ratio(empty);
  return ({ right, found }, k) => divide(right[k], found[k]);
};
const recall = (empty: number): Score => {
  const divide = ratio(empty);
  return ({ right, there }, k) => divide(right[k], there[k]);
};
const fbeta = (beta: number, empty: number): Score => {
  const divide = ratio(empty);
  const b = beta ** 2;
  if (beta === Infinity) return recall(empty);
  return ({ right, found, there }, k) => divide((1 + b) * right[k], b * there[k] + found[k]);
};
const jaccard = (empty: number): Score => {
  const divide = ratio(empty);
  return ({ right, found, there }, k) => divide(right[k], found[k] + there[k] - right[k]);
};

function scored(
  who: string,
  yTrue: LabelsLike<Label>,
  yPred: LabelsLike<Label>,
  options: AverageOptions,
  score: (empty: number) => Score,
  known: readonly string[] = [],
): number {
  const pair = readLabelPair(who, yTrue, yPred, options, [...averageOptions, ...known]);
  const { counts, weights } = averagedCounts(who, pair, options);
  const { zeroDivision = 0 } = options;
  const one = score(zeroDivision);
  return meanOf(
    Array.from(counts.right, (_, k) => one(counts, k)),
    weights,
    zeroDivision,
  );
}

/**
 * Of those that were given the label, the share that has it.
 *
 * @throws RangeError for more than two labels without `average`, and for a `posLabel` that is not there
 * @example
 * precisionScore([0, 1, 1, 0], [1, 1, 0, 0]); // 0.5
 * precisionScore(["a", "b", "c"], ["a", "b", "b"], { average: "macro" }); // 0.5
 */
export function precisionScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: AverageOptions<L> = {},
): number {
  return scored("precisionScore", yTrue, yPred, options, precision);
}

/**
 * Of those that have the label, the share that was given it.
 *
 * @throws RangeError for more than two labels without `average`, and for a `posLabel` that is not there
 * @example
 * recallScore([0, 1, 1, 0], [1, 1, 0, 0]); // 0.5
 */
export function recallScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: AverageOptions<L> = {},
): number {
  return scored("recallScore", yTrue, yPred, options, recall);
}

/**
 * The harmonic mean of precision and recall.
 *
 * @throws RangeError for more than two labels without `average`, and for a `posLabel` that is not there
 * @example
 * f1Score(["spam", "ham", "spam"], ["spam", "spam", "spam"], { posLabel: "spam" }); // 0.8
 */
export function f1Score<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: AverageOptions<L> = {},
): number {
  return scored("f1Score", yTrue, yPred, options, (empty) => fbeta(1, empty));
}

/** Options of `fbetaScore`. */
export interface FbetaOptions<L extends Label = Label> extends AverageOptions<L> {
  /** Recall counts `beta` times as much as precision; from 0, Infinity for recall alone. */
  readonly beta: number;
}

/**
 * The weighted harmonic mean of precision and recall.
 *
 * Source: C. J. van Rijsbergen, Information Retrieval (1979).
 *
 * @throws RangeError for a negative `beta`, and as {@link f1Score}
 * @example
 * fbetaScore([0, 1, 1, 1], [0, 1, 0, 0], { beta: 0.5 }); // 5 / 7
 */
export function fbetaScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: FbetaOptions<L>,
): number {
  const { beta } = options;
  checkNumber("fbetaScore", "beta", beta, { from: 0, to: Infinity });
  return scored("fbetaScore", yTrue, yPred, options, (empty) => fbeta(beta, empty), ["beta"]);
}

/**
 * Of those that have the label or were given it, the share that has it and was given it.
 *
 * Source: P. Jaccard, The distribution of the flora in the alpine zone (1912).
 *
 * @throws RangeError for more than two labels without `average`, and for a `posLabel` that is not there
 * @example
 * jaccardScore([0, 1, 1], [1, 1, 1]); // 2 / 3
 */
export function jaccardScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: AverageOptions<L> = {},
): number {
  return scored("jaccardScore", yTrue, yPred, options, jaccard);
}

/** Scores by label, in the order of `labels`. */
export interface PrecisionRecallFscoreSupport<L extends Label = Label> {
  readonly labels: L[];
  readonly precision: Float64Array;
  readonly recall: Float64Array;
  readonly fscore: Float64Array;
  /** The weight of the samples that have the label. */
  readonly support: Float64Array;
}

/**
 * Precision, recall, F score and support of each label. The averages of them are `precisionScore` and
 * its kin with `average`.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * precisionRecallFscoreSupport(["a", "b"], ["a", "a"]).recall; // [1, 0]
 */
export function precisionRecallFscoreSupport<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: Omit<AverageOptions<L>, "average" | "posLabel"> & { readonly beta?: number } = {},
): PrecisionRecallFscoreSupport<L> {
  const who = "precisionRecallFscoreSupport";
  const { beta = 1, zeroDivision = 0 } = options;
  checkNumber(who, "beta", beta, { from: 0, to: Infinity });
  const pair = readLabelPair(who, yTrue, yPred, options, ["labels", "zeroDivision", "beta"]);
  const labels = options.labels ?? (pair.classes as L[]);
  checkLabels(who, labels);
  const counts = countLabels(pair, labels);
  const each = (score: Score): Float64Array => counts.right.map((_, k) => score(counts, k));
  return {
    labels: [...labels],
    precision: each(precision(zeroDivision)),
    recall: each(recall(zeroDivision)),
    fscore: each(fbeta(beta, zeroDivision)),
    support: counts.there,
  };
}
