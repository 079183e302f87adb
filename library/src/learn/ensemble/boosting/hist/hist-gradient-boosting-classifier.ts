import {
  type ClassWeight,
  checkChoice,
  Classifier,
  type ClassifierState,
  type Label,
  type LabelsLike,
  register,
  type SampleOptions,
} from "../../../base/index.ts";
import type { Matrix, MatrixLike } from "../../../matrix/index.ts";
import { weighClasses } from "../../../tree/class-weight.ts";
import { boost, type BoostedState, unlessOnes } from "./boost.ts";
import { encodeCategories, findCategories } from "./categories.ts";
import { greatest, outputsAsColumns, probabilities } from "./chances.ts";
import { logLossOfMany, logLossOfTwo } from "./losses-of-classes.ts";
import {
  checkHistParams,
  histDefaults,
  type HistGradientBoostingParams,
  readMonotonic,
} from "./params.ts";
import { gainShares, rawPredictions, stagedRawPredictions } from "./predict.ts";
import type { HistTree } from "./tree.ts";

export interface HistGradientBoostingClassifierParams extends HistGradientBoostingParams {
  /** The logarithmic loss, the only one. */
  loss: "logLoss";
  /** `"balanced"`, or a weight for each label, which multiplies `sampleWeight`. Default: all weigh 1. */
  classWeight: ClassWeight | undefined;
}

interface State extends ClassifierState, BoostedState {}

/**
 * Boosted trees for classes on binned features, fast on many samples. Missing values are taken as they
 * are: each split sends them to the side where they gain more. Text columns of a frame are categories.
 * Two classes take one tree a round, more take a tree a class.
 *
 * Fitting takes O(n · features) for binning, then O(n · features · depth) for a tree at most; the memory
 * is a byte for each value.
 *
 * Source: J. Friedman, Greedy function approximation, 2001; G. Ke et al., LightGBM, 2017.
 *
 * Differs from scikit-learn: text columns of a frame are categories without being told so; trees are
 * equal where nothing is drawn at random (no early stopping with a validation part, `maxFeatures` 1, at
 * most 200,000 samples); no `warmStart`, `interactionCst` and `scoring`; `featureImportances_` exists.
 *
 * @example
 * const x = Array.from({ length: 90 }, (_, i) => [i % 3 === 0 ? NaN : i % 3, i]);
 * const y = x.map(([a]) => (Number.isNaN(a) ? "none" : a === 1 ? "one" : "two"));
 * const boosted = new HistGradientBoostingClassifier({ maxIter: 20 }).fit(x, y);
 * boosted.predict([[NaN, 0], [1, 0], [2, 0]]); // ["none", "one", "two"]
 * boosted.predictProba([[2, 0]]).shape; // [1, 3]
 */
export class HistGradientBoostingClassifier<L extends Label = Label> extends Classifier<
  L,
  HistGradientBoostingClassifierParams,
  State
> {
  constructor(params: Partial<HistGradientBoostingClassifierParams> = {}) {
    super({ loss: "logLoss", classWeight: undefined, ...histDefaults }, params);
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): HistGradientBoostingClassifier<M> {
    const { params } = this;
    checkHistParams(this.name, params);
    checkChoice(this.name, "loss", params.loss, ["logLoss"]);
    const { categoricalFeatures, maxBins, classWeight } = params;
    const categories = findCategories(x, categoricalFeatures, maxBins, this.name);
    const read = categories ? encodeCategories(x, categories, undefined, this.name) : x;
    const { x: samples, classes, codes, weights } = this.readClassification(read, y, options);
    const outputs = classes.length === 2 ? 1 : classes.length;
    const monotonic = readMonotonic(this.name, params.monotonicCst, samples.columns, samples.names);
    if (outputs > 1 && params.monotonicCst !== null) {
      throw new RangeError(
        `${this.name}: monotonicCst needs two classes; there are ${classes.length}.`,
      );
    }
    const weighed = weighClasses(this.name, classWeight, classes, codes, weights);
    const data = { x: samples, y: Float64Array.from(codes), weights: unlessOnes(weighed) };
    const loss = outputs === 1 ? logLossOfTwo : logLossOfMany(outputs);
    const task = { who: this.name, loss, outputs, isClassifier: true, categories, monotonic };
    this.learned({ classes, ...boost(data, params, task) }, samples);
    return this as unknown as HistGradientBoostingClassifier<M>;
  }

  /** The probability of each class [n, classes], in the order of `classes_`. */
  predictProba(x: MatrixLike): Matrix {
    const state = this.fitted("probabilities");
    const samples = this.readMore(x);
    return probabilities(rawPredictions(state, samples), samples.rows, state.classes);
  }

  /** The labels after each round, from the first on. */
  *stagedPredict(x: MatrixLike): Generator<L[]> {
    const state = this.fitted("prediction");
    const samples = this.readMore(x);
    for (const raw of stagedRawPredictions(state, samples)) {
      const codes = greatest(raw, samples.rows, state.baseline.length);
      yield Array.from(codes, (code) => state.classes[code] as L);
    }
  }

  /** The probabilities after each round, from the first on. */
  *stagedPredictProba(x: MatrixLike): Generator<Matrix> {
    const state = this.fitted("probabilities");
    const samples = this.readMore(x);
    for (const raw of stagedRawPredictions(state, samples)) {
      yield probabilities(raw, samples.rows, state.classes);
    }
  }

  /** The sums of the trees: of two classes the log odds of the second [n, 1], else [n, classes]. */
  decisionFunction(x: MatrixLike): Matrix {
    const state = this.fitted("decision");
    const samples = this.readMore(x);
    const raw = rawPredictions(state, samples);
    return outputsAsColumns(raw, samples.rows, state.baseline.length);
  }

  /** The number of rounds. */
  get nIter_(): number {
    return this.fitted("nIter_").rounds.length;
  }

  /** The trees of a round: 1 for two classes, else one for each. */
  get nTreesPerIteration_(): number {
    return this.fitted("nTreesPerIteration_").baseline.length;
  }

  /** Whether learning could stop early. */
  get doEarlyStopping_(): boolean {
    return this.fitted("doEarlyStopping_").earlyStopping;
  }

  /** The negative loss on the samples before the first round and after each; empty if not watched. */
  get trainScore_(): Float64Array {
    return this.fitted("trainScore_").trainScore.slice();
  }

  /** As `trainScore_`, on the samples set aside. */
  get validationScore_(): Float64Array {
    return this.fitted("validationScore_").validationScore.slice();
  }

  /** The trees: for each round one for each output. */
  get rounds_(): readonly (readonly HistTree[])[] {
    return this.fitted("rounds_").rounds;
  }

  /** The part of the whole gain that each feature's splits have; they add up to 1. */
  get featureImportances_(): Float64Array {
    return gainShares(this.fitted("featureImportances_"), this.nFeaturesIn_);
  }

  protected override readMore(x: MatrixLike): Matrix {
    const { categories } = this.fitted();
    return super.readMore(
      categories ? encodeCategories(x, categories, this.featureNamesIn_, this.name) : x,
    );
  }

  protected decide(x: Matrix): ArrayLike<number> {
    const state = this.fitted("prediction");
    return greatest(rawPredictions(state, x), x.rows, state.baseline.length);
  }
}

register("HistGradientBoostingClassifier", HistGradientBoostingClassifier);
