import {
  checkChoice,
  checkNumber,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../../../base/index.ts";
import type { MatrixLike } from "../../../matrix/index.ts";
import type { TreeArrays } from "../../../tree/index.ts";
import { unlessOnes } from "../hist/boost.ts";
import { absoluteError, quantileLoss } from "../hist/losses.ts";
import { boostTrees, type GradientState } from "./boost-trees.ts";
import { type GradientLoss, huber, pinball, squared } from "./losses.ts";
import { checkGradientParams, gradientDefaults, type GradientBoostingParams } from "./params.ts";
import { importances, rawOf, stagedRaw } from "./predict.ts";

export interface GradientBoostingRegressorParams extends GradientBoostingParams {
  /** What is made small. Default `"squaredError"`. */
  loss: "squaredError" | "absoluteError" | "huber" | "quantile";
  /** The quantile of the losses `"huber"` and `"quantile"`, between 0 and 1. Default 0.9. */
  alpha: number;
}

/**
 * Boosted regression trees that try every threshold. For more than some 10,000 samples
 * `HistGradientBoostingRegressor` is much faster.
 *
 * Fitting takes O(nEstimators · n · features · maxDepth).
 *
 * Source: J. Friedman, Greedy function approximation: a gradient boosting machine, 2001; Stochastic
 * gradient boosting, 1999.
 *
 * Differs from scikit-learn: of equally good splits the first feature's is taken, not a random one; no
 * `init`, `warmStart` and `monitor`.
 *
 * @example
 * const boosted = new GradientBoostingRegressor({ maxDepth: 1, learningRate: 1, nEstimators: 20 });
 * boosted.fit([[1], [2], [3], [4]], [10, 20, 20, 40]);
 * Array.from(boosted.predict([[1], [4]]), Math.round); // [10, 40]
 */
export class GradientBoostingRegressor extends Regressor<
  GradientBoostingRegressorParams,
  GradientState
> {
  constructor(params: Partial<GradientBoostingRegressorParams> = {}) {
    super({ loss: "squaredError", alpha: 0.9, ...gradientDefaults }, params);
  }

  fit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    checkGradientParams(this.name, this.params);
    const loss = this.#loss();
    const { x: samples, y: target, weights } = this.readRegression(x, y, options);
    const data = { x: samples, y: target, weights: unlessOnes(weights) };
    return this.learned(boostTrees(this.name, data, this.params, loss, 0), samples);
  }

  predict(x: MatrixLike): Float64Array {
    const state = this.fitted("prediction");
    return rawOf(state, this.readMore(x));
  }

  /** The predictions after each round, from the first on. */
  *stagedPredict(x: MatrixLike): Generator<Float64Array> {
    const state = this.fitted("prediction");
    for (const raw of stagedRaw(state, this.readMore(x))) yield raw.slice();
  }

  /** The number of rounds. */
  get nEstimators_(): number {
    return this.fitted("nEstimators_").rounds.length;
  }

  /** The trees: for each round an array of one. */
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

  #loss(): GradientLoss {
    const { loss, alpha } = this.params;
    const names = ["squaredError", "absoluteError", "huber", "quantile"];
    checkChoice(this.name, "loss", loss, names);
    checkNumber(this.name, "alpha", alpha, { above: 0, below: 1 });
    if (loss === "squaredError") return squared;
    if (loss === "huber") return huber(alpha);
    if (loss === "quantile") return pinball(quantileLoss(alpha), alpha, false);
    return pinball(absoluteError, 0.5, true);
  }
}

register("GradientBoostingRegressor", GradientBoostingRegressor);
