import type { Random } from "../../random/index.ts";
import {
  checkChoice,
  checkInteger,
  checkNumber,
  Clusterer,
  type ClustererState,
  permutation,
  randomOf,
  type RandomState,
  readWeights,
  register,
  rounds,
  type SampleOptions,
} from "../base/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../matrix/index.ts";
import { assignCentres, distancesTo, weightedInertia } from "./centre-distances.ts";
import { type Clustering, lloyd } from "./lloyd.ts";
import { squaredLengths } from "./packed-centres.ts";
import { plusPlus } from "./seeding.ts";

export interface KMeansParams {
  /** The number of clusters. Default 8. */
  nClusters: number;
  /** How the first centres are found, or the centres themselves [nClusters, features]. Default `"k-means++"`. */
  init: "k-means++" | "random" | MatrixLike;
  /** Runs from other first centres; the best is kept. `"auto"`: 10 for `"random"`, else 1. Default `"auto"`. */
  nInit: number | "auto";
  /** The most iterations of a run. Default 300. */
  maxIter: number;
  /** Centres that move by less, relative to the features' variance, end a run. Default 1e-4. */
  tol: number;
  /** A whole number or a text gives the same clusters in every run. */
  randomState: RandomState;
  /** Show a progress bar in a notebook while it learns, which counts runs. Default false. */
  verbose: boolean;
}

interface State extends ClustererState {
  readonly centres: Matrix;
  readonly inertia: number;
  readonly iterations: number;
}

/**
 * Parts samples into k clusters, each around its mean, so that the squared distances to the means are
 * small: Lloyd's algorithm (1982) with k-means++ (Arthur and Vassilvitskii, 2007) and Hamerly's bounds
 * (2010). Time O(n · k · features) an iteration at most; the bounds leave out most of it.
 *
 * Differs from scikit-learn: there is no `algorithm`, for the bounds give Lloyd's result; the random
 * numbers are others, so first centres are.
 *
 * @example
 * const kmeans = new KMeans({ nClusters: 2, init: [[0], [9]] }).fit([[1], [2], [8], [9]]);
 * kmeans.labels_; // [0, 0, 1, 1]
 * kmeans.clusterCenters_.toArray(); // [[1.5], [8.5]]
 * kmeans.inertia_; // 1
 * kmeans.predict([[0], [7]]); // [0, 1]
 */
export class KMeans extends Clusterer<KMeansParams, State> {
  constructor(params: Partial<KMeansParams> = {}) {
    super(
      {
        nClusters: 8,
        init: "k-means++",
        nInit: "auto",
        maxIter: 300,
        tol: 1e-4,
        randomState: undefined,
        verbose: false,
      },
      params,
    );
  }

  /**
   * Learns from samples [n, features]; y is not looked at.
   *
   * @throws RangeError for fewer samples than clusters
   */
  fit(x: MatrixLike, _y?: unknown, options: SampleOptions = {}): this {
    const { nClusters, init, nInit, maxIter, tol, randomState } = this.params;
    checkInteger(this.name, "nClusters", nClusters, 1);
    checkInteger(this.name, "maxIter", maxIter, 1);
    checkNumber(this.name, "tol", tol, { from: 0 });
    if (nInit !== "auto") checkInteger(this.name, "nInit", nInit, 1);
    if (typeof init === "string") checkChoice(this.name, "init", init, ["k-means++", "random"]);
    const samples = this.readFit(x);
    needSamples(this.name, samples.rows, nClusters);
    const weights = readWeights(options.sampleWeight, samples.rows, this.name);
    const { centred, means, variance } = center(samples);
    const squares = squaredLengths(centred.data, centred.rows, centred.columns);
    const random = randomOf(randomState);
    const auto = init === "random" ? 10 : 1;
    const runs = typeof init !== "string" ? 1 : nInit === "auto" ? auto : nInit;
    let best: Clustering | undefined;
    const shown = { who: this.name, verbose: this.params.verbose, unit: "runs" };
    for (const _ of rounds(shown, runs)) {
      void _;
      const first = firstCentres(
        this.name,
        init,
        nClusters,
        centred,
        means,
        squares,
        weights,
        random,
      );
      const found = lloyd(centred, squares, weights, first, maxIter, tol * variance);
      if (best === undefined || found.inertia < best.inertia) best = found;
    }
    const { labels, centres, inertia, iterations } = best as Clustering;
    const { columns, names } = samples;
    const back = centres.map((value, at) => value + means[at % columns]);
    return this.learned(
      { labels, centres: new Matrix(back, nClusters, columns, names), inertia, iterations },
      samples,
    );
  }

