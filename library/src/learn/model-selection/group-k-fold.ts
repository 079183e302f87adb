import { codeLabels, permutation } from "../base/index.ts";
import { Folds } from "./k-fold.ts";
import type { GroupsLike, Samples } from "./samples.ts";
import { countFor, groupsFor } from "./splitter.ts";

/**
 * Folds in which no group is split: samples of one patient, house or day are all in the training part or
 * all in the test. Folds are of about equal size: the greatest groups are dealt first, each to the
 * smallest fold, as in scikit-learn. With `shuffle`, folds have about as many groups each.
 *
 * @throws RangeError for fewer groups than folds; TypeError without groups
 * @example
 * const folds = new GroupKFold({ nSplits: 2 });
 * [...folds.split([[1], [2], [3]], undefined, ["b", "b", "a"])].map(([, test]) => test); // [[0, 1], [2]]
 */
export class GroupKFold extends Folds {
  protected folds(x: Samples, _y?: Samples, groups?: GroupsLike): Int32Array {
    const who = "GroupKFold";
    const given = groupsFor(who, groups);
    countFor(who, this.nSplits, x, given);
    const { classes, codes } = codeLabels(given);
    checkGroups(who, classes.length, this.nSplits);
    const foldOf = new Int32Array(classes.length);
    const random = this.random;
    if (random) {
      const order = permutation(classes.length, random);
      order.forEach((group, at) => {
        foldOf[group] = Math.floor((at * this.nSplits) / classes.length);
      });
    } else {
      const sizes = new Int32Array(classes.length);
      for (const code of codes) sizes[code] += 1;
      const order = Array.from(sizes, (_, k) => k).sort((a, b) => sizes[b] - sizes[a] || b - a);
      const filled = new Int32Array(this.nSplits);
      for (const group of order) {
        const fold = filled.indexOf(Math.min(...filled));
        foldOf[group] = fold;
        filled[fold] += sizes[group];
      }
    }
    return codes.map((code) => foldOf[code]);
  }
}

/** @throws RangeError for fewer groups than folds */
export function checkGroups(who: string, groups: number, folds: number): void {
  if (groups >= folds) return;
  throw new RangeError(
    `${who} cannot make ${folds} folds of ${groups} groups. Give fewer folds: nSplits.`,
  );
}
