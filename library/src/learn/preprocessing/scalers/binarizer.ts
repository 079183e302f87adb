import { checkNumber, register } from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import { SameFeatures } from "../same-features.ts";

export interface BinarizerParams {
  /** Values above it become 1, the others 0. Default 0. */
  threshold: number;
}

/**
 * Values above a threshold become 1, the others 0. O(n · features).
 *
 * @example
 * new Binarizer({ threshold: 2 }).fitTransform([[1], [2], [3]]).toArray(); // [[0], [0], [1]]
 */
export class Binarizer extends SameFeatures<BinarizerParams, object> {
  constructor(params: Partial<BinarizerParams> = {}) {
    super({ threshold: 0 }, params);
  }

  fit(x: MatrixLike): this {
    checkNumber(this.name, "threshold", this.params.threshold);
    return this.learned({}, this.readFit(x));
  }

  transform(x: MatrixLike): Matrix {
    this.fitted("transform");
    const { threshold } = this.params;
    const samples = this.readMore(x);
    const data = samples.data.map((value) => (value > threshold ? 1 : 0));
    return new Matrix(data, samples.rows, samples.columns, this.getFeatureNamesOut());
  }
}

register("Binarizer", Binarizer);
