import { checkInteger, register, Transformer } from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { Search, searchDefaults } from "../neighbors/search/index.ts";
import { greatestPairs, settleColumnSigns } from "./eigen-pairs.ts";
import { nearestOthers } from "./nearest.ts";
import { shortestPaths } from "./shortest-paths.ts";

export interface IsomapParams {
  /** How many neighbours a sample is tied to. Default 5. */
  nNeighbors: number;
  /** Dimensions of the result. Default 2. */
  nComponents: number;
}

interface State {
  readonly x: Matrix;
  readonly paths: Matrix;
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

/**
 * Places samples by the lengths of the shortest paths from neighbour to neighbour (Tenenbaum, de Silva
 * and Langford, 2000). Signs are settled as in scikit-learn. Time O(n² · neighbours · log n), memory
 * O(n²).
 *
 * Differs from scikit-learn: samples that no path joins are refused; no radius, Euclidean distances.
 *
 * @example
 * const rows = Array.from({ length: 20 }, (_, i) => [Math.cos(i / 7), Math.sin(i / 7)]);
 * const places = new Isomap({ nNeighbors: 2, nComponents: 1 }).fitTransform(rows);
 * Math.abs(places.at(19, 0) - places.at(0, 0)).toFixed(1); // "2.7"
 */
export class Isomap extends Transformer<IsomapParams, State> {
  constructor(params: Partial<IsomapParams> = {}) {
    super({ nNeighbors: 5, nComponents: 2 }, params);
  }

  /** @throws RangeError for too few samples, or for samples that no path joins */
  fit(x: MatrixLike): this {
    const { nNeighbors, nComponents } = this.params;
    checkInteger(this.name, "nNeighbors", nNeighbors, 1);
    checkInteger(this.name, "nComponents", nComponents, 1);
    const samples = this.readFit(x);
    const { rows } = samples;
    const near = nearestOthers(this.name, "nNeighbors", samples, nNeighbors);
    checkInteger(this.name, "nComponents", nComponents, 1, rows);
    const paths = shortestPaths(near, rows);
    const apart = paths.indexOf(Infinity);
    if (apart >= 0)
      throw new RangeError(
        `${this.name}: no path of neighbours joins samples ${Math.floor(apart / rows)} and ${apart % rows}. Raise nNeighbors (${nNeighbors}).`,
      );
    const kernel = paths.map((length) => -0.5 * length * length);
    const means = rowMeans(kernel, rows);
    const mean = means.reduce((sum, value) => sum + value, 0) / rows;
    for (let at = 0; at < kernel.length; at++)
      kernel[at] += mean - means[Math.floor(at / rows)] - means[at % rows];
    const { values, vectors } = greatestPairs(new Matrix(kernel, rows, rows), nComponents);
    settleColumnSigns(vectors);
    const state = { x: samples, paths: new Matrix(paths, rows, rows), values, vectors };
    return this.learned(state, samples);
  }

  /** The samples that `fit` saw: their places [n, components]. */
  override fitTransform(x: MatrixLike): Matrix {
    return this.fit(x).embedding_;
  }

  /** The places of other samples, by the paths from their nearest learned ones [n, components]. */
  transform(x: MatrixLike): Matrix {
    const { x: learned, paths, values, vectors } = this.fitted("transform");
    const { nNeighbors } = this.params;
    const queries = this.readMore(x);
    const search = new Search(this.name, learned, searchDefaults);
    const { places, distances } = search.nearest(queries, nNeighbors);
    const { rows } = paths;
    const count = values.length;
    const kernel = paths.data.map((length) => -0.5 * length * length);
    const means = rowMeans(kernel, rows);
    const mean = means.reduce((sum, value) => sum + value, 0) / rows;
    const own = new Float64Array(rows);
    const out = new Float64Array(queries.rows * count);
    for (let i = 0; i < queries.rows; i++) {
      own.fill(Infinity);
      for (let at = i * nNeighbors; at < (i + 1) * nNeighbors; at++) {
        const from = places[at] * rows;
        for (let j = 0; j < rows; j++) {
          const length = distances[at] + paths.data[from + j];
          if (length < own[j]) own[j] = length;
        }
      }
      for (let j = 0; j < rows; j++) own[j] = -0.5 * own[j] * own[j];
      const ownMean = own.reduce((sum, value) => sum + value, 0) / rows;
      for (let j = 0; j < rows; j++) {
        const value = own[j] - ownMean - means[j] + mean;
        for (let c = 0; c < count; c++) out[i * count + c] += value * vectors.data[j * count + c];
      }
      for (let c = 0; c < count; c++)
        out[i * count + c] = values[c] > 0 ? out[i * count + c] / Math.sqrt(values[c]) : 0;
    }
    return new Matrix(out, queries.rows, count, this.getFeatureNamesOut());
  }

  /** `isomap0`, `isomap1`, …. */
  getFeatureNamesOut(): string[] {
    return Array.from(this.fitted("names").values, (_, c) => `isomap${c}`);
  }

  /** The learned samples' places [n, components]. */
  get embedding_(): Matrix {
    const { values, vectors } = this.fitted("embedding_");
    const count = values.length;
    const data = vectors.data.map(
      (value, at) => value * Math.sqrt(Math.max(values[at % count], 0)),
    );
    return new Matrix(data, vectors.rows, count, this.getFeatureNamesOut());
  }

  /** The lengths of the shortest paths [n, n]. */
  get distMatrix_(): Matrix {
    const { data, rows } = this.fitted("distMatrix_").paths;
    return new Matrix(data.slice(), rows, rows);
  }
}

function rowMeans(data: Float64Array, rows: number): Float64Array {
  const means = new Float64Array(rows);
  for (let at = 0; at < data.length; at++) means[Math.floor(at / rows)] += data[at] / rows;
  return means;
}

register("Isomap", Isomap);
