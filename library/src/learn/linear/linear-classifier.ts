import { argMaxRows, Classifier, type ClassifierState, type Label } from "../base/index.ts";
import { affine } from "../linalg/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";

/** What linear classifiers learn: `coef` is [1, features] for two classes, else [classes, features]. */
export interface LinearClassifierState extends ClassifierState {
  readonly coef: Matrix;
  readonly intercept: Float64Array;
}

/** A classifier that decides by weighted sums of the features. */
export abstract class LinearClassifier<
  L extends Label,
  P extends object,
  S extends LinearClassifierState,
> extends Classifier<L, P, S> {
  /**
   * The weighted sums: [n, 1] for two classes, where above 0 is the second class; else [n, classes],
   * where the greatest wins.
   */
  decisionFunction(x: MatrixLike): Matrix {
    this.fitted("decision function");
    return this.sums(this.readMore(x));
  }

  /** The features' weights: [1, features] for two classes, else [classes, features]. */
  get coef_(): Matrix {
    const { coef } = this.fitted("coef_");
    return new Matrix(coef.data.slice(), coef.rows, coef.columns, coef.names);
  }

  /** What is added to the weighted sums: [1] for two classes, else [classes]. */
  get intercept_(): Float64Array {
    return this.fitted("intercept_").intercept.slice();
  }

  /** The weighted sums of samples that were checked. */
  protected sums(x: Matrix): Matrix {
    const { coef, intercept } = this.fitted();
    return affine(x, coef.data, intercept);
  }

  protected decide(x: Matrix): ArrayLike<number> {
    const sums = this.sums(x);
    return sums.columns === 1 ? sums.data.map((sum) => Number(sum > 0)) : argMaxRows(sums);
  }
}
