import {
  checkInteger,
  checkNumber,
  type Prediction,
  register,
  type SampleOptions,
  type TargetLike,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { centeredProducts, interceptsOf, leastSquaresOf } from "./centered.ts";
import { warnUnfinished } from "./convergence.ts";
import { descend } from "./coordinate-descent.ts";
import { LinearRegressor, type LinearState, type PredictionOf } from "./linear-regressor.ts";

export interface LassoParams {
  /** The strength of the penalty, from 0. Default 1. */
  alpha: number;
  /** Learn an intercept, which is not penalized. Default true. */
  fitIntercept: boolean;
  /** Allow no weight below 0. Default false. */
  positive: boolean;
  /** So many rounds over the features at most. Default 1000. */
  maxIter: number;
  /** It ends when the duality gap is below this part of the target's squares. Default 1e-4. */
  tol: number;
  /** Start from what was learned before. Default false. */
  warmStart: boolean;
}

export interface ElasticNetParams extends LassoParams {
  /** The share of the absolute weights in the penalty: 1 is the lasso, 0 is ridge. Default 0.5. */
  l1Ratio: number;
}

interface State extends LinearState {
  readonly gaps: Float64Array;
  readonly iterations: number;
}

export const lassoDefaults: LassoParams = {
  alpha: 1,
  fitIntercept: true,
  positive: false,
  maxIter: 1000,
  tol: 1e-4,
  warmStart: false,
};

/** What the lasso and the elastic net have in common: they differ by the share of absolute weights. */
export abstract class CoordinateDescent<
  P extends LassoParams,
  Y extends Prediction,
> extends LinearRegressor<P, State, Y> {
  protected abstract get share(): number;

  /** @throws RangeError for a parameter out of its range */
  protected learn(x: MatrixLike, y: TargetLike, options: SampleOptions): void {
    const { alpha, fitIntercept, positive, maxIter, tol, warmStart } = this.params;
    checkNumber(this.name, "alpha", alpha, { from: 0 });
    checkNumber(this.name, "l1Ratio", this.share, { from: 0, to: 1 });
    checkNumber(this.name, "tol", tol, { from: 0 });
    checkInteger(this.name, "maxIter", maxIter, 1);
    const { x: samples, y: targets, single, weights } = this.readRegressions(x, y, options);
    const problem = leastSquaresOf(samples, targets, weights, fitIntercept, this.name);
    const { total } = problem;
    const penalty = {
      l1: alpha * this.share * total,
      l2: alpha * (1 - this.share) * total,
      positive,
    };
    const { squares, right, energies } = centeredProducts(problem);
    const coef = Matrix.zeros(targets.columns, samples.columns);
    const before = warmStart && this.isFitted ? this.fitted().coef : coef;
    if (before.data.length === coef.data.length) coef.data.set(before.data);
    const gaps = new Float64Array(targets.columns);
    let iterations = 0;
    for (let k = 0; k < targets.columns; k++) {
      const products = { squares: squares.data, right: right.column(k), energy: energies[k] };
      const found = descend(products, penalty, coef.row(k), tol, maxIter);
      coef.data.set(found.coef, k * samples.columns);
      gaps[k] = found.gap / total;
      iterations = Math.max(iterations, found.iterations);
      if (!found.converged) {
        warnUnfinished(this.name, maxIter, "Raise maxIter or alpha, or scale the features.");
      }
    }
    const intercept = interceptsOf(coef, problem);
    this.learned({ coef, intercept, single, gaps, iterations }, samples);
  }

  /** The number of rounds over the features; of several targets, the most that one took. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  /** How far the loss is at most from its least; of several targets, [targets]. */
  get dualGap_(): Y extends Matrix ? Float64Array : number {
    const { gaps, single } = this.fitted("dualGap_");
    return (single ? gaps[0] : gaps.slice()) as Y extends Matrix ? Float64Array : number;
  }
}

/**
 * Least squares with a penalty on the absolute weights and on their squares: `alpha` · (`l1Ratio` |w|₁ +
 * (1 - `l1Ratio`) |w|² / 2), beside half the mean squared error.
 *
 * Source: Zou & Hastie, Regularization and Variable Selection via the Elastic Net (2005); coordinate
 * descent by Friedman, Hastie & Tibshirani (2010). O(samples · features²) once, O(features²) a round.
 *
 * Differs from scikit-learn: XᵀX is always made (`precompute: true` there), which is slow for many
 * thousand features; features are taken in turn, never at random.
 *
 * @example
 * const net = new ElasticNet({ alpha: 0.1 }).fit([[0], [1], [2]], [0, 1, 2]);
 * net.coef_.map((v) => Number(v.toFixed(6))); // [0.860465]
 */
export class ElasticNet<Y extends Prediction = Float64Array> extends CoordinateDescent<
  ElasticNetParams,
  Y
> {
  constructor(params: Partial<ElasticNetParams> = {}) {
    super({ ...lassoDefaults, l1Ratio: 0.5 }, params);
  }

  protected get share(): number {
    return this.params.l1Ratio;
  }

  /** Learns from samples [n, features] and a target [n], or several targets [n, targets]. */
  fit<T extends TargetLike>(
    x: MatrixLike,
    y: T,
    options: SampleOptions = {},
  ): ElasticNet<PredictionOf<T>> {
    this.learn(x, y, options);
    return this as unknown as ElasticNet<PredictionOf<T>>;
  }
}

register("ElasticNet", ElasticNet);
