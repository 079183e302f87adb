import { register, Transformer } from "../../base/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../../matrix/index.ts";

export interface FunctionTransformerParams {
  /** Makes new features of the samples; default: the samples as they are. */
  func: ((x: Matrix) => MatrixLike) | undefined;
  /** Undoes `func`. */
  inverseFunc: ((x: Matrix) => MatrixLike) | undefined;
  /** The names of the new features; default: the old ones where their number is the same. */
  featureNamesOut: readonly string[] | undefined;
}

/**
 * A function as a transformer, for pipelines. It has nothing to learn.
 *
 * Differs from scikit-learn: the function is handed a matrix, whatever came in; missing values are
 * allowed. JSON cannot carry the function.
 *
 * @example
 * const logs = new FunctionTransformer({ func: (x) => x.toArray().map((row) => row.map(Math.log10)) });
 * logs.fitTransform([[1], [100]]).toArray(); // [[0], [2]]
 */
export class FunctionTransformer extends Transformer<FunctionTransformerParams, object> {
  constructor(params: Partial<FunctionTransformerParams> = {}) {
    super({ func: undefined, inverseFunc: undefined, featureNamesOut: undefined }, params);
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: MatrixLike): this {
    return this.learned({}, this.readFit(x));
  }

  transform(x: MatrixLike): Matrix {
    this.fitted("transform");
    const samples = this.readMore(x);
    const { func, featureNamesOut } = this.params;
    const made = func ? readMatrix(func(samples), `The function of ${this.name}`) : samples;
    const kept = made.names ?? (made.columns === samples.columns ? this.#names() : undefined);
    return new Matrix(made.data, made.rows, made.columns, featureNamesOut ?? kept);
  }

  /** The samples as they were before `transform`, by `inverseFunc`. */
  inverseTransform(x: MatrixLike): Matrix {
    const samples = readMatrix(x, this.name);
    const { inverseFunc } = this.params;
    return inverseFunc ? readMatrix(inverseFunc(samples), this.name) : samples;
  }

  getFeatureNamesOut(): string[] {
    return [...(this.params.featureNamesOut ?? this.#names())];
  }

  #names(): string[] {
    const length = this.nFeaturesIn_;
    return [...(this.featureNamesIn_ ?? Array.from({ length }, (_, j) => `x${j}`))];
  }
}

register("FunctionTransformer", FunctionTransformer);
