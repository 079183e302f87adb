import { register } from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import { presentSorted, quantile, safeScale, shiftAndScale, unscale } from "../columns.ts";
import { SameFeatures } from "../same-features.ts";

export interface RobustScalerParams {
  /** Subtract the median. Default true. */
  withCentering: boolean;
  /** Divide by the distance of the two quantiles. Default true. */
  withScaling: boolean;
  /** The quantiles, in percent. Default [25, 75]. */
  quantileRange: readonly [number, number];
}

interface State {
  readonly center: Float64Array | undefined;
  readonly scale: Float64Array | undefined;
}

/**
 * Subtracts the median of each feature and divides by the distance between its quartiles: outliers
 * hardly move either. Missing values stay missing. O(n log n · features).
 *
 * @example
 * const scaler = new RobustScaler();
 * scaler.fitTransform([[1], [2], [3], [4], [1000]]).toArray(); // [[-1], [-0.5], [0], [0.5], [498.5]]
 */
export class RobustScaler extends SameFeatures<RobustScalerParams, State> {
  constructor(params: Partial<RobustScalerParams> = {}) {
    super({ withCentering: true, withScaling: true, quantileRange: [25, 75] }, params);
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: MatrixLike): this {
    const { withCentering, withScaling, quantileRange } = this.params;
    const [low, high] = quantileRange;
    if (!(low >= 0 && low <= high && high <= 100)) {
      throw new RangeError(
        `RobustScaler: quantileRange needs two percentages, the lower first; it is [${low}, ${high}].`,
      );
    }
    const samples = this.readFit(x);
    const center = new Float64Array(samples.columns);
    const scale = new Float64Array(samples.columns);
    for (let j = 0; j < samples.columns; j++) {
      const values = presentSorted(samples, j);
      center[j] = quantile(values, 0.5);
      scale[j] = quantile(values, high / 100) - quantile(values, low / 100);
    }
    const state = {
      center: withCentering ? center : undefined,
      scale: withScaling ? safeScale(scale) : undefined,
    };
    return this.learned(state, samples);
  }

  transform(x: MatrixLike): Matrix {
    const { center, scale } = this.fitted("transform");
    const samples = this.readMore(x);
    const data = shiftAndScale(samples, center, scale);
    return new Matrix(data, samples.rows, samples.columns, this.getFeatureNamesOut());
  }

  /** The features as they were before `transform`. */
  inverseTransform(x: MatrixLike): Matrix {
    const { center, scale } = this.fitted("transform");
    const samples = this.readMore(x);
    const data = unscale(samples, center, scale);
    return new Matrix(data, samples.rows, samples.columns, this.getFeatureNamesOut());
  }

  /** The median of each feature; undefined without centering. */
  get center_(): Float64Array | undefined {
    return this.fitted("center_").center?.slice();
  }

  /** The distance between the quantiles of each feature; undefined without scaling. */
  get scale_(): Float64Array | undefined {
    return this.fitted("scale_").scale?.slice();
  }
}

register("RobustScaler", RobustScaler);
