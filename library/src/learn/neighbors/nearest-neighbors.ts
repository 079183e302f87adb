import { checkInteger, checkNumber, Estimator, register } from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { type Neighbors, nearestOf, type RadiusNeighbors, withinOf } from "./questions.ts";
import {
  type Learned,
  prepareSearch,
  searchDefaults,
  searchOf,
  type SearchParams,
} from "./search/index.ts";

export interface NearestNeighborsParams extends SearchParams {
  /** How many neighbours `kneighbors` gives. Default 5. */
  nNeighbors: number;
  /** How far `radiusNeighbors` looks. Default 1. */
  radius: number;
}

/**
 * Finds the nearest of the samples that it learned: for recommendations, duplicates, graphs.
 *
 * Source: J. L. Bentley (1975) for the tree. O(n log n) to learn and about O(log n) a query with a tree;
 * O(n · features) a query without.
 *
 * Differs from scikit-learn: answers are objects with `distances` and `indices`; of samples at the same
 * distance those that come first are the nearer ones; there is no ball tree.
 *
 * @example
 * const near = new NearestNeighbors({ nNeighbors: 2 }).fit([[0, 0], [3, 4], [6, 8]]);
 * near.kneighbors([[0, 1]]).indices.toArray(); // [[0, 1]]
 * near.kneighbors().distances.toArray(); // [[5, 10], [5, 5], [5, 10]]
 * near.radiusNeighbors([[0, 1]], 5).indices; // [[0, 1]]
 */
export class NearestNeighbors extends Estimator<NearestNeighborsParams, Learned> {
  constructor(params: Partial<NearestNeighborsParams> = {}) {
    super({ nNeighbors: 5, radius: 1, ...searchDefaults }, params);
  }

  /** Learns samples [n, features]. */
  fit(x: MatrixLike): this {
    const { nNeighbors, radius } = this.params;
    checkInteger(this.name, "nNeighbors", nNeighbors, 1);
    checkNumber(this.name, "radius", radius, { from: 0 });
    const samples = this.readFit(x);
    return this.learned(prepareSearch(this.name, { x: samples }, this.params), samples);
  }

  /**
   * The nearest samples, nearest first: distances and positions [queries, k].
   *
   * @param x the queries; without, the samples themselves, none being its own neighbour
   * @throws RangeError when there are fewer samples than neighbours asked for
   */
  kneighbors(x?: MatrixLike, nNeighbors = this.params.nNeighbors): Neighbors {
    const state = this.fitted("neighbours");
    const queries = x === undefined ? undefined : this.readMore(x);
    checkInteger(this.name, "nNeighbors", nNeighbors, 1);
    const search = searchOf(this.name, state, this.params);
    return nearestOf(this.name, search, state.x, queries, nNeighbors);
  }

  /**
   * The samples within a radius, in their own order: one array of distances and of positions a query.
   *
   * @param x the queries; without, the samples themselves, none being its own neighbour
   */
  radiusNeighbors(x?: MatrixLike, radius = this.params.radius): RadiusNeighbors {
    const state = this.fitted("neighbours");
    const queries = x === undefined ? undefined : this.readMore(x);
    checkNumber(this.name, "radius", radius, { from: 0 });
    return withinOf(searchOf(this.name, state, this.params), state.x, queries, radius);
  }

  /**
   * Which samples are neighbours, as a matrix [queries, samples]: 1 for a neighbour, or its distance.
   *
   * @param x the queries; without, the samples themselves
   */
  kneighborsGraph(
    x?: MatrixLike,
    options: { readonly nNeighbors?: number; readonly mode?: "connectivity" | "distance" } = {},
  ): Matrix {
    const { distances, indices } = this.kneighbors(x, options.nNeighbors);
    const { rows: samples } = this.fitted().x;
    const graph = Matrix.zeros(indices.rows, samples);
    const k = indices.columns;
    for (let at = 0; at < indices.data.length; at++) {
      const row = Math.floor(at / k);
      graph.data[row * samples + indices.data[at]] =
        options.mode === "distance" ? distances.data[at] : 1;
    }
    return graph;
  }
}

register("NearestNeighbors", NearestNeighbors);
