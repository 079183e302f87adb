import { unknownColumn } from "../../../../frame/engine/names.ts";
import { checkChoice, checkInteger, checkNumber, type RandomState } from "../../../base/index.ts";
import type { CategoricalFeatures } from "./categories.ts";

/** What both estimators of histogram boosting are told. */
export interface HistGradientBoostingParams {
  /** How much of each tree is added, above 0. Default 0.1. */
  learningRate: number;
  /** The greatest number of rounds; for several classes a round is a tree a class. Default 100. */
  maxIter: number;
  /** The greatest number of leaves of a tree, from 2; null for any. Default 31. */
  maxLeafNodes: number | null;
  /** The greatest depth of a tree, from 1; null for any. Default null. */
  maxDepth: number | null;
  /** The least number of samples in a leaf. Default 20. */
  minSamplesLeaf: number;
  /** Makes the values of leaves smaller. Default 0. */
  l2Regularization: number;
  /** The part of the features, drawn at random, that each split may choose from. Default 1. */
  maxFeatures: number;
  /** The greatest number of bins of a feature, 2 to 255; missing values have one more. Default 255. */
  maxBins: number;
  /**
   * The features that are categories: names or positions; `"fromDtype"` takes the text columns of a
   * frame; null for none. Default `"fromDtype"`.
   */
  categoricalFeatures: CategoricalFeatures;
  /**
   * For features by position or by name: 1 where predictions must not fall as the feature rises, -1
   * where they must not rise. For two classes it is the second one's probability. Default null.
   */
  monotonicCst: readonly number[] | Readonly<Record<string, number>> | null;
  /** Whether to stop when the loss no longer falls; `"auto"` for more than 10,000 samples. */
  earlyStopping: "auto" | boolean;
  /** The part (or number) of the samples that the loss is watched on; null for all. Default 0.1. */
  validationFraction: number | null;
  /** The rounds without a fall of the loss after which learning stops. Default 10. */
  nIterNoChange: number;
  /** What counts as a fall of the loss. Default 1e-7. */
  tol: number;
  /** Makes the drawing of samples and features the same in every run. */
  randomState: RandomState;
  /** Show a progress bar in a notebook while it learns, which counts rounds. Default false. */
  verbose: boolean;
}

export const histDefaults: HistGradientBoostingParams = {
  learningRate: 0.1,
  maxIter: 100,
  maxLeafNodes: 31,
  maxDepth: null,
  minSamplesLeaf: 20,
  l2Regularization: 0,
  maxFeatures: 1,
  maxBins: 255,
  categoricalFeatures: "fromDtype",
  monotonicCst: null,
  earlyStopping: "auto",
  validationFraction: 0.1,
  nIterNoChange: 10,
  tol: 1e-7,
  randomState: undefined,
  verbose: false,
};

/** @throws RangeError for a parameter that is out of its range */
export function checkHistParams(who: string, params: Readonly<HistGradientBoostingParams>): void {
  const { maxLeafNodes, maxDepth, validationFraction, categoricalFeatures } = params;
  checkNumber(who, "learningRate", params.learningRate, { above: 0 });
  checkInteger(who, "maxIter", params.maxIter, 1);
  if (maxLeafNodes !== null) checkInteger(who, "maxLeafNodes", maxLeafNodes, 2);
  if (maxDepth !== null) checkInteger(who, "maxDepth", maxDepth, 1);
  checkInteger(who, "minSamplesLeaf", params.minSamplesLeaf, 1);
  checkNumber(who, "l2Regularization", params.l2Regularization, { from: 0 });
  checkNumber(who, "maxFeatures", params.maxFeatures, { above: 0, to: 1 });
  checkInteger(who, "maxBins", params.maxBins, 2, 255);
  checkChoice(who, "earlyStopping", params.earlyStopping, ["auto", true, false]);
  if (validationFraction !== null) {
    if (validationFraction >= 1) checkInteger(who, "validationFraction", validationFraction, 1);
    else checkNumber(who, "validationFraction", validationFraction, { above: 0 });
  }
  checkInteger(who, "nIterNoChange", params.nIterNoChange, 1);
  checkNumber(who, "tol", params.tol, { from: 0 });
  if (categoricalFeatures !== null && !Array.isArray(categoricalFeatures)) {
    checkChoice(who, "categoricalFeatures", categoricalFeatures, ["fromDtype", null]);
  }
}

/**
 * For each feature 1, -1 or 0.
 *
 * @throws RangeError for another value, another number of them, or a name that is no feature
 */
export function readMonotonic(
  who: string,
  given: HistGradientBoostingParams["monotonicCst"],
  features: number,
  names: readonly string[] | undefined,
): Int8Array {
  const directions = new Int8Array(features);
  if (given === null) return directions;
  const check = (direction: number): number => {
    checkChoice(who, "monotonicCst", direction, [-1, 0, 1]);
    return direction;
  };
  if (Array.isArray(given)) {
    const list = given as readonly number[];
    if (list.length !== features) {
      throw new RangeError(
        `${who}: monotonicCst has ${list.length} values for ${features} features.`,
      );
    }
    list.forEach((direction, j) => (directions[j] = check(direction)));
    return directions;
  }
  for (const [name, direction] of Object.entries(given as Readonly<Record<string, number>>)) {
    const place = names?.indexOf(name) ?? -1;
    if (place < 0) throw unknownColumn(name, names ?? []);
    directions[place] = check(direction);
  }
  return directions;
}
