import {
  checkChoice,
  randomOf,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../base/index.ts";
import type { Matrix, MatrixLike } from "../matrix/index.ts";
import { growTree, plainColumns, rankColumns, type TreeArrays } from "./grow/index.ts";
import { importancesOf } from "./importances.ts";
import {
  checkGrowth,
  growOptions,
  growthDefaults,
  totalWeight,
  type TreeGrowthParams,
} from "./params.ts";
import { type NamedPlotTree, plotTree } from "./plot-tree.ts";
import { pruned, type PruningPath, pruningPath } from "./prune.ts";
import { addValues, leavesOf, pathsOf, rounded } from "./traverse.ts";

export interface DecisionTreeRegressorParams extends TreeGrowthParams {
  /** What a split makes smaller: the variance of y, `"squaredError"`, the one that there is. */
  criterion: "squaredError";
  /** `"best"` tries all thresholds (default); `"random"` draws one for each feature. */
  splitter: "best" | "random";
}

interface State {
  readonly tree: TreeArrays;
}

/**
 * A decision tree that predicts numbers: each node asks whether one feature is at most a threshold, and
 * each leaf predicts the mean of the samples that came there. Missing values go to the side where they
 * help most.
 *
 * Source: L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and Regression Trees (1984).
 * Complexity: O(features × n) a level of the tree to fit, n samples; O(depth) a sample to predict.
 *
 * Differs from scikit-learn: where two features split equally well, the first is taken (there, one at
 * random), so the tree does not depend on `randomState` unless features or thresholds are drawn. One
 * output only; the criteria absoluteError and poisson, sparse samples and monotonic constraints are
 * missing.
 *
 * @example
 * const tree = new DecisionTreeRegressor({ maxDepth: 1 }).fit([[1], [2], [7], [8]], [10, 12, 30, 34]);
 * tree.predict([[3], [6]]); // [11, 32]
 */
export class DecisionTreeRegressor extends Regressor<DecisionTreeRegressorParams, State> {
  constructor(params: Partial<DecisionTreeRegressorParams> = {}) {
    super({ criterion: "squaredError", splitter: "best", ...growthDefaults }, params);
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    const { x: samples, tree } = this.#grow(x, y, options);
    return this.learned({ tree: pruned(tree, this.params.ccpAlpha) }, samples);
  }

  predict(x: MatrixLike): Float64Array {
    const { tree } = this.fitted("prediction");
    const samples = this.readMore(x);
    const sums = new Float64Array(samples.rows);
    addValues(tree, rounded(samples), samples.columns, sums);
    return sums;
  }

  /** The number of the leaf that each sample ends in [n]. */
  apply(x: MatrixLike): Int32Array {
    const { tree } = this.fitted("leaves");
    const samples = this.readMore(x);
    return leavesOf(tree, rounded(samples), samples.columns);
  }

  /** The numbers of the nodes that each sample passes, from the root to its leaf. */
  decisionPath(x: MatrixLike): Int32Array[] {
    const { tree } = this.fitted("path");
    const samples = this.readMore(x);
    return pathsOf(tree, rounded(samples), samples.columns);
  }

  /** The tree as flat arrays; do not write to them. */
  get tree_(): TreeArrays {
    return this.fitted("tree_").tree;
  }

  /** How much each feature makes the tree purer, as shares of the whole [features]. */
  get featureImportances_(): Float64Array {
    return importancesOf(this.fitted("featureImportances_").tree, this.nFeaturesIn_);
  }

  /** The most splits on the way to a leaf. */
  getDepth(): number {
    return this.fitted("depth").tree.maxDepth;
  }

  getNLeaves(): number {
    return (this.fitted("leaves").tree.nodeCount + 1) / 2;
  }

  /** The tree as the plot of trees takes it: nodes inside nodes, with the means as values. */
  toPlotTree(): NamedPlotTree {
    return plotTree(this.fitted("tree").tree, { features: this.featureNamesIn_ });
  }

  /** The values of `ccpAlpha` at which the tree that grows on these samples gets smaller. */
  costComplexityPruningPath(
    x: MatrixLike,
    y: TargetLike,
    options: SampleOptions = {},
  ): PruningPath {
    return pruningPath(this.#grow(x, y, options).tree);
  }

  #grow(x: MatrixLike, y: TargetLike, options: SampleOptions): { x: Matrix; tree: TreeArrays } {
    const { criterion, splitter, randomState } = this.params;
    checkChoice(this.name, "criterion", criterion, ["squaredError"]);
    checkChoice(this.name, "splitter", splitter, ["best", "random"]);
    checkGrowth(this.name, this.params);
    const { x: samples, y: target, weights } = this.readRegression(x, y, options);
    const { rows, columns } = samples;
    const size = { rows, columns, weight: totalWeight(weights, this.name) };
    const how = growOptions(this.params, criterion, splitter === "random", size);
    const prepare = splitter === "random" ? plainColumns : rankColumns;
    const ranked = prepare(samples, this.name);
    const tree = growTree(ranked, { outputs: 1, target, weights }, how, randomOf(randomState));
    return { x: samples, tree };
  }
}

register("DecisionTreeRegressor", DecisionTreeRegressor);
