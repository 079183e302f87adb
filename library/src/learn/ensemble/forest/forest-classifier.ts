import {
  type ClassWeight,
  argMaxRows,
  checkChoice,
  Classifier,
  type ClassifierState,
  type Label,
  type LabelsLike,
  type SampleOptions,
} from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import { weighClasses } from "../../tree/class-weight.ts";
import type { TreeArrays } from "../../tree/index.ts";
import { totalWeight } from "../../tree/params.ts";
import { growMembers, leavesIn, meanImportances, meanValues, outOfBagValues } from "./members.ts";
import { checkForest, forestDefaults, type ForestParams } from "./params.ts";

/** The parameters of RandomForestClassifier and ExtraTreesClassifier. */
export interface ForestClassifierParams extends ForestParams {
  /** How impure a group of samples is: `"gini"` (default), `"entropy"` or its other name `"logLoss"`. */
  criterion: "gini" | "entropy" | "logLoss";
  /**
   * `"balanced"`, `"balancedSubsample"` (the same in each tree's draw), or a weight for each label.
   * Default: all weigh 1.
   */
  classWeight: ClassWeight | "balancedSubsample" | undefined;
}

interface State extends ClassifierState {
  readonly trees: readonly TreeArrays[];
  readonly outOfBag: Float64Array | undefined;
  readonly oobScore: number | undefined;
}

/** Many trees whose shares of classes are averaged. */
export abstract class ForestClassifier<L extends Label> extends Classifier<
  L,
  ForestClassifierParams,
  State
> {
  protected constructor(
    defaults: Partial<ForestClassifierParams>,
    params: Partial<ForestClassifierParams>,
  ) {
    const general = { ...forestDefaults, maxFeatures: "sqrt", criterion: "gini" } as const;
    super({ ...general, classWeight: undefined, ...defaults }, params);
  }

  /** Whether thresholds are drawn. */
  protected abstract get randomSplits(): boolean;

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): ForestClassifier<M> {
    const { criterion, classWeight, oobScore } = this.params;
    checkChoice(this.name, "criterion", criterion, ["gini", "entropy", "logLoss"]);
    checkForest(this.name, this.params);
    const data = this.readClassification(x, y, options, 1);
    const { x: samples, classes, codes } = data;
    const balanceDraws = classWeight === "balancedSubsample" && this.params.bootstrap;
    const fixed = classWeight === "balancedSubsample" ? undefined : classWeight;
    const whole = classWeight === "balancedSubsample" && !balanceDraws ? "balanced" : fixed;
    const weights = weighClasses(this.name, whole, classes, codes, data.weights);
    totalWeight(weights, this.name);
    const outputs = classes.length;
    const measure = criterion === "gini" ? "gini" : "entropy";
    const target = { x: samples, target: codes, outputs, weights, balanceDraws };
    const members = growMembers(this.name, this.params, measure, this.randomSplits, target);
    const outOfBag = oobScore ? outOfBagValues(members, samples) : undefined;
    const score = outOfBag && accuracy(outOfBag, codes, outputs);
    this.learned({ classes, trees: members.trees, outOfBag, oobScore: score }, samples);
    return this as unknown as ForestClassifier<M>;
  }

  /** The mean of the trees' probabilities [n, classes], in the order of `classes_`. */
  predictProba(x: MatrixLike): Matrix {
    this.fitted("probabilities");
    return this.#shares(this.readMore(x));
  }

  protected decide(x: Matrix): ArrayLike<number> {
    return argMaxRows(this.#shares(x));
  }

  /** The number of the leaf of each sample in each tree [n, trees]. */
  apply(x: MatrixLike): Int32Array[] {
    return leavesIn(this.fitted("leaves").trees, this.readMore(x));
  }

  /** The trees as flat arrays. */
  get trees_(): readonly TreeArrays[] {
    return this.fitted("trees_").trees;
  }

  /** How much each feature makes the trees purer, as shares of the whole [features]. */
  get featureImportances_(): Float64Array {
    return meanImportances(this.fitted("featureImportances_").trees, this.nFeaturesIn_);
  }

  /** With `oobScore`: the accuracy on samples by the trees that did not see them. */
  get oobScore_(): number | undefined {
    return this.fitted("oobScore_").oobScore;
  }

  /** With `oobScore`: the probabilities of each sample by the trees that did not see it; NaN where all did. */
  get oobDecisionFunction_(): Matrix | undefined {
    const { outOfBag, classes } = this.fitted("oobDecisionFunction_");
    const { length } = classes;
    return outOfBag && new Matrix(outOfBag, outOfBag.length / length, length, classes.map(String));
  }

  #shares(x: Matrix): Matrix {
    const { trees, classes } = this.fitted();
    return new Matrix(meanValues(trees, x), x.rows, classes.length, classes.map(String));
  }
}

/** The part of the samples whose greatest value is that of their class; one without values counts as class 0. */
function accuracy(values: Float64Array, codes: Int32Array, classes: number): number {
  const best = argMaxRows(new Matrix(values, codes.length, classes));
  let right = 0;
  for (let i = 0; i < codes.length; i++) if (best[i] === codes[i]) right++;
  return right / codes.length;
}
