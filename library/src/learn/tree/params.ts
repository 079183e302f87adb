import { checkChoice, checkInteger, checkNumber, type RandomState } from "../base/index.ts";
import type { GrowOptions, TreeCriterion } from "./grow/index.ts";

/** How many features are tried for each split: a number from 1, or a part of them below 1. */
export type MaxFeatures = number | "sqrt" | "log2" | "all";

/** What all trees and forests take. */
export interface TreeGrowthParams {
  /** The most splits on the way to a leaf; undefined for no limit. */
  maxDepth: number | undefined;
  /** A node with fewer samples is a leaf; below 1, a part of all samples. Default 2. */
  minSamplesSplit: number;
  /** A leaf has at least as many samples; below 1, a part of all samples. Default 1. */
  minSamplesLeaf: number;
  /** A leaf has at least this part of all weight, up to 0.5. Default 0. */
  minWeightFractionLeaf: number;
  /**
   * The features tried for each split, drawn at random: a number, a part below 1, `"sqrt"`, `"log2"`
   * or `"all"`.
   */
  maxFeatures: MaxFeatures;
  /** With a number, the splits that help most are made first, until there are as many leaves. */
  maxLeafNodes: number | undefined;
  /** A split has to make the tree purer by this. Default 0. */
  minImpurityDecrease: number;
  /** Cost-complexity pruning: branches that are not worth this for each leaf are cut. Default 0. */
  ccpAlpha: number;
  /** Makes the draws the same in every run. */
  randomState: RandomState;
}

export const growthDefaults: TreeGrowthParams = {
  maxDepth: undefined,
  minSamplesSplit: 2,
  minSamplesLeaf: 1,
  minWeightFractionLeaf: 0,
  maxFeatures: "all",
  maxLeafNodes: undefined,
  minImpurityDecrease: 0,
  ccpAlpha: 0,
  randomState: undefined,
};

/** @throws RangeError for a parameter that makes no sense. */
export function checkGrowth(who: string, params: Readonly<TreeGrowthParams>): void {
  const { maxDepth, maxLeafNodes } = params;
  if (maxDepth !== undefined) checkInteger(who, "maxDepth", maxDepth, 1);
  if (maxLeafNodes !== undefined) checkInteger(who, "maxLeafNodes", maxLeafNodes, 2);
  checkCount(who, "minSamplesSplit", params.minSamplesSplit, 2);
  checkCount(who, "minSamplesLeaf", params.minSamplesLeaf, 1);
  checkNumber(who, "minWeightFractionLeaf", params.minWeightFractionLeaf, { from: 0, to: 0.5 });
  checkNumber(who, "minImpurityDecrease", params.minImpurityDecrease, { from: 0 });
  checkNumber(who, "ccpAlpha", params.ccpAlpha, { from: 0 });
  const { maxFeatures } = params;
  if (typeof maxFeatures === "number") checkCount(who, "maxFeatures", maxFeatures, 1);
  else checkChoice(who, "maxFeatures", maxFeatures, ["all", "sqrt", "log2"]);
}

/** A whole number from `low`, or a part between 0 and 1. */
export function checkCount(who: string, name: string, value: number, low: number): void {
  if (value > 0 && value < 1) return;
  checkInteger(who, name, value, low);
}

/** The parameters as numbers, for samples of this shape and weight. */
export function growOptions(
  params: Readonly<TreeGrowthParams>,
  criterion: TreeCriterion,
  randomSplits: boolean,
  size: { readonly rows: number; readonly columns: number; readonly weight: number },
): GrowOptions {
  const { rows, columns, weight } = size;
  const minSamplesLeaf = countOf(params.minSamplesLeaf, rows);
  return {
    criterion,
    randomSplits,
    maxDepth: params.maxDepth ?? Infinity,
    minSamplesSplit: Math.max(2, countOf(params.minSamplesSplit, rows), 2 * minSamplesLeaf),
    minSamplesLeaf,
    minWeightLeaf: params.minWeightFractionLeaf * weight,
    maxFeatures: featureCount(params.maxFeatures, columns),
    shuffle: randomSplits,
    maxLeafNodes: params.maxLeafNodes ?? Infinity,
    minImpurityDecrease: params.minImpurityDecrease,
  };
}

const countOf = (value: number, all: number): number =>
  value < 1 ? Math.ceil(value * all) : value;

/** The number of features that `maxFeatures` stands for. */
export function featureCount(maxFeatures: MaxFeatures, columns: number): number {
  if (maxFeatures === "all") return columns;
  if (maxFeatures === "sqrt") return Math.max(1, Math.floor(Math.sqrt(columns)));
  if (maxFeatures === "log2") return Math.max(1, Math.floor(Math.log2(columns)));
  if (maxFeatures < 1) return Math.max(1, Math.floor(maxFeatures * columns));
  return Math.min(maxFeatures, columns);
}

/** The sum of the weights. @throws RangeError when it is 0. */
export function totalWeight(weights: Float64Array, who: string): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (sum > 0) return sum;
  throw new RangeError(`${who}: at least one sample needs a weight above 0.`);
}
