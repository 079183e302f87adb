import { register } from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import { presentSorted } from "../columns.ts";
import { SameFeatures } from "../same-features.ts";

export interface MinMaxScalerParams {
  /** Where the least and the greatest value that `fit` saw go. Default [0, 1]. */
  featureRange: readonly [number, number];
  /** Hold later values in the range too. Default false. */
  clip: boolean;
}

interface State {
  readonly dataMin: Float64Array;
  readonly dataMax: Float64Array;
  readonly scale: Float64Array;
  readonly min: Float64Array;
}

/**
 * Scales each feature so that its least value becomes 0 and its greatest 1, or the ends of another
 * range. A constant feature becomes the lower end. Missing values stay missing. O(n · features).
 *
 * @example
 * const scaler = new MinMaxScaler();
 * scaler.fitTransform([[1], [2], [5]]).toArray(); // [[0], [0.25], [1]]
 * scaler.dataMax_; // [5]
 */
export class MinMaxScaler extends SameFeatures<MinMaxScalerParams, State> {
  constructor(params: Partial<MinMaxScalerParams> = {}) {
    super({ featureRange: [0, 1], clip: false }, params);
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: MatrixLike): this {
    const [low, high] = this.params.featureRange;
    if (!(low < high)) {
      throw new RangeError(
        `MinMaxScaler: featureRange needs its lower end first; it is [${low}, ${high}].`,
      );
    }
    const samples = this.readFit(x);
    const { columns } = samples;
    const dataMin = new Float64Array(columns);
    const dataMax = new Float64Array(columns);
    for (let j = 0; j < columns; j++) {
      const values = presentSorted(samples, j);
      dataMin[j] = values.at(0) ?? NaN;
      dataMax[j] = values.at(-1) ?? NaN;
    }
    const scale = dataMax.map((value, j) => {
      const spread = value - dataMin[j];
      return (high - low) / (spread < 10 * Number.EPSILON ? 1 : spread);
    });
    const min = dataMin.map((value, j) => low - value * scale[j]);
    return this.learned({ dataMin, dataMax, scale, min }, samples);
  }

  transform(x: MatrixLike): Matrix {
    const { scale, min } = this.fitted("transform");
    const { clip, featureRange } = this.params;
    const samples = this.readMore(x);
    const { columns, rows } = samples;
    const data = samples.data.map((value, at) => value * scale[at % columns] + min[at % columns]);
    if (clip) {
      const [low, high] = featureRange;
      for (let at = 0; at < data.length; at++) data[at] = Math.min(Math.max(data[at], low), high);
    }
    return new Matrix(data, rows, columns, this.getFeatureNamesOut());
  }

  /** The features as they were before `transform`. */
  inverseTransform(x: MatrixLike): Matrix {
    const { scale, min } = this.fitted("transform");
    const samples = this.readMore(x);
    const { columns, rows } = samples;
    const data = samples.data.map((value, at) => (value - min[at % columns]) / scale[at % columns]);
    return new Matrix(data, rows, columns, this.getFeatureNamesOut());
  }

  /** The least value of each feature. */
  get dataMin_(): Float64Array {
    return this.fitted("dataMin_").dataMin.slice();
  }

  /** The greatest value of each feature. */
  get dataMax_(): Float64Array {
    return this.fitted("dataMax_").dataMax.slice();
  }

  /** What each feature is multiplied by. */
  get scale_(): Float64Array {
    return this.fitted("scale_").scale.slice();
  }

  /** What is added to each feature after it is multiplied. */
  get min_(): Float64Array {
    return this.fitted("min_").min.slice();
  }
}

register("MinMaxScaler", MinMaxScaler);
