import {
  checkChoice,
  checkNumber,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../../../base/index.ts";
import type { Matrix, MatrixLike } from "../../../matrix/index.ts";
import { boost, type BoostedState, unlessOnes } from "./boost.ts";
import { encodeCategories, findCategories } from "./categories.ts";
import {
  absoluteError,
  gamma,
  type HistLoss,
  poisson,
  quantileLoss,
  squaredError,
} from "./losses.ts";
import {
  checkHistParams,
  histDefaults,
  type HistGradientBoostingParams,
  readMonotonic,
} from "./params.ts";
import { gainShares, rawPredictions, stagedRawPredictions } from "./predict.ts";
import type { HistTree } from "./tree.ts";

export interface HistGradientBoostingRegressorParams extends HistGradientBoostingParams {
  /**
   * What is made small. `"poisson"` needs targets from 0, `"gamma"` above 0; both predict numbers above
   * 0. Default `"squaredError"`.
   */
  loss: "squaredError" | "absoluteError" | "poisson" | "gamma" | "quantile";
  /** The quantile of loss `"quantile"`, 0 to 1; `null` for the other losses. Default null. */
  quantile: number | null;
}

interface State extends BoostedState {
  /** The raw predictions are logarithms. */
  readonly isLog: boolean;
}

/**
 * Boosted regression trees on binned features, fast on many samples. Missing values are taken as they
 * are: each split sends them to the side where they gain more. Text columns of a frame are categories.
 *
 * Fitting takes O(n · features) for binning, then O(n · features · depth) a round at most; the memory
 * is a byte for each value.
 *
 * Source: J. Friedman, Greedy function approximation, 2001; G. Ke et al., LightGBM, 2017.
 *
 * Differs from scikit-learn: text columns of a frame are categories without being told so; trees are
 * equal where nothing is drawn at random (no early stopping with a validation part, `maxFeatures` 1, at
 * most 200,000 samples); no `warmStart`, `interactionCst` and `scoring`; `featureImportances_` exists.
 *
 * @example
 * const x = Array.from({ length: 1000 }, (_, i) => [i % 10, i % 7 === 0 ? NaN : i]);
 * const y = x.map(([a, b]) => 3 * a + (Number.isNaN(b) ? 50 : 0));
 * const boosted = new HistGradientBoostingRegressor().fit(x, y);
 * boosted.score(x, y) > 0.99; // true
 * boosted.nIter_; // 100
 */
export class HistGradientBoostingRegressor extends Regressor<
  HistGradientBoostingRegressorParams,
  State
> {
  constructor(params: Partial<HistGradientBoostingRegressorParams> = {}) {
    super({ loss: "squaredError", quantile: null, ...histDefaults }, params);
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    const { params } = this;
    checkHistParams(this.name, params);
    const loss = this.#loss();
    const { categoricalFeatures, maxBins } = params;
    const categories = findCategories(x, categoricalFeatures, maxBins, this.name);
    const read = categories ? encodeCategories(x, categories, undefined, this.name) : x;
    const { x: samples, y: target, weights } = this.readRegression(read, y, options);
    this.#checkTarget(target);
    const monotonic = readMonotonic(this.name, params.monotonicCst, samples.columns, samples.names);
    const data = { x: samples, y: target, weights: unlessOnes(weights) };
    const task = { who: this.name, loss, outputs: 1, isClassifier: false, categories, monotonic };
    const isLog = params.loss === "poisson" || params.loss === "gamma";
    return this.learned({ ...boost(data, params, task), isLog }, samples);
  }

  predict(x: MatrixLike): Float64Array {
    const state = this.fitted("prediction");
    return linked(rawPredictions(state, this.#read(x, state)), state);
  }

  /** The predictions after each round, from the first on. */
  *stagedPredict(x: MatrixLike): Generator<Float64Array> {
    const state = this.fitted("prediction");
    for (const raw of stagedRawPredictions(state, this.#read(x, state))) {
      yield linked(raw.slice(), state);
    }
  }

  /** The number of rounds. */
  get nIter_(): number {
    return this.fitted("nIter_").rounds.length;
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

  #read(x: MatrixLike, { categories }: State): Matrix {
    return this.readMore(
      categories ? encodeCategories(x, categories, this.featureNamesIn_, this.name) : x,
    );
  }

  #loss(): HistLoss {
    const { loss, quantile } = this.params;
    const losses = { squaredError, absoluteError, poisson, gamma };
    checkChoice(this.name, "loss", loss, [...Object.keys(losses), "quantile"]);
    if (loss !== "quantile") return losses[loss];
    checkNumber(this.name, 'quantile (which loss "quantile" needs)', quantile, { from: 0, to: 1 });
    return quantileLoss(quantile ?? NaN);
  }

  #checkTarget(y: Float64Array): void {
    const { loss } = this.params;
    if (loss !== "poisson" && loss !== "gamma") return;
    const wrong = y.findIndex((value) => (loss === "gamma" ? value <= 0 : value < 0));
    const total = y.reduce((sum, value) => sum + value, 0);
    if (wrong < 0 && total > 0) return;
    const range = loss === "gamma" ? "above 0" : "from 0, not all of them 0";
    const said = wrong < 0 ? "all are 0" : `sample ${wrong} has ${y[wrong]}`;
    throw new RangeError(`${this.name}: loss "${loss}" needs targets ${range}; ${said}.`);
  }
}

function linked(raw: Float64Array, { isLog }: State): Float64Array {
  if (isLog) for (let i = 0; i < raw.length; i++) raw[i] = Math.exp(raw[i]);
  return raw;
}

register("HistGradientBoostingRegressor", HistGradientBoostingRegressor);
