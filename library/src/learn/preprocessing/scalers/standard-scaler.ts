import { register, Transformer } from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";

export interface StandardScalerParams {
  /** Subtract the mean. Default true. */
  withMean: boolean;
  /** Divide by the standard deviation. Default true. */
  withStd: boolean;
}

interface State {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly scale: Float64Array;
}

/**
 * Moves each feature to mean 0 and scales it to standard deviation 1 (that of the population, divided
 * by n). A constant feature becomes 0. Missing values stay missing and do not count.
 *
 * @example
 * const scaler = new StandardScaler();
 * scaler.fitTransform([[1], [3]]).toArray(); // [[-1], [1]]
 * scaler.mean_; // [2]
 */
export class StandardScaler extends Transformer<StandardScalerParams, State> {
  constructor(params: Partial<StandardScalerParams> = {}) {
    super({ withMean: true, withStd: true }, params);
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: MatrixLike): this {
    const samples = this.readFit(x);
    const { mean, variance, counts } = moments(samples);
    const scale = new Float64Array(samples.columns).fill(1);
    for (let j = 0; j < samples.columns; j++) {
      const deviation = Math.sqrt(variance[j]);
      // As in scikit-learn: what is only rounding error around a constant is no spread.
      const rounding = 10 * Number.EPSILON * Math.abs(mean[j]) * Math.sqrt(counts[j]);
      if (this.params.withStd && deviation > rounding) scale[j] = deviation;
    }
    return this.learned({ mean, variance, scale }, samples);
  }

  transform(x: MatrixLike): Matrix {
    const { mean, scale } = this.fitted("transform");
    const { data, rows, columns } = this.readMore(x);
    const center = this.params.withMean ? mean : new Float64Array(columns);
    const moved = new Float64Array(data.length);
    for (let i = 0, at = 0; i < rows; i++)
      for (let j = 0; j < columns; j++, at++) moved[at] = (data[at] - center[j]) / scale[j];
    return new Matrix(moved, rows, columns, this.getFeatureNamesOut());
  }

  /** The features as they were before `transform`. */
  inverseTransform(x: MatrixLike): Matrix {
    const { mean, scale } = this.fitted("transform");
    const { data, rows, columns } = this.readMore(x);
    const center = this.params.withMean ? mean : new Float64Array(columns);
    const moved = new Float64Array(data.length);
    for (let i = 0, at = 0; i < rows; i++)
      for (let j = 0; j < columns; j++, at++) moved[at] = data[at] * scale[j] + center[j];
    return new Matrix(moved, rows, columns, this.getFeatureNamesOut());
  }

  getFeatureNamesOut(): string[] {
    const { mean } = this.fitted("names");
    return [...(this.featureNamesIn_ ?? Array.from(mean, (_, j) => `x${j}`))];
  }

  /** The mean of each feature. */
  get mean_(): Float64Array {
    return this.fitted("mean_").mean.slice();
  }

  /** The variance of each feature. */
  get var_(): Float64Array {
    return this.fitted("var_").variance.slice();
  }

  /** What each feature is divided by. */
  get scale_(): Float64Array {
    return this.fitted("scale_").scale.slice();
  }
}

/** Mean and variance of each feature over the values that are there, in two passes over the rows. */
function moments({ data, rows, columns }: Matrix) {
  const mean = new Float64Array(columns);
  const variance = new Float64Array(columns);
  const counts = new Float64Array(columns);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, at++) {
      const value = data[at];
      if (Number.isNaN(value)) continue;
      counts[j] += 1;
      mean[j] += value;
    }
  }
  for (let j = 0; j < columns; j++) mean[j] /= counts[j];
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, at++) {
      const away = data[at] - mean[j];
      if (!Number.isNaN(away)) variance[j] += away * away;
    }
  }
  for (let j = 0; j < columns; j++) variance[j] /= counts[j];
  return { mean, variance, counts };
}

register("StandardScaler", StandardScaler);
