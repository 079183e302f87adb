import type { Label, LabelsLike } from "../../base/index.ts";
import { contingency, sumOfSquares } from "./contingency.ts";

/** Ordered pairs of samples: together in both, in one only, in none. */
function pairsOf(who: string, labelsTrue: LabelsLike<Label>, labelsPred: LabelsLike<Label>) {
  const { counts, labels, clusters, samples } = contingency(who, labelsTrue, labelsPred);
  const both = sumOfSquares(counts);
  const tp = both - samples;
  const fp = sumOfSquares(clusters) - both;
  const fn = sumOfSquares(labels) - both;
  return { tp, fp, fn, tn: samples * samples - fp - fn - both };
}

/**
 * The share of pairs of samples that both labellings put together, or both apart.
 *
 * Source: W. M. Rand, Objective criteria for the evaluation of clustering methods (1971).
 *
 * @throws RangeError for lists of different lengths
 * @example
 * randScore([0, 0, 1, 1], ["b", "b", "a", "a"]); // 1
 */
export function randScore(labelsTrue: LabelsLike<Label>, labelsPred: LabelsLike<Label>): number {
  const { tp, fp, fn, tn } = pairsOf("randScore", labelsTrue, labelsPred);
  const all = tp + fp + fn + tn;
  return all === 0 ? 1 : (tp + tn) / all;
}

/**
 * {@link randScore} beyond chance: 1 for the same groups, about 0 for random ones, −0.5 at worst.
 *
 * Source: L. Hubert and P. Arabie, Comparing partitions (1985).
 *
 * @throws RangeError for lists of different lengths
 * @example
 * adjustedRandScore([0, 0, 1, 1], [0, 0, 1, 2]); // 4 / 7
 */
export function adjustedRandScore(
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
): number {
  const { tp, fp, fn, tn } = pairsOf("adjustedRandScore", labelsTrue, labelsPred);
  if (fn === 0 && fp === 0) return 1;
  return (2 * (tp * tn - fn * fp)) / ((tp + fn) * (fn + tn) + (tp + fp) * (fp + tn));
}

/**
 * The geometric mean of precision and recall of pairs that are put together.
 *
 * Source: E. B. Fowlkes and C. L. Mallows, A method for comparing two hierarchical clusterings (1983).
 *
 * @throws RangeError for lists of different lengths
 * @example
 * fowlkesMallowsScore([0, 0, 1, 1], [1, 1, 0, 0]); // 1
 */
export function fowlkesMallowsScore(
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
): number {
  const { tp, fp, fn } = pairsOf("fowlkesMallowsScore", labelsTrue, labelsPred);
  return tp === 0 ? 0 : Math.sqrt(tp / (tp + fp)) * Math.sqrt(tp / (tp + fn));
}
