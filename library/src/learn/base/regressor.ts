import type { Matrix, MatrixLike } from "../matrix/index.ts";
import { Estimator } from "./estimator.ts";
import { checkLengths, type SampleOptions } from "./supervised.ts";
import { readTarget, readWeights, type TargetLike } from "./target.ts";

/** Samples to learn a number from, checked. */
export interface RegressionData {
  readonly x: Matrix;
  readonly y: Float64Array;
  readonly weights: Float64Array;
}

/** An estimator that predicts one number a sample. */
export abstract class Regressor<P extends object, S extends object> extends Estimator<P, S> {
  /** Learns from samples [n, features] and one number a sample [n]. */
  abstract fit(x: MatrixLike, y: TargetLike, options?: SampleOptions): this;

  /** One number a sample [n]. */
  abstract predict(x: MatrixLike): Float64Array;

  /**
   * R², the coefficient of determination: 1 at best, 0 for the mean of y, below 0 for worse.
   */
  score(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): number {
    const predicted = this.predict(x);
    const actual = readTarget(y, this.name);
    if (predicted.length !== actual.length) {
      throw new RangeError(
        `${this.name} received ${predicted.length} samples in X, but ${actual.length} in y.`,
      );
    }
    const weights = readWeights(options.sampleWeight, actual.length, this.name);
    let total = 0;
    let sum = 0;
    actual.forEach((value, i) => {
      total += weights[i] ?? 0;
      sum += (weights[i] ?? 0) * value;
    });
    const mean = sum / total;
    let residual = 0;
    let spread = 0;
    actual.forEach((value, i) => {
      residual += (weights[i] ?? 0) * (value - (predicted[i] ?? 0)) ** 2;
      spread += (weights[i] ?? 0) * (value - mean) ** 2;
    });
    if (spread === 0) return residual === 0 ? 1 : 0;
    return 1 - residual / spread;
  }

  /** Reads and checks what `fit` received. */
  protected readRegression(
    x: MatrixLike,
    y: TargetLike,
    options: SampleOptions = {},
  ): RegressionData {
    const matrix = this.readFit(x);
    const target = readTarget(y, this.name);
    checkLengths(matrix, target.length, this.name);
    const weights = readWeights(options.sampleWeight, matrix.rows, this.name);
    return { x: matrix, y: target, weights };
  }
}
