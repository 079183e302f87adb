import {
  argMaxRows,
  checkInteger,
  Classifier,
  type ClassifierState,
  type Label,
  type LabelsLike,
  register,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { type Neighbors, nearestOf } from "./questions.ts";
import {
  type Learned,
  prepareSearch,
  searchDefaults,
  searchOf,
  type SearchParams,
} from "./search/index.ts";
import { checkWeights, type NeighborWeights, weigh } from "./weights.ts";

export interface KNeighborsClassifierParams extends SearchParams {
  /** How many neighbours vote. Default 5. */
  nNeighbors: number;
  /** How much each neighbour's vote counts. Default `"uniform"`. */
  weights: NeighborWeights;
}

interface State extends ClassifierState, Learned {
  readonly codes: Int32Array;
}

/**
 * Predicts the label that most of the nearest samples have; of labels with as many votes, the first
 * in `classes_`.
 *
 * Source: E. Fix and J. L. Hodges, Discriminatory analysis (1951); T. M. Cover and P. E. Hart, Nearest
 * neighbor pattern classification (1967). With a tree O(n log n) to learn and about O(log n) a query;
 * without, O(n · features) a query.
 *
 * Differs from scikit-learn: of samples at the same distance those that come first are the nearer ones
 * (there, any); there is no ball tree.
 *
 * @example
 * const knn = new KNeighborsClassifier({ nNeighbors: 3 });
 * knn.fit([[0], [1], [2], [8], [9]], ["low", "low", "low", "high", "high"]);
 * knn.predict([[1.4], [7]]); // ["low", "high"]
 * knn.predictProba([[5.2]]).toArray(); // [[1 / 3 * 2, 1 / 3]]
 */
export class KNeighborsClassifier<L extends Label = Label> extends Classifier<
  L,
  KNeighborsClassifierParams,
  State
> {
  constructor(params: Partial<KNeighborsClassifierParams> = {}) {
    super({ nNeighbors: 5, weights: "uniform", ...searchDefaults }, params);
  }

  fit<M extends Label>(x: MatrixLike, y: LabelsLike<M>): KNeighborsClassifier<M> {
    const { nNeighbors, weights } = this.params;
    checkInteger(this.name, "nNeighbors", nNeighbors, 1);
    checkWeights(this.name, weights);
    const { x: samples, classes, codes } = this.readClassification(x, y, {}, 1);
    this.learned(prepareSearch(this.name, { x: samples, classes, codes }, this.params), samples);
    return this as unknown as KNeighborsClassifier<M>;
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

  /** The share of the votes for each class [n, classes], in the order of `classes_`. */
  predictProba(x: MatrixLike): Matrix {
    return this.#votes(this.readMore(x));
  }

  protected decide(x: Matrix): ArrayLike<number> {
    return argMaxRows(this.#votes(x));
  }

  #votes(x: Matrix): Matrix {
    const { classes, codes } = this.fitted("prediction");
    const { weights, nNeighbors } = this.params;
    const { distances, indices } = this.kneighbors(x);
    const votes = Matrix.zeros(x.rows, classes.length, classes.map(String));
    const { data } = votes;
    for (let i = 0; i < x.rows; i++) {
      const row = i * classes.length;
      const near = i * nNeighbors;
      if (weights === "uniform") {
        for (let j = 0; j < nNeighbors; j++) data[row + codes[indices.data[near + j]]]++;
        for (let c = 0; c < classes.length; c++) data[row + c] /= nNeighbors;
        continue;
      }
      const counted = weigh(this.name, weights, distances.row(i));
      let total = 0;
      for (let j = 0; j < nNeighbors; j++) {
        data[row + codes[indices.data[near + j]]] += counted[j];
        total += counted[j];
      }
      for (let c = 0; c < classes.length; c++)
        data[row + c] = total === 0 ? 1 / classes.length : data[row + c] / total;
    }
    return votes;
  }
}

register("KNeighborsClassifier", KNeighborsClassifier);
