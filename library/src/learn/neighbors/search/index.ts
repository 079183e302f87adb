import { checkChoice, checkInteger } from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";
import { nearestFiltered } from "./filtered.ts";
import { KDTree } from "./kd-tree.ts";
import {
  COSINE,
  EUCLIDEAN,
  full,
  type Measure,
  measureOf,
  type Metric,
  OWN,
  prepared,
  reduce,
  reduced,
} from "./metrics.ts";
import { NearestList } from "./nearest-list.ts";

export type { DistanceFunction, Metric } from "./metrics.ts";

/** The parameters of every search for neighbours. */
export interface SearchParams {
  /**
   * How neighbours are looked for; every way finds the same ones. `"auto"`: a tree up to 15 features,
   * else every sample is compared. Default `"auto"`.
   */
  algorithm: "auto" | "kdTree" | "brute";
  /** Samples in a leaf of the tree: a matter of speed alone. Default 30. */
  leafSize: number;
  /** The distance; a function of your own takes two samples. Default `"minkowski"`. */
  metric: Metric;
  /** The power of Minkowski's distance: 1 is Manhattan's, 2 Euclid's. Default 2. */
  p: number;
}

export const searchDefaults: SearchParams = {
  algorithm: "auto",
  leafSize: 30,
  metric: "minkowski",
  p: 2,
};

/** Up to so many features a tree pays; scikit-learn draws the line there too. */
const TREE_FEATURES = 15;
/** From so many pairs the filter pays for laying out the samples anew. */
const FILTER_PAIRS = 20_000;

/** The k nearest of each query, row after row, nearest first. */
export interface Nearest {
  readonly distances: Float64Array;
  readonly places: Int32Array;
}

/** What lies within a radius of each query, in the order of the samples. */
export interface Within {
  readonly distances: Float64Array[];
  readonly places: Int32Array[];
}

/** Samples made ready to be searched. */
export class Search {
  readonly #measure: Measure;
  readonly #data: Float64Array;
  readonly #rows: number;
  readonly #width: number;
  readonly #tree: KDTree | undefined;

  constructor(who: string, x: Matrix, params: SearchParams) {
    const { algorithm, leafSize, metric, p } = params;
    checkChoice(who, "algorithm", algorithm, ["auto", "kdTree", "brute"]);
    checkInteger(who, "leafSize", leafSize, 1);
    this.#measure = measureOf(who, metric, p);
    const { kind } = this.#measure;
    if (algorithm === "kdTree" && (kind === OWN || kind === COSINE)) {
      throw new RangeError(
        `${who}: a k-d tree needs distances by feature, so it does not go with metric ${kind === OWN ? "functions" : '"cosine"'}; use algorithm "brute".`,
      );
    }
    this.#rows = x.rows;
    this.#width = x.columns;
    this.#data = prepared(x, this.#measure);
    const pays = x.columns <= TREE_FEATURES && kind !== OWN && kind !== COSINE;
    if (algorithm === "kdTree" || (algorithm === "auto" && pays)) {
      this.#tree = new KDTree(this.#data, x.rows, x.columns, this.#measure, leafSize);
    }
  }

  /** @param except leave out the sample of the query's own number: the queries are the samples */
  nearest(queries: Matrix, k: number, except = false): Nearest {
    const count = queries.rows;
    const distances = new Float64Array(count * k);
    const places = new Int32Array(count * k);
    const asked = prepared(queries, this.#measure);
    const measure = this.#measure;
    const [data, rows, width] = [this.#data, this.#rows, this.#width];
    if (!this.#tree && measure.kind === EUCLIDEAN && count * rows > FILTER_PAIRS) {
      nearestFiltered(data, rows, width, asked, count, k, except, distances, places);
    } else {
      for (let i = 0; i < count; i++) {
        const list = new NearestList(distances, places, i * k, k);
        const skip = except ? i : -1;
        if (this.#tree) this.#tree.nearest(asked, i * width, list, skip);
        else {
          for (let j = 0; j < rows; j++) {
            if (j === skip) continue;
            const found = reduced(measure, asked, i * width, data, j * width, width, list.limit);
            if (found <= list.limit) list.offer(found, j);
          }
        }
      }
    }
    for (let i = 0; i < distances.length; i++) distances[i] = full(measure, distances[i]);
    return { distances, places };
  }

  within(queries: Matrix, radius: number, except = false): Within {
    const measure = this.#measure;
    const asked = prepared(queries, measure);
    const limit = reduce(measure, radius);
    const [data, rows, width] = [this.#data, this.#rows, this.#width];
    const distances: Float64Array[] = [];
    const places: Int32Array[] = [];
    for (let i = 0; i < queries.rows; i++) {
      const found: [number, number][] = [];
      const take = (distance: number, place: number) => {
        if (!except || place !== i) found.push([place, full(measure, distance)]);
      };
      if (this.#tree) {
        this.#tree.within(asked, i * width, limit, take);
        found.sort((a, b) => a[0] - b[0]);
      } else {
        for (let j = 0; j < rows; j++) {
          const distance = reduced(measure, asked, i * width, data, j * width, width, limit);
          if (distance <= limit) take(distance, j);
        }
      }
      places.push(Int32Array.from(found, ([place]) => place));
      distances.push(Float64Array.from(found, ([, distance]) => distance));
    }
    return { distances, places };
  }
}

const ready = new WeakMap<Learned, Search>();

/** The state of every estimator that searches: the samples that it learned. */
export interface Learned {
  readonly x: Matrix;
}

/** Makes a state's samples ready, in `fit`: parameters are checked there. */
export function prepareSearch<S extends Learned>(who: string, state: S, params: SearchParams): S {
  ready.set(state, new Search(who, state.x, params));
  return state;
}

/** The search of a state's samples; made anew after the estimator was read from JSON. */
export function searchOf(who: string, state: Learned, params: SearchParams): Search {
  const found = ready.get(state) ?? new Search(who, state.x, params);
  ready.set(state, found);
  return found;
}
