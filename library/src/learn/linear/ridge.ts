import {
  checkChoice,
  checkNumber,
  type Prediction,
  register,
  type SampleOptions,
  type TargetLike,
} from "../base/index.ts";
import type { MatrixLike } from "../matrix/index.ts";
import { interceptsOf, leastSquaresOf } from "./centered.ts";
import { LinearRegressor, type LinearState, type PredictionOf } from "./linear-regressor.ts";
import { ridgeSolve, type RidgeSolver } from "./ridge-solve.ts";

export interface RidgeParams {
  /** The strength of the penalty, from 0; one for each target where it is a list. Default 1. */
  alpha: number | readonly number[];
  /** Learn an intercept, which is not penalized. Default true. */
  fitIntercept: boolean;
  /**
   * `"cholesky"` factors XᵀX (or XXᵀ where there are more features than samples), `"svd"` takes the
   * singular values of X: slower, and right where features nearly depend on one another. `"auto"` is
   * the first, and the second where it fails. Default `"auto"`.
   */
  solver: RidgeSolver;
}

/**
 * Least squares with a penalty on the squares of the weights, which keeps them small.
 *
 * Source: Hoerl & Kennard, Ridge Regression: Biased Estimation for Nonorthogonal Problems (1970).
 * O(samples · features²).
 *
 * Differs from scikit-learn: both solvers are exact, so there are no `maxIter` and `tol`; no `positive`.
 *
 * @example
 * const ridge = new Ridge({ alpha: 1 }).fit([[0], [1], [2]], [0, 1, 2]);
 * ridge.coef_.map((v) => Number(v.toFixed(9))); // [0.666666667]
 */
export class Ridge<Y extends Prediction = Float64Array> extends LinearRegressor<
  RidgeParams,
  LinearState,
  Y
> {
  constructor(params: Partial<RidgeParams> = {}) {
    super({ alpha: 1, fitIntercept: true, solver: "auto" }, params);
  }

  /** Learns from samples [n, features] and a target [n], or several targets [n, targets]. */
  fit<T extends TargetLike>(
    x: MatrixLike,
    y: T,
    options: SampleOptions = {},
  ): Ridge<PredictionOf<T>> {
    const { fitIntercept, solver } = this.params;
    checkChoice(this.name, "solver", solver, ["auto", "cholesky", "svd"]);
    const { x: samples, y: targets, single, weights } = this.readRegressions(x, y, options);
    const alphas = this.#alphas(targets.columns);
    const problem = leastSquaresOf(samples, targets, weights, fitIntercept, this.name);
    const coef = ridgeSolve(problem, alphas, solver);
    const intercept = interceptsOf(coef, problem);
    this.learned({ coef, intercept, single }, samples);
    return this as unknown as Ridge<PredictionOf<T>>;
  }

  #alphas(targets: number): Float64Array {
    const { alpha } = this.params;
    const alphas = Array.isArray(alpha) ? (alpha as number[]) : Array(targets).fill(alpha);
    for (const one of alphas) checkNumber(this.name, "alpha", one, { from: 0 });
    if (alphas.length === targets) return Float64Array.from(alphas as number[]);
    throw new RangeError(
      `${this.name}: alpha has ${alphas.length} values for ${targets} targets; give one for each, or one number.`,
    );
  }
}

register("Ridge", Ridge);
