import { checkNumber, register, Transformer } from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";

export interface VarianceThresholdParams {
  /** Features whose variance is not above it are left out. Default 0: constant ones. */
  threshold: number;
}

interface State {
  readonly variances: Float64Array;
  readonly kept: readonly number[];
}

/**
 * Leaves out features that hardly vary (variance of the population). Missing values do not count.
 * O(n · features).
 *
 * @example
 * new VarianceThreshold().fitTransform([[1, 5], [2, 5]]).toArray(); // [[1], [2]]
 */
export class VarianceThreshold extends Transformer<VarianceThresholdParams, State> {
  constructor(params: Partial<VarianceThresholdParams> = {}) {
    super({ threshold: 0 }, params);
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  /** @throws RangeError where no feature is left */
  fit(x: MatrixLike): this {
    const { threshold } = this.params;
    checkNumber(this.name, "threshold", threshold, { from: 0 });
    const samples = this.readFit(x);
    const variances = Float64Array.from({ length: samples.columns }, (_, j) => {
      const values = samples.column(j).filter((value) => !Number.isNaN(value));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      // Rounding must not make a constant feature vary: its range is exactly 0.
      return values.every((value) => value === values[0]) ? 0 : variance;
    });
    const kept = [...variances.keys()].filter((j) => variances[j] > threshold);
    if (kept.length === 0) {
      throw new RangeError(
        `${this.name}: none of ${samples.columns} features (${samples.rows} samples) has a variance above ${threshold}.`,
      );
    }
    return this.learned({ variances, kept }, samples);
  }

  transform(x: MatrixLike): Matrix {
    const { kept } = this.fitted("transform");
    const samples = this.readMore(x);
    const { data, rows, columns } = samples.takeColumns(kept);
    return new Matrix(data, rows, columns, this.getFeatureNamesOut());
  }

  getFeatureNamesOut(): string[] {
    const { kept } = this.fitted("names");
    return kept.map((j) => this.featureNamesIn_?.[j] ?? `x${j}`);
  }

  /** Whether each feature is kept. */
  getSupport(): boolean[] {
    const { variances, kept } = this.fitted("support");
    return Array.from(variances, (_, j) => kept.includes(j));
  }

  /** The variance of each feature. */
  get variances_(): Float64Array {
    return this.fitted("variances_").variances.slice();
  }
}

register("VarianceThreshold", VarianceThreshold);
