import {
  checkChoice,
  Classifier,
  type ClassifierState,
  type Label,
  type LabelsLike,
  register,
  type SampleOptions,
} from "../../../base/index.ts";
import type { Matrix, MatrixLike } from "../../../matrix/index.ts";
import type { TreeArrays } from "../../../tree/index.ts";
import { unlessOnes } from "../hist/boost.ts";
import { greatest, outputsAsColumns, probabilities } from "../hist/chances.ts";
import { boostTrees, type GradientState } from "./boost-trees.ts";
import { exponential, ofMany, ofTwo } from "./losses.ts";
import { checkGradientParams, gradientDefaults, type GradientBoostingParams } from "./params.ts";
import { importances, rawOf, stagedRaw } from "./predict.ts";

export interface GradientBoostingClassifierParams extends GradientBoostingParams {
  /** What is made small; `"exponential"`, AdaBoost's loss, is for two classes. Default `"logLoss"`. */
  loss: "logLoss" | "exponential";
}

interface State extends ClassifierState, GradientState {
  /** What raw predictions are multiplied by to be log odds. */
  readonly scale: number;
}

/**
 * Boosted trees for classes that try every threshold: a tree a round for two classes, else one for each
 * class. For more than some 10,000 samples `HistGradientBoostingClassifier` is much faster.
 *
 * Fitting takes O(nEstimators · n · features · maxDepth), times the classes where they are more than two.
 *
 * Source: J. Friedman, Greedy function approximation: a gradient boosting machine, 2001; Stochastic
 * gradient boosting, 1999.
 *
 * Differs from scikit-learn: of equally good splits the first feature's is taken, not a random one; no
 * `init`, `warmStart` and `monitor`.
 *
 * @example
 * const boosted = new GradientBoostingClassifier({ maxDepth: 1 });
 * const sizes = boosted.fit([[1], [2], [7], [8]], ["small", "small", "large", "large"]);
 * sizes.predict([[3], [6]]); // ["small", "large"]
 */
export class GradientBoostingClassifier<L extends Label = Label> extends Classifier<
  L,
  GradientBoostingClassifierParams,
  State
> {
  constructor(params: Partial<GradientBoostingClassifierParams> = {}) {
    super({ loss: "logLoss", ...gradientDefaults }, params);
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): GradientBoostingClassifier<M> {
    checkGradientParams(this.name, this.params);
    checkChoice(this.name, "loss", this.params.loss, ["logLoss", "exponential"]);
    const { x: samples, classes, codes, weights } = this.readClassification(x, y, options);
    const isExponential = this.params.loss === "exponential";
    if (isExponential && classes.length > 2) {
      throw new RangeError(
        `${this.name}: loss "exponential" needs two classes; there are ${classes.length}.`,
      );
    }
    const loss = isExponential ? exponential : classes.length > 2 ? ofMany(classes.length) : ofTwo;
    const data = { x: samples, y: Float64Array.from(codes), weights: unlessOnes(weights) };
    const learned = boostTrees(this.name, data, this.params, loss, classes.length);
    this.learned({ classes, scale: isExponential ? 2 : 1, ...learned }, samples);
    return this as unknown as GradientBoostingClassifier<M>;
  }

  /** The probability of each class [n, classes], in the order of `classes_`. */
  predictProba(x: MatrixLike): Matrix {
    const state = this.fitted("probabilities");
    const samples = this.readMore(x);
    return chancesOf(rawOf(state, samples), samples.rows, state);
  }

  /** The labels after each round, from the first on. */
  *stagedPredict(x: MatrixLike): Generator<L[]> {
    const state = this.fitted("prediction");
    const samples = this.readMore(x);
    for (const raw of stagedRaw(state, samples)) {
      const codes = greatest(raw, samples.rows, state.baseline.length);
      yield Array.from(codes, (code) => state.classes[code] as L);
    }
  }

  /** The probabilities after each round, from the first on. */
  *stagedPredictProba(x: MatrixLike): Generator<Matrix> {
    const state = this.fitted("probabilities");
    const samples = this.readMore(x);
    for (const raw of stagedRaw(state, samples)) yield chancesOf(raw, samples.rows, state);
  }

  /** The sums of the trees: of two classes one number [n, 1], else one for each class [n, classes]. */
  decisionFunction(x: MatrixLike): Matrix {
    const state = this.fitted("decision");
    const samples = this.readMore(x);
    return outputsAsColumns(rawOf(state, samples), samples.rows, state.baseline.length);
  }

  /** The number of rounds. */
  get nEstimators_(): number {
    return this.fitted("nEstimators_").rounds.length;
  }

  /** The trees: for each round one for each output. */
  get estimators_(): readonly (readonly TreeArrays[])[] {
    return this.fitted("estimators_").rounds;
  }

  /** The loss on the samples learned from, after each round. */
  get trainScore_(): Float64Array {
    return this.fitted("trainScore_").trainScore.slice();
  }

  /** How much each round lowered the loss on samples that it did not see; with `subsample` below 1. */
  get oobImprovement_(): Float64Array {
    return this.fitted("oobImprovement_").oobImprovement.slice();
  }

  /** How much each feature makes the residuals purer, as shares of the whole [features]. */
  get featureImportances_(): Float64Array {
    return importances(this.fitted("featureImportances_"), this.nFeaturesIn_);
  }

  protected decide(x: Matrix): ArrayLike<number> {
    const state = this.fitted("prediction");
    return greatest(rawOf(state, x), x.rows, state.baseline.length);
  }
}

function chancesOf(raw: Float64Array, rows: number, { scale, classes }: State): Matrix {
  return probabilities(scale === 1 ? raw : raw.map((value) => scale * value), rows, classes);
}

register("GradientBoostingClassifier", GradientBoostingClassifier);
