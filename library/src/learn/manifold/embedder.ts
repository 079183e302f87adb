import { type AnyTarget, Estimator } from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";

/** What is left by a fit that places the samples themselves. */
export interface EmbedderState {
  readonly embedding: Matrix;
}

/** An estimator that places the samples it learns from in few dimensions, and no others. */
export abstract class Embedder<P extends object, S extends EmbedderState> extends Estimator<P, S> {
  /** Learns from samples [n, features]; y is not looked at. */
  abstract fit(x: MatrixLike, y?: AnyTarget): this;

  /** Learns, and returns the samples' places [n, components]. */
  fitTransform(x: MatrixLike, y?: AnyTarget): Matrix {
    return this.fit(x, y).embedding_;
  }

  /** The samples' places [n, components]. */
  get embedding_(): Matrix {
    const { data, rows, columns } = this.fitted("embedding_").embedding;
    return new Matrix(data.slice(), rows, columns, this.getFeatureNamesOut());
  }

  /** The class's name in small letters with numbers from 0. */
  getFeatureNamesOut(): string[] {
    const { columns } = this.fitted("names").embedding;
    return Array.from({ length: columns }, (_, i) => `${this.name.toLowerCase()}${i}`);
  }
}
