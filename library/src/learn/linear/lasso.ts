import { type Prediction, register, type SampleOptions, type TargetLike } from "../base/index.ts";
import type { MatrixLike } from "../matrix/index.ts";
import { CoordinateDescent, lassoDefaults, type LassoParams } from "./elastic-net.ts";
import type { PredictionOf } from "./linear-regressor.ts";

/**
 * Least squares with a penalty on the absolute weights, which makes many of them exactly 0: half the mean
 * squared error plus `alpha` |w|₁.
 *
 * Source: Tibshirani, Regression Shrinkage and Selection via the Lasso (1996); coordinate descent as
 * in `ElasticNet`, with its complexity and its differences from scikit-learn.
 *
 * @example
 * const lasso = new Lasso({ alpha: 0.1 }).fit([[0, 1], [1, 1], [2, 0]], [0, 1, 2]);
 * lasso.coef_.map((v) => Number(v.toFixed(6))); // [0.85, 0]
 */
export class Lasso<Y extends Prediction = Float64Array> extends CoordinateDescent<LassoParams, Y> {
  constructor(params: Partial<LassoParams> = {}) {
    super(lassoDefaults, params);
  }

  protected get share(): number {
    return 1;
  }

  /** Learns from samples [n, features] and a target [n], or several targets [n, targets]. */
  fit<T extends TargetLike>(
    x: MatrixLike,
    y: T,
    options: SampleOptions = {},
  ): Lasso<PredictionOf<T>> {
    this.learn(x, y, options);
    return this as unknown as Lasso<PredictionOf<T>>;
  }
}

register("Lasso", Lasso);