  /** The nearest centre of each sample [n]. */
  predict(x: MatrixLike): Int32Array {
    const { centres } = this.fitted("prediction");
    return assignCentres(this.readMore(x), centres);
  }

  /** The distance of each sample to each centre [n, clusters]. */
  transform(x: MatrixLike): Matrix {
    const { centres } = this.fitted("transform");
    const samples = this.readMore(x);
    return distancesTo(samples, centres, this.getFeatureNamesOut());
  }

  /** Learns, and returns the distance of each sample to each centre. */
  fitTransform(x: MatrixLike, y?: unknown, options: SampleOptions = {}): Matrix {
    return this.fit(x, y, options).transform(x);
  }

  /** `kmeans0`, `kmeans1`, …. */
  getFeatureNamesOut(): string[] {
    const { centres } = this.fitted("names");
    return Array.from({ length: centres.rows }, (_, c) => `${this.name.toLowerCase()}${c}`);
  }

  /** The negative of the inertia for these samples. */
  score(x: MatrixLike, _y?: unknown, options: SampleOptions = {}): number {
    const { centres } = this.fitted("score");
    const samples = this.readMore(x);
    const weights = readWeights(options.sampleWeight, samples.rows, this.name);
    return -weightedInertia(samples, centres, weights);
  }

  /** The centres [clusters, features]. */
  get clusterCenters_(): Matrix {
    const { data, rows, columns, names } = this.fitted("clusterCenters_").centres;
    return new Matrix(data.slice(), rows, columns, names);
  }

  /** The sum of squared distances of the samples to their centres, by weight. */
  get inertia_(): number {
    return this.fitted("inertia_").inertia;
  }

  /** The iterations of the best run. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }
}

/** @throws RangeError for fewer samples than clusters. */
export function needSamples(who: string, samples: number, clusters: number): void {
  if (samples >= clusters) return;
  throw new RangeError(
    `${who} needs at least as many samples as clusters; it received ${samples} for ${clusters} clusters. Lower the number of clusters.`,
  );
}

/** The samples moved to mean 0, which keeps the distances exact, and the mean variance of the features. */
function center(x: Matrix): { centred: Matrix; means: Float64Array; variance: number } {
  const { rows, columns, data } = x;
  const means = new Float64Array(columns);
  for (let at = 0, i = 0; i < rows; i++) for (let f = 0; f < columns; f++) means[f] += data[at++];
  for (let f = 0; f < columns; f++) means[f] /= rows;
  const moved = new Float64Array(data.length);
  let squares = 0;
  for (let at = 0, i = 0; i < rows; i++) {
    for (let f = 0; f < columns; f++, at++) {
      const value = data[at] - means[f];
      moved[at] = value;
      squares += value * value;
    }
  }
  return { centred: new Matrix(moved, rows, columns), means, variance: squares / data.length };
}

/** First centres, moved like the samples. */
export function firstCentres(
  who: string,
  init: KMeansParams["init"],
  count: number,
  x: Matrix,
  means: Float64Array,
  squares: Float64Array,
  weights: Float64Array,
  random: Random,
): Float64Array {
  if (init === "k-means++") {
    return x.take(plusPlus(x, squares, weights, count, random)).data;
  }
  if (init === "random") return x.take(permutation(x.rows, random).subarray(0, count)).data;
  const given = readMatrix(init, `${who}'s init`);
  if (given.rows === count && given.columns === x.columns && given.data.every(Number.isFinite))
    return given.data.map((value, at) => value - means[at % x.columns]);
  throw new RangeError(
    `${who}: init must hold ${count} centres of ${x.columns} finite numbers; its shape is [${given.shape.join(", ")}].`,
  );
}

register("KMeans", KMeans);
