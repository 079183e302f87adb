import {
  type ClassWeight,
  argMaxRows,
  checkChoice,
  Classifier,
  type ClassifierState,
  type Label,
  type LabelsLike,
  randomOf,
  register,
  type SampleOptions,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";

import { weighClasses } from "./class-weight.ts";
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

export interface DecisionTreeClassifierParams extends TreeGrowthParams {
  /** How impure a group of samples is: `"gini"` (default), `"entropy"` or its other name `"logLoss"`. */
  criterion: "gini" | "entropy" | "logLoss";
  /** `"best"` tries all thresholds (default); `"random"` draws one for each feature. */
  splitter: "best" | "random";
  /** `"balanced"`, or a weight for each label. Default: all weigh 1. */
  classWeight: ClassWeight | undefined;
}

interface State extends ClassifierState {
  readonly tree: TreeArrays;
}

/**
 * A decision tree that predicts classes: each node asks whether one feature is at most a threshold, and
 * each leaf knows the shares of the classes among the samples that came there. Missing values go to the
 * side where they help most.
 *
 * Source: L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and Regression Trees (1984).
 * Complexity: O(features × n) a level of the tree to fit, n samples; O(depth) a sample to predict.
 *
 * Differs from scikit-learn: where two features split equally well, the first is taken (there, one at
 * random), so the tree does not depend on `randomState` unless features or thresholds are drawn. One
 * output only; no sparse samples, no monotonic constraints.
 *
 * @example
 * const tree = new DecisionTreeClassifier().fit([[1], [2], [7], [8]], ["low", "low", "high", "high"]);
 * tree.predict([[3], [6]]); // ["low", "high"]
 * tree.tree_.threshold[0]; // 4.5
 */
export class DecisionTreeClassifier<L extends Label = Label> extends Classifier<
  L,
  DecisionTreeClassifierParams,
  State
> {
  constructor(params: Partial<DecisionTreeClassifierParams> = {}) {
    super(
      { criterion: "gini", splitter: "best", classWeight: undefined, ...growthDefaults },
      params,
    );
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): DecisionTreeClassifier<M> {
    const { x: samples, classes, tree } = this.#grow(x, y, options);
    this.learned({ classes, tree: pruned(tree, this.params.ccpAlpha) }, samples);
    return this as unknown as DecisionTreeClassifier<M>;
  }

  /** The shares of the classes in each sample's leaf [n, classes], in the order of `classes_`. */
  predictProba(x: MatrixLike): Matrix {
    this.fitted("probabilities");
    return this.#shares(this.readMore(x));
  }

  protected decide(x: Matrix): ArrayLike<number> {
    return argMaxRows(this.#shares(x));
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

  /** The tree as the plot of trees takes it: nodes inside nodes, with the classes' weights as values. */
  toPlotTree(): NamedPlotTree {
    const { tree, classes } = this.fitted("tree");
    return plotTree(tree, { features: this.featureNamesIn_, classes });
  }

  /** The values of `ccpAlpha` at which the tree that grows on these samples gets smaller. */
  costComplexityPruningPath<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): PruningPath {
    return pruningPath(this.#grow(x, y, options).tree);
  }

  #grow<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions,
  ): { x: Matrix; classes: M[]; tree: TreeArrays } {
    const { criterion, splitter, classWeight, randomState } = this.params;
    checkChoice(this.name, "criterion", criterion, ["gini", "entropy", "logLoss"]);
    checkChoice(this.name, "splitter", splitter, ["best", "random"]);
    checkGrowth(this.name, this.params);
    const data = this.readClassification(x, y, options, 1);
    const { x: samples, classes, codes } = data;
    const weights = weighClasses(this.name, classWeight, classes, codes, data.weights);
    const { rows, columns } = samples;
    const size = { rows, columns, weight: totalWeight(weights, this.name) };
    const measure = criterion === "gini" ? "gini" : "entropy";
    const how = growOptions(this.params, measure, splitter === "random", size);
    const target = { outputs: classes.length, target: codes, weights };
    const prepare = splitter === "random" ? plainColumns : rankColumns;
    const ranked = prepare(samples, this.name);
    const tree = growTree(ranked, target, how, randomOf(randomState));
    return { x: samples, classes: classes as M[], tree };
  }

  #shares(x: Matrix): Matrix {
    const { tree, classes } = this.fitted();
    const data = new Float64Array(x.rows * classes.length);
    addValues(tree, rounded(x), x.columns, data);
    return new Matrix(data, x.rows, classes.length, classes.map(String));
  }
}

register("DecisionTreeClassifier", DecisionTreeClassifier);
