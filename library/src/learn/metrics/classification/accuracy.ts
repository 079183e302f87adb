import type { Label, LabelsLike } from "../../base/index.ts";
import { readLabelPair, share, sumOf, type WeightOption } from "../read.ts";

export interface AccuracyOptions extends WeightOption {
  /** Give the share of the samples that are right, else their number (or weight). Default true. */
  readonly normalize?: boolean;
}

/**
 * The share of the samples whose label is right, from 0 to 1.
 *
 * @throws RangeError for lists of different lengths, or none at all
 * @example
 * accuracyScore(["cat", "dog", "dog"], ["cat", "dog", "cat"]); // 2 / 3
 * accuracyScore([1, 0, 1], [1, 1, 1], { normalize: false }); // 2
 */
export function accuracyScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: AccuracyOptions = {},
): number {
  const pair = readLabelPair("accuracyScore", yTrue, yPred, options, ["normalize"]);
  const { actual, predicted, weights } = pair;
  let right = 0;
  for (let i = 0; i < actual.length; i++) if (actual[i] === predicted[i]) right += weights[i];
  return (options.normalize ?? true) ? right / sumOf(weights) : right;
}

/**
 * The share of the samples whose label is wrong: 1 − accuracy. With `normalize: false`, their number.
 *
 * @throws RangeError for lists of different lengths, or none at all
 * @example
 * zeroOneLoss([1, 2, 3, 4], [1, 2, 3, 3]); // 0.25
 */
export function zeroOneLoss<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: AccuracyOptions = {},
): number {
  const pair = readLabelPair("zeroOneLoss", yTrue, yPred, options, ["normalize"]);
  const { actual, predicted, weights } = pair;
  let wrong = 0;
  for (let i = 0; i < actual.length; i++) if (actual[i] !== predicted[i]) wrong += weights[i];
  return (options.normalize ?? true) ? wrong / sumOf(weights) : wrong;
}

/**
 * The share of the labels that are wrong. One label a sample makes it equal to {@link zeroOneLoss}.
 *
 * @throws RangeError for lists of different lengths, or none at all
 * @example
 * hammingLoss([1, 2, 3, 4], [2, 2, 3, 4]); // 0.25
 */
export function hammingLoss<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: WeightOption = {},
): number {
  const { actual, predicted, weights } = readLabelPair("hammingLoss", yTrue, yPred, options);
  let wrong = 0;
  for (let i = 0; i < actual.length; i++) if (actual[i] !== predicted[i]) wrong += weights[i];
  return wrong / sumOf(weights);
}

export interface BalancedAccuracyOptions extends WeightOption {
  /** Move and scale the score so that guessing has 0 and the best stays 1. Default false. */
  readonly adjusted?: boolean;
}

/**
 * The mean of the recalls of the classes in `yTrue`: accuracy as if all classes were equally frequent.
 *
 * Source: K. H. Brodersen et al., The balanced accuracy and its posterior distribution (2010).
 *
 * @throws RangeError for lists of different lengths, or none at all
 * @example
 * balancedAccuracyScore([0, 0, 0, 1], [0, 0, 0, 0]); // 0.5
 */
export function balancedAccuracyScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: BalancedAccuracyOptions = {},
): number {
  const pair = readLabelPair("balancedAccuracyScore", yTrue, yPred, options, ["adjusted"]);
  const { classes, actual, predicted, weights } = pair;
  const right = new Float64Array(classes.length);
  const total = new Float64Array(classes.length);
  for (let i = 0; i < actual.length; i++) {
    total[actual[i]] += weights[i];
    if (actual[i] === predicted[i]) right[actual[i]] += weights[i];
  }
  const recalls = [...right].map((part, k) => share(part, total[k])).filter((_, k) => total[k] > 0);
  const score = sumOf(recalls) / recalls.length;
  if (!(options.adjusted ?? false)) return score;
  const chance = 1 / recalls.length;
  return (score - chance) / (1 - chance);
}
