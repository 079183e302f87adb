import { type Prediction, register, type SampleOptions, type TargetLike } from "../base/index.ts";
import { multiply, svd, transpose, triangle } from "../linalg/index.ts";
import type { Matrix, MatrixLike } from "../matrix/index.ts";
import { centered, interceptsOf, leastSquaresOf } from "./centered.ts";
import { LinearRegressor, type LinearState, type PredictionOf } from "./linear-regressor.ts";

export interface LinearRegressionParams {
  /** Learn an intercept; false for data that go through 0. Default true. */
  fitIntercept: boolean;
}

interface State extends LinearState {
  readonly rank: number;
  readonly singular: Float64Array;
}

/**
 * Ordinary least squares: the weights that make the sum of squared errors least. Where features depend
 * on one another, so that many weights are equally good, the shortest of them are taken.
 *
 * Source: a QR factorization by blocks of rows, then the singular values of the triangle (Golub &
 * Van Loan, Matrix Computations, chapter 5). O(samples · features²).
 *
 * Differs from scikit-learn: no `positive`.
 *
 * @example
 * const line = new LinearRegression().fit([[1], [2], [4]], [3, 5, 9]);
 * [line.coef_, line.intercept_].flat().map((v) => Number(Number(v).toFixed(9))); // [2, 1]
 * Math.round(line.predict([[10]])[0]); // 21
 */
export class LinearRegression<Y extends Prediction = Float64Array> extends LinearRegressor<
  LinearRegressionParams,
  State,
  Y
> {
  constructor(params: Partial<LinearRegressionParams> = {}) {
    super({ fitIntercept: true }, params);
  }

  /** Learns from samples [n, features] and a target [n], or several targets [n, targets]. */
  fit<T extends TargetLike>(
    x: MatrixLike,
    y: T,
    options: SampleOptions = {},
  ): LinearRegression<PredictionOf<T>> {
    const { x: samples, y: targets, single, weights } = this.readRegressions(x, y, options);
    const { fitIntercept } = this.params;
    const problem = leastSquaresOf(samples, targets, weights, fitIntercept, this.name);
    const moved = centered(problem);
    const { coef, rank, singular } = shortest(moved.x, moved.y);
    const intercept = interceptsOf(coef, problem);
    this.learned({ coef, intercept, single, rank, singular }, samples);
    return this as unknown as LinearRegression<PredictionOf<T>>;
  }

  /** The number of features (centered, where there is an intercept) that do not follow from others. */
  get rank_(): number {
    return this.fitted("rank_").rank;
  }

  /** The singular values of the (centered) features, from the greatest down. */
  get singular_(): Float64Array {
    return this.fitted("singular_").singular.slice();
  }
}

/** The least squares of least length, as LAPACK's gelsd gives them. */
function shortest(x: Matrix, y: Matrix): { coef: Matrix; rank: number; singular: Float64Array } {
  const { r, qty } = triangle(x, y);
  const { u, values, v } = svd(r);
  const least = values[0] * Number.EPSILON * Math.max(x.rows, x.columns);
  const rank = values.filter((value) => value > least).length;
  const parts = multiply(transpose(u), qty);
  for (let j = 0; j < parts.rows; j++) {
    for (let k = 0; k < parts.columns; k++) {
      const at = j * parts.columns + k;
      parts.data[at] = values[j] > least ? parts.data[at] / values[j] : 0;
    }
  }
  const singular = values.slice(0, Math.min(x.rows, x.columns));
  return { coef: transpose(multiply(v, parts)), rank, singular };
}

register("LinearRegression", LinearRegression);
