import { checkInteger, checkNumber, register, Transformer } from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { Search, searchDefaults } from "../neighbors/search/index.ts";
import { leastPairs, settleColumnSigns } from "./eigen-pairs.ts";
import { localWeights } from "./local-weights.ts";
import { nearestOthers } from "./nearest.ts";

export interface LocallyLinearEmbeddingParams {
  /** How many neighbours make a sample. Default 5. */
  nNeighbors: number;
  /** Dimensions of the result. Default 2. */
  nComponents: number;
  /** Added to the neighbours' products, relative to their trace. Default 1e-3. */
  reg: number;
}

interface State {
  readonly x: Matrix;
  readonly embedding: Matrix;
  readonly error: number;
}

/**
 * Unrolls a curved sheet: each sample is made from its neighbours, and the places in few dimensions are
 * those that the same weights make (Roweis and Saul, 2000). Time O(n² · features + n³), memory O(n²).
 *
 * Differs from scikit-learn: the standard method alone. The sign of each dimension is settled: the value
 * of greatest size is positive.
 *
 * @example
 * const rows = Array.from({ length: 20 }, (_, i) => [Math.cos(i / 7), Math.sin(i / 7)]);
 * const lle = new LocallyLinearEmbedding({ nNeighbors: 3, nComponents: 1 });
 * lle.fitTransform(rows).shape; // [20, 1]
 */
export class LocallyLinearEmbedding extends Transformer<LocallyLinearEmbeddingParams, State> {
  constructor(params: Partial<LocallyLinearEmbeddingParams> = {}) {
    super({ nNeighbors: 5, nComponents: 2, reg: 1e-3 }, params);
  }

  /** @throws RangeError for too few samples, or more components than features */
  fit(x: MatrixLike): this {
    const { nNeighbors, nComponents, reg } = this.params;
    checkInteger(this.name, "nNeighbors", nNeighbors, 1);
    checkNumber(this.name, "reg", reg, { from: 0 });
    checkInteger(this.name, "nComponents", nComponents, 1);
    const samples = this.readFit(x);
    const { places } = nearestOthers(this.name, "nNeighbors", samples, nNeighbors);
    const most = samples.rows - 2;
    checkInteger(this.name, "nComponents", nComponents, 1, Math.max(most, 1));
    const weights = localWeights(samples, samples, places, reg);
    const { values, vectors } = leastPairs(
      mismatch(places, weights, samples.rows),
      nComponents + 1,
    );
    // The first vector is constant: it moves all samples together.
    const embedding = vectors.takeColumns(Array.from({ length: nComponents }, (_, c) => c + 1));
    settleColumnSigns(embedding);
    const error = values.slice(1).reduce((sum, value) => sum + value, 0);
    return this.learned({ x: samples, embedding, error }, samples);
  }

  /** The samples that `fit` saw: their places [n, components]. */
  override fitTransform(x: MatrixLike): Matrix {
    return this.fit(x).embedding_;
  }

  /** The places that the nearest learned samples make for others [n, components]. */
  transform(x: MatrixLike): Matrix {
    const { x: learned, embedding } = this.fitted("transform");
    const { nNeighbors, reg } = this.params;
    const queries = this.readMore(x);
    const { places } = new Search(this.name, learned, searchDefaults).nearest(queries, nNeighbors);
    const weights = localWeights(queries, learned, places, reg);
    const { columns, data } = embedding;
    const out = new Float64Array(queries.rows * columns);
    for (let at = 0; at < places.length; at++) {
      const into = Math.floor(at / nNeighbors) * columns;
      for (let c = 0; c < columns; c++)
        out[into + c] += weights[at] * data[places[at] * columns + c];
    }
    return new Matrix(out, queries.rows, columns, this.getFeatureNamesOut());
  }

  /** `locallylinearembedding0`, …. */
  getFeatureNamesOut(): string[] {
    const { columns } = this.fitted("names").embedding;
    return Array.from({ length: columns }, (_, c) => `locallylinearembedding${c}`);
  }

  /** The learned samples' places [n, components]. */
  get embedding_(): Matrix {
    const { data, rows, columns } = this.fitted("embedding_").embedding;
    return new Matrix(data.slice(), rows, columns, this.getFeatureNamesOut());
  }

  /** How badly the places are made by their neighbours. */
  get reconstructionError_(): number {
    return this.fitted("reconstructionError_").error;
  }
}

/** (I − W)ᵀ(I − W). */
function mismatch(places: Int32Array, weights: Float64Array, rows: number): Matrix {
  const k = places.length / rows;
  const made = Matrix.zeros(rows, rows);
  const { data } = made;
  for (let i = 0; i < rows; i++) {
    data[i * rows + i] += 1;
    for (let a = i * k; a < (i + 1) * k; a++) {
      data[i * rows + places[a]] -= weights[a];
      data[places[a] * rows + i] -= weights[a];
      for (let b = i * k; b < (i + 1) * k; b++)
        data[places[a] * rows + places[b]] += weights[a] * weights[b];
    }
  }
  return made;
}

register("LocallyLinearEmbedding", LocallyLinearEmbedding);
