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
    const { columns } = samples;
    const mean = new Float64Array(columns);
    const variance = new Float64Array(columns);
    const scale = new Float64Array(columns).fill(1);
    for (let j = 0; j < columns; j++) {
      const values = samples.column(j).filter((value) => !Number.isNaN(value));
      const center = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
      mean[j] = center;
      variance[j] = squares / values.length;
      const deviation = Math.sqrt(variance[j] ?? 0);
      // As in scikit-learn: what is only rounding error around a constant is no spread.
      const rounding = 10 * Number.EPSILON * Math.abs(center) * Math.sqrt(values.length);
      if (this.params.withStd && deviation > rounding) scale[j] = deviation;
    }
    return this.learned({ mean, variance, scale }, samples);
  }

  transform(x: MatrixLike): Matrix {
    return this.#move(x, (value, mean, scale) => (value - mean) / scale);
  }

  /** The features as they were before `transform`. */
  inverseTransform(x: MatrixLike): Matrix {
    return this.#move(x, (value, mean, scale) => value * scale + mean);
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

  #move(x: MatrixLike, moved: (value: number, mean: number, scale: number) => number): Matrix {
    const { mean, scale } = this.fitted("transform");
    const samples = this.readMore(x);
    const center = this.params.withMean ? mean : new Float64Array(mean.length);
    const { columns } = samples;
    const data = samples.data.map((value, at) =>
      moved(value, center[at % columns] ?? 0, scale[at % columns] ?? 1),
    );
    return new Matrix(data, samples.rows, columns, this.getFeatureNamesOut());
  }
}

register("StandardScaler", StandardScaler);
