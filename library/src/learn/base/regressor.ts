import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { Estimator } from "./estimator.ts";
import { checkLengths, type SampleOptions } from "./supervised.ts";
import { readTarget, readTargets, readWeights, type TargetLike } from "./target.ts";

/** Samples to learn a number from, checked. */
export interface RegressionData {
  readonly x: Matrix;
  readonly y: Float64Array;
  readonly weights: Float64Array;
}

/** Samples to learn several numbers from, checked; `single` when y had one dimension. */
export interface RegressionsData {
  readonly x: Matrix;
  readonly y: Matrix;
  readonly single: boolean;
  readonly weights: Float64Array;
}

/** What a regressor predicts: a number a sample, or, of several targets, a row a sample. */
export type Prediction = Float64Array | Matrix;

/**
 * An estimator that predicts numbers.
 *
 * @typeParam Y - what it predicts: one number a sample, unless it can learn several targets at once
 */
export abstract class Regressor<
  P extends object,
  S extends object,
  Y extends Prediction = Float64Array,
> extends Estimator<P, S> {
  /** Learns from samples [n, features] and one number a sample [n]. */
  abstract fit(x: MatrixLike, y: TargetLike, options?: SampleOptions): Regressor<P, S, Prediction>;

  /** One number a sample [n]; of several targets, [n, targets]. */
  abstract predict(x: MatrixLike): Y;

  /**
   * R², the coefficient of determination: 1 at best, 0 for the mean of y, below 0 for worse. Of several
   * targets it is the mean of theirs.
   */
  score(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): number {
    const predicted: Prediction = this.predict(x);
    if (predicted instanceof Matrix) {
      const actual = readTargets(y, this.name).y;
      let sum = 0;
      for (let j = 0; j < predicted.columns; j++)
        sum += this.#determined(predicted.column(j), actual.column(j), options);
      return sum / predicted.columns;
    }
    return this.#determined(predicted, readTarget(y, this.name), options);
  }

  #determined(predicted: Float64Array, actual: Float64Array, options: SampleOptions): number {
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

  /** Reads and checks what `fit` received, of one target or several. */
  protected readRegressions(
    x: MatrixLike,
    y: TargetLike,
    options: SampleOptions = {},
  ): RegressionsData {
    const matrix = this.readFit(x);
    const { y: targets, single } = readTargets(y, this.name);
    checkLengths(matrix, targets.rows, this.name);
    const weights = readWeights(options.sampleWeight, matrix.rows, this.name);
    return { x: matrix, y: targets, single, weights };
  }
}
