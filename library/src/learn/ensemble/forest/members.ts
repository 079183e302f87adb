import { randomOf, withBar } from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";
import { Random } from "../../../random/index.ts";
import {
  plainColumns,
  rankColumns,
  type TreeArrays,
  type TreeCriterion,
} from "../../tree/grow/index.ts";
import { importancesOf, shares } from "../../tree/importances.ts";
import { growOptions } from "../../tree/params.ts";
import { pruned } from "../../tree/prune.ts";
import { addValues, leavesOf, rounded } from "../../tree/traverse.ts";
import { growForest } from "./grow-forest.ts";
import { drawCounts, type ForestJob } from "./job.ts";
import type { ForestParams } from "./params.ts";

/** What a forest's trees learn from. */
export interface ForestTarget {
  readonly x: Matrix;
  readonly target: Int32Array | Float64Array;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly balanceDraws: boolean;
}

/** A forest that grew: its trees, and what they were grown from. */
export interface Members {
  readonly trees: TreeArrays[];
  readonly job: ForestJob;
}

export function growMembers(
  who: string,
  params: Readonly<ForestParams>,
  criterion: TreeCriterion,
  randomSplits: boolean,
  from: ForestTarget,
): Members {
  const { x, target, outputs, weights, balanceDraws } = from;
  const random = randomOf(params.randomState);
  const columns = randomSplits ? plainColumns(x, who) : rankColumns(x, who);
  // Each tree's leaves are measured by the weight that it sees: parts here, weights in `growMember`.
  const size = { rows: x.rows, columns: x.columns, weight: 1 };
  const options = { ...growOptions(params, criterion, randomSplits, size), shuffle: true };
  const seeds = Float64Array.from({ length: params.nEstimators }, () => random.integer(0, 2 ** 32));
  const draws = params.bootstrap ? drawsOf(params.maxSamples, weights) : 0;
  const job = { columns, target, outputs, weights, options, draws, balanceDraws, seeds };
  const shown = { who, verbose: params.verbose, unit: "trees" };
  const grown = withBar(shown, seeds.length, (advance) => growForest(job, params.nJobs, advance));
  const trees = grown.map((tree) => pruned(tree, params.ccpAlpha));
  return { trees, job };
}

/** A part is one of all weight, as in scikit-learn 1.9. */
function drawsOf(maxSamples: number | undefined, weights: Float64Array): number {
  if (maxSamples === undefined) return weights.length;
  if (maxSamples >= 1) return maxSamples;
  return Math.max(1, Math.floor(maxSamples * weights.reduce((sum, weight) => sum + weight, 0)));
}

/** The mean of the trees' values for each sample [n, outputs]. */
export function meanValues(trees: readonly TreeArrays[], x: Matrix): Float64Array {
  const data = rounded(x);
  const sums = new Float64Array(x.rows * trees[0].outputs);
  for (const tree of trees) addValues(tree, data, x.columns, sums);
  for (let at = 0; at < sums.length; at++) sums[at] /= trees.length;
  return sums;
}

/**
 * As `meanValues`, of the samples that the forest learned from, each by the trees that did not see it;
 * NaN for one that all trees saw.
 */
export function outOfBagValues({ trees, job }: Members, x: Matrix): Float64Array {
  const data = rounded(x);
  const { outputs } = trees[0];
  const sums = new Float64Array(x.rows * outputs);
  const votes = new Float64Array(x.rows);
  trees.forEach((tree, index) => {
    const counts = drawCounts(job, new Random(job.seeds[index]));
    const leaves = leavesOf(tree, data, x.columns);
    for (let i = 0; i < x.rows; i++) {
      if (counts[i] > 0) continue;
      votes[i]++;
      for (let k = 0; k < outputs; k++)
        sums[i * outputs + k] += tree.value[leaves[i] * outputs + k];
    }
  });
  return sums.map((sum, at) => sum / votes[Math.floor(at / outputs)]);
}

/** The leaf of each sample in each tree [n, trees]. */
export function leavesIn(trees: readonly TreeArrays[], x: Matrix): Int32Array[] {
  const data = rounded(x);
  const byTree = trees.map((tree) => leavesOf(tree, data, x.columns));
  return Array.from({ length: x.rows }, (_, i) => Int32Array.from(byTree, (leaves) => leaves[i]));
}

/** The mean of the trees' importances; a tree of one leaf says nothing. */
export function meanImportances(trees: readonly TreeArrays[], features: number): Float64Array {
  const sums = new Float64Array(features);
  for (const tree of trees) {
    if (tree.nodeCount > 1) importancesOf(tree, features).forEach((gain, j) => (sums[j] += gain));
  }
  return shares(sums);
}
