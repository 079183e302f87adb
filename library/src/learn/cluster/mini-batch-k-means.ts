import {
  checkChoice,
  checkInteger,
  checkNumber,
  Clusterer,
  type ClustererState,
  randomOf,
  type RandomState,
  register,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { assignCentres, distancesTo, weightedInertia } from "./centre-distances.ts";
import { firstCentres, type KMeansParams, needSamples } from "./k-means.ts";
import { squaredDistance } from "./lloyd.ts";
import { squaredLengths } from "./packed-centres.ts";

export interface MiniBatchKMeansParams {
  /** The number of clusters. Default 8. */
  nClusters: number;
  /** How the first centres are found, or the centres themselves. Default `"k-means++"`. */
  init: KMeansParams["init"];
  /** Passes over the samples at most. Default 100. */
  maxIter: number;
  /** Samples in a batch. Default 1024. */
  batchSize: number;
  /** Batches without a better inertia (smoothed) that end the fit. Default 10. */
  maxNoImprovement: number;
  /** First centres tried on a part of the samples; the best are kept. Default 3. */
  nInit: number;
  /** Clusters smaller than this part of the largest get a new centre now and then. Default 0.01. */
  reassignmentRatio: number;
  /** A whole number or a text gives the same clusters in every run. */
  randomState: RandomState;
}

interface State extends ClustererState {
  readonly centres: Matrix;
  readonly inertia: number;
  readonly steps: number;
}

/**
 * KMeans that moves its centres after each small batch of samples (Sculley, 2010): quicker for many
 * samples, a little less exact. Time O(batch · clusters · features) a step.
 *
 * Differs from scikit-learn: `nInit` is always 3 unless given; no `tol`, no weights of samples.
 *
 * @example
 * const kmeans = new MiniBatchKMeans({ nClusters: 2, randomState: 0 });
 * const labels = kmeans.fitPredict([[1], [2], [8], [9]]);
 * labels[0] === labels[1] && labels[2] === labels[3]; // true
 */
export class MiniBatchKMeans extends Clusterer<MiniBatchKMeansParams, State> {
  constructor(params: Partial<MiniBatchKMeansParams> = {}) {
    super(
      {
        nClusters: 8,
        init: "k-means++",
        maxIter: 100,
        batchSize: 1024,
        maxNoImprovement: 10,
        nInit: 3,
        reassignmentRatio: 0.01,
        randomState: undefined,
      },
      params,
    );
  }

  /** @throws RangeError for fewer samples than clusters */
  fit(x: MatrixLike): this {
    const { nClusters, init, maxIter, batchSize, maxNoImprovement, nInit, randomState } =
      this.params;
    const { reassignmentRatio } = this.params;
    const whole = { nClusters, maxIter, batchSize, maxNoImprovement, nInit };
    for (const [name, value] of Object.entries(whole)) checkInteger(this.name, name, value, 1);
    checkNumber(this.name, "reassignmentRatio", reassignmentRatio, { from: 0 });
    if (typeof init === "string") checkChoice(this.name, "init", init, ["k-means++", "random"]);
    const samples = this.readFit(x);
    needSamples(this.name, samples.rows, nClusters);
    const random = randomOf(randomState);
    const { rows, columns } = samples;
    const size = Math.min(batchSize, rows);
    const draw = (count: number): Matrix =>
      count >= rows
        ? samples
        : samples.take(Int32Array.from({ length: count }, () => random.integer(0, rows)));

    const origin = new Float64Array(columns);
    const trial = draw(Math.max(3 * size, nClusters));
    const ones = new Float64Array(trial.rows).fill(1);
    const squares = squaredLengths(trial.data, trial.rows, columns);
    let centres = Matrix.zeros(nClusters, columns);
    let least = Infinity;
    for (let run = 0; run < (typeof init === "string" ? nInit : 1); run++) {
      const first = firstCentres(this.name, init, nClusters, trial, origin, squares, ones, random);
      const made = new Matrix(first.slice(), nClusters, columns, samples.names);
      const inertia = weightedInertia(trial, made, ones);
      if (inertia < least) {
        least = inertia;
        centres = made;
      }
    }

    const counts = new Float64Array(nClusters);
    const smoothing = Math.min((2 * size) / (rows + 1), 1);
    const most = Math.ceil((maxIter * rows) / size);
    let smooth: number | undefined;
    let lowest = Infinity;
    let without = 0;
    let steps = 0;
    let sinceReassigned = 0;
    while (steps < most) {
      const batch = draw(size);
      const inertia = step(batch, centres, counts) / batch.rows;
      steps += 1;
      sinceReassigned += batch.rows;
      if (reassignmentRatio > 0 && sinceReassigned >= 10 * nClusters) {
        sinceReassigned = 0;
        const limit = reassignmentRatio * counts.reduce((a, b) => Math.max(a, b), 0);
        const kept = counts.filter((count) => count >= limit);
        const fewest = kept.reduce((a, b) => Math.min(a, b), Infinity);
        counts.forEach((count, c) => {
          if (count >= limit) return;
          const from = random.integer(0, batch.rows);
          centres.data.set(batch.row(from), c * columns);
          counts[c] = fewest;
        });
      }
      if (steps === 1) continue;
      smooth = smooth === undefined ? inertia : smooth * (1 - smoothing) + inertia * smoothing;
      without = smooth < lowest ? 0 : without + 1;
      lowest = Math.min(lowest, smooth);
      if (without >= maxNoImprovement) break;
    }
    const labels = assignCentres(samples, centres);
    const inertia = weightedInertia(samples, centres, new Float64Array(rows).fill(1));
    return this.learned({ labels, centres, inertia, steps }, samples);
  }

  /** The nearest centre of each sample [n]. */
  predict(x: MatrixLike): Int32Array {
    const { centres } = this.fitted("prediction");
    return assignCentres(this.readMore(x), centres);
  }

  /** The distance of each sample to each centre [n, clusters]. */
  transform(x: MatrixLike): Matrix {
    const { centres } = this.fitted("transform");
    return distancesTo(this.readMore(x), centres, this.getFeatureNamesOut());
  }

  /** `minibatchkmeans0`, `minibatchkmeans1`, …. */
  getFeatureNamesOut(): string[] {
    const { centres } = this.fitted("names");
    return Array.from({ length: centres.rows }, (_, c) => `minibatchkmeans${c}`);
  }

  /** The negative of the inertia for these samples. */
  score(x: MatrixLike): number {
    const { centres } = this.fitted("score");
    const samples = this.readMore(x);
    return -weightedInertia(samples, centres, new Float64Array(samples.rows).fill(1));
  }

  /** The centres [clusters, features]. */
  get clusterCenters_(): Matrix {
    const { data, rows, columns, names } = this.fitted("clusterCenters_").centres;
    return new Matrix(data.slice(), rows, columns, names);
  }

  /** The sum of squared distances of the samples to their centres. */
  get inertia_(): number {
    return this.fitted("inertia_").inertia;
  }

  /** The number of batches. */
  get nSteps_(): number {
    return this.fitted("nSteps_").steps;
  }
}

/** Moves each centre towards the mean of all samples it was ever given; returns the batch's inertia. */
function step(batch: Matrix, centres: Matrix, counts: Float64Array): number {
  const { rows, columns, data } = batch;
  const labels = assignCentres(batch, centres);
  let inertia = 0;
  for (let i = 0; i < rows; i++) {
    const to = labels[i] * columns;
    inertia += squaredDistance(data, i * columns, centres.data, to, columns);
  }
  for (let i = 0; i < rows; i++) {
    const c = labels[i];
    counts[c] += 1;
    const rate = 1 / counts[c];
    for (let f = 0; f < columns; f++) {
      const at = c * columns + f;
      centres.data[at] += rate * (data[i * columns + f] - centres.data[at]);
    }
  }
  return inertia;
}

register("MiniBatchKMeans", MiniBatchKMeans);
