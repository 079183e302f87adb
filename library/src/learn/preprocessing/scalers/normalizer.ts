import { checkChoice, register } from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import { SameFeatures } from "../same-features.ts";

export interface NormalizerParams {
  /** The length that becomes 1: of the sum of squares, of absolute values, or the greatest. Default `"l2"`. */
  norm: "l1" | "l2" | "max";
}

/**
 * Scales each sample (not each feature) to length 1; a sample of zeros stays. O(n · features).
 *
 * @example
 * new Normalizer().fitTransform([[3, 4]]).toArray(); // [[0.6, 0.8]]
 */
export class Normalizer extends SameFeatures<NormalizerParams, object> {
  constructor(params: Partial<NormalizerParams> = {}) {
    super({ norm: "l2" }, params);
  }

  fit(x: MatrixLike): this {
    checkChoice(this.name, "norm", this.params.norm, ["l1", "l2", "max"]);
    return this.learned({}, this.readFit(x));
  }

  transform(x: MatrixLike): Matrix {
    this.fitted("transform");
    const { norm } = this.params;
    const samples = this.readMore(x);
    const { rows, columns } = samples;
    const data = samples.data.slice();
    for (let i = 0; i < rows; i++) {
      const row = data.subarray(i * columns, (i + 1) * columns);
      let length = 0;
      for (const value of row) {
        if (norm === "l2") length += value * value;
        else if (norm === "l1") length += Math.abs(value);
        else length = Math.max(length, Math.abs(value));
      }
      if (norm === "l2") length = Math.sqrt(length);
      if (length === 0) continue;
      for (let j = 0; j < columns; j++) row[j] /= length;
    }
    return new Matrix(data, rows, columns, this.getFeatureNamesOut());
  }
}

register("Normalizer", Normalizer);
