import { register } from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import { presentSorted, safeScale, shiftAndScale, unscale } from "../columns.ts";
import { SameFeatures } from "../same-features.ts";

interface State {
  readonly maxAbs: Float64Array;
}

/**
 * Divides each feature by its greatest absolute value, so that it lies from -1 to 1 and 0 stays 0.
 * Missing values stay missing. O(n · features).
 *
 * @example
 * new MaxAbsScaler().fitTransform([[-4], [2]]).toArray(); // [[-1], [0.5]]
 */
export class MaxAbsScaler extends SameFeatures<object, State> {
  constructor(params: object = {}) {
    super({}, params);
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: MatrixLike): this {
    const samples = this.readFit(x);
    const maxAbs = Float64Array.from({ length: samples.columns }, (_, j) => {
      const values = presentSorted(samples, j);
      return Math.max(Math.abs(values.at(0) ?? NaN), Math.abs(values.at(-1) ?? NaN));
    });
    return this.learned({ maxAbs }, samples);
  }

  transform(x: MatrixLike): Matrix {
    this.fitted("transform");
    const samples = this.readMore(x);
    const data = shiftAndScale(samples, undefined, this.scale_);
    return new Matrix(data, samples.rows, samples.columns, this.getFeatureNamesOut());
  }

  /** The features as they were before `transform`. */
  inverseTransform(x: MatrixLike): Matrix {
    const samples = this.readMore(x);
    const data = unscale(samples, undefined, this.scale_);
    return new Matrix(data, samples.rows, samples.columns, this.getFeatureNamesOut());
  }

  /** The greatest absolute value of each feature. */
  get maxAbs_(): Float64Array {
    return this.fitted("maxAbs_").maxAbs.slice();
  }

  /** What each feature is divided by: `maxAbs_`, and 1 for a feature of zeros. */
  get scale_(): Float64Array {
    return safeScale(this.fitted("scale_").maxAbs);
  }
}

register("MaxAbsScaler", MaxAbsScaler);
