import { describe } from "../matrix/index.ts";
import { KFold } from "./k-fold.ts";
import { isClassifier } from "./learner.ts";
import type { GroupsLike, Samples } from "./samples.ts";
import type { CrossValidator, Split } from "./splitter.ts";
import { StratifiedKFold } from "./stratified-k-fold.ts";

/**
 * How to split: a number of folds (stratified for classifiers), a cross-validator, or the splits
 * themselves. Default 5 folds.
 */
export type CV =
  number | CrossValidator | Iterable<readonly [ArrayLike<number>, ArrayLike<number>]>;

/** The splits that are meant. @throws TypeError for what is no way to split */
export function splitsFor(
  cv: CV | undefined,
  estimator: object,
  x: Samples,
  y: Samples | undefined,
  groups: GroupsLike | undefined,
): Split[] {
  if (cv === undefined || typeof cv === "number") {
    const options = { nSplits: cv ?? 5 };
    const stratified = y !== undefined && isClassifier(estimator);
    return [...(stratified ? new StratifiedKFold(options) : new KFold(options)).split(x, y)];
  }
  if (typeof (cv as CrossValidator).split === "function") {
    return [...(cv as CrossValidator).split(x, y, groups)];
  }
  if (typeof (cv as Iterable<never>)[Symbol.iterator] === "function") {
    const splits = [...(cv as Iterable<readonly [ArrayLike<number>, ArrayLike<number>]>)];
    return splits.map(([train, test]) => [Int32Array.from(train), Int32Array.from(test)]);
  }
  throw new TypeError(
    `cv must be a number of folds, a cross-validator such as new KFold(), or splits; it is ${describe(cv)}.`,
  );
}
