import { type Prediction, Regressor, type TargetLike } from "../base/index.ts";
import { affine } from "../linalg/index.ts";
import type { FrameLike } from "../matrix/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";

/** What linear regressors learn: `coef` is [targets, features]. */
export interface LinearState {
  readonly coef: Matrix;
  readonly intercept: Float64Array;
  /** One target without a dimension of its own. */
  readonly single: boolean;
}

/** What is predicted after learning from such a target. */
export type PredictionOf<T extends TargetLike> = T extends
  Matrix | FrameLike | readonly ArrayLike<number | null | undefined>[]
  ? Matrix
  : Float64Array;

/** A regressor whose prediction is a weighted sum of the features. */
export abstract class LinearRegressor<
  P extends object,
  S extends LinearState,
  Y extends Prediction,
> extends Regressor<P, S, Y> {
  /** One number a sample [n]; of several targets, [n, targets]. */
  predict(x: MatrixLike): Y {
    const { coef, intercept, single } = this.fitted("prediction");
    const values = affine(this.readMore(x), coef.data, intercept);
    return (single ? values.data : values) as Y;
  }

  /** The features' weights [features]; of several targets, [targets, features]. */
  get coef_(): Y {
    const { coef, single } = this.fitted("coef_");
    const data = coef.data.slice();
    return (single ? data : new Matrix(data, coef.rows, coef.columns)) as Y;
  }

  /** What is predicted where all features are 0; of several targets, [targets]. */
  get intercept_(): Y extends Matrix ? Float64Array : number {
    const { intercept, single } = this.fitted("intercept_");
    return (single ? intercept[0] : intercept.slice()) as Y extends Matrix ? Float64Array : number;
  }
}
