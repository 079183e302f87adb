import { checkInteger, register, Regressor, type TargetLike } from "../base/index.ts";
import type { MatrixLike } from "../matrix/index.ts";
import { type Neighbors, nearestOf } from "./questions.ts";
import {
  type Learned,
  prepareSearch,
  searchDefaults,
  searchOf,
  type SearchParams,
} from "./search/index.ts";
import { checkWeights, type NeighborWeights, weigh } from "./weights.ts";

export interface KNeighborsRegressorParams extends SearchParams {
  /** How many neighbours are averaged. Default 5. */
  nNeighbors: number;
  /** How much each neighbour counts. Default `"uniform"`. */
  weights: NeighborWeights;
}

interface State extends Learned {
  readonly y: Float64Array;
}

/**
 * Predicts the mean of the nearest samples' targets.
 *
 * Source: N. S. Altman, An introduction to kernel and nearest-neighbor nonparametric regression (1992).
 * With a tree O(n log n) to learn and about O(log n) a query; without, O(n · features) a query.
 *
 * Differs from scikit-learn: one target a sample; of samples at the same distance those that come first
 * are the nearer ones; there is no ball tree.
 *
 * @example
 * const knn = new KNeighborsRegressor({ nNeighbors: 2 }).fit([[0], [1], [5]], [0, 10, 50]);
 * knn.predict([[0.2], [4]]); // [5, 30]
 */
export class KNeighborsRegressor extends Regressor<KNeighborsRegressorParams, State> {
  constructor(params: Partial<KNeighborsRegressorParams> = {}) {
    super({ nNeighbors: 5, weights: "uniform", ...searchDefaults }, params);
  }

  fit(x: MatrixLike, y: TargetLike): this {
    const { nNeighbors, weights } = this.params;
    checkInteger(this.name, "nNeighbors", nNeighbors, 1);
    checkWeights(this.name, weights);
    const { x: samples, y: target } = this.readRegression(x, y);
    const state = prepareSearch(this.name, { x: samples, y: target }, this.params);
    return this.learned(state, samples);
  }

  /**
   * The nearest of the samples that were learned, nearest first: distances and positions [queries, k].
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

  predict(x: MatrixLike): Float64Array {
    const { y } = this.fitted("prediction");
    const { distances, indices } = this.kneighbors(x);
    const { nNeighbors, weights } = this.params;
    const predicted = new Float64Array(indices.rows);
    for (let i = 0; i < predicted.length; i++) {
      const counted = weigh(this.name, weights, distances.row(i));
      let total = 0;
      let sum = 0;
      for (let j = 0; j < nNeighbors; j++) {
        total += counted[j];
        sum += counted[j] * y[indices.data[i * nNeighbors + j]];
      }
      predicted[i] = sum / total;
    }
    return predicted;
  }
}

register("KNeighborsRegressor", KNeighborsRegressor);
