import { codeLabels, permutation } from "../base/index.ts";
import { checkGroups } from "./group-k-fold.ts";
import { Folds } from "./k-fold.ts";
import type { GroupsLike, Samples } from "./samples.ts";
import { countFor, groupsFor, labelsFor } from "./splitter.ts";
import { countClasses } from "./stratified-k-fold.ts";

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: ArrayLike<number>): number => {
  const middle = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - middle) ** 2)));
};

/**
 * Folds in which no group is split, and the classes' shares are kept as nearly as groups allow. The
 * groups whose classes are most uneven are dealt first, each to the fold that it makes least uneven.
 * Without `shuffle` the folds are those of scikit-learn.
 *
 * @throws RangeError for fewer groups than folds; TypeError without y or groups
 * @example
 * const folds = new StratifiedGroupKFold({ nSplits: 2 });
 * const groups = [1, 1, 2, 2];
 * [...folds.split([[1], [2], [3], [4]], [0, 1, 0, 1], groups)].map(([, test]) => test); // [[0, 1], [2, 3]]
 */
export class StratifiedGroupKFold extends Folds {
  protected folds(x: Samples, y?: Samples, groups?: GroupsLike): Int32Array {
    const who = "StratifiedGroupKFold";
    const labels = labelsFor(who, y);
    const given = groupsFor(who, groups);
    countFor(who, this.nSplits, x, labels, given);
    countClasses(who, labels, this.nSplits);
    const { classes, codes } = codeLabels(labels);
    const { classes: known, codes: groupOf } = codeLabels(given);
    checkGroups(who, known.length, this.nSplits);
    const total = new Float64Array(classes.length);
    const counts = known.map(() => new Float64Array(classes.length));
    codes.forEach((code, i) => {
      total[code] += 1;
      counts[groupOf[i]][code] += 1;
    });
    const dealt = this.random
      ? permutation(known.length, this.random)
      : Int32Array.from(known.keys());
    const spread = counts.map(deviation);
    const order = Array.from(dealt).sort((a, b) => spread[b] - spread[a]);
    const filled = Array.from({ length: this.nSplits }, () => new Float64Array(classes.length));
    const foldOf = new Int32Array(known.length);
    for (const group of order) {
      const fold = bestFold(filled, counts[group], total);
      foldOf[group] = fold;
      filled[fold] = filled[fold].map((count, k) => count + counts[group][k]);
    }
    return groupOf.map((group) => foldOf[group]);
  }
}

function bestFold(
  filled: readonly Float64Array[],
  added: Float64Array,
  total: Float64Array,
): number {
  let best = 0;
  let least = Infinity;
  let fewest = Infinity;
  filled.forEach((have, fold) => {
    const spreads = Array.from(total, (all, k) =>
      deviation(filled.map((each, f) => (each[k] + (f === fold ? added[k] : 0)) / all)),
    );
    const uneven = mean(spreads);
    const size = have.reduce((sum, count) => sum + count, 0);
    const equal = Math.abs(uneven - least) <= 1e-8 + 1e-5 * Math.abs(least);
    if (!(uneven < least || (equal && size < fewest))) return;
    best = fold;
    least = uneven;
    fewest = size;
  });
  return best;
}
