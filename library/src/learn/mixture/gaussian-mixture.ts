import type { Random } from "../../random/index.ts";
import {
  argMaxRows,
  checkChoice,
  checkInteger,
  checkNumber,
  Clusterer,
  type ClustererState,
  permutation,
  randomOf,
  type RandomState,
  register,
} from "../base/index.ts";
import { KMeans } from "../cluster/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import type { CovarianceType } from "./covariances.ts";
import { type Components, logDensities, normalizeParts } from "./densities.ts";
import { expectationMaximization, type Found, maximize } from "./expectation-maximization.ts";
import { givenStart } from "./given-start.ts";
import { drawSamples } from "./sample.ts";

export interface GaussianMixtureParams {
  /** The number of components. Default 1. */
  nComponents: number;
  /** Their shape: any, one for all, along the axes, or round. Default `"full"`. */
  covarianceType: CovarianceType;
  /** Iterations end when the mean log density grows by less. Default 1e-3. */
  tol: number;
  /** Added to the variances, so that they stay positive. Default 1e-6. */
  regCovar: number;
  /** The most iterations. Default 100. */
  maxIter: number;
  /** Runs from other starts; the best is kept. Default 1. */
  nInit: number;
  /** The start: clusters of KMeans, samples drawn as means, or random parts. Default `"kmeans"`. */
  initParams: "kmeans" | "randomFromData" | "random";
  /** First weights [nComponents]. */
  weightsInit: ArrayLike<number> | undefined;
  /** First means [nComponents, features]. */
  meansInit: MatrixLike | undefined;
  /**
   * First inverse covariances, flat, in the layout of `covariances_`: "full" [nComponents · features ·
   * features], "tied" [features · features], "diag" [nComponents · features], "spherical" [nComponents].
   */
  precisionsInit: ArrayLike<number> | undefined;
  /** A whole number or a text gives the same mixture in every run. */
  randomState: RandomState;
}

interface State extends ClustererState, Found {}

/**
 * Samples as drawn from several normal distributions, found by expectation maximization (Dempster, Laird
 * and Rubin, 1977; Bishop, Pattern Recognition and Machine Learning, chapter 9). Time
 * O(n · components · features²) an iteration, without the square for `"diag"` and `"spherical"`.
 *
 * Differs from scikit-learn: no `warmStart`; `labels_` keeps the most likely component of each sample.
 *
 * @example
 * const mixture = new GaussianMixture({ nComponents: 2, randomState: 0 });
 * const labels = mixture.fitPredict([[1], [1.2], [0.8], [9], [9.2], [8.8]]);
 * labels[0] === labels[1]; // true
 * labels[0] === labels[3]; // false
 * [...mixture.means_.column(0)].sort().map((mean) => Math.round(mean)); // [1, 9]
 */
export class GaussianMixture extends Clusterer<GaussianMixtureParams, State> {
  constructor(params: Partial<GaussianMixtureParams> = {}) {
    super(
      {
        nComponents: 1,
        covarianceType: "full",
        tol: 1e-3,
        regCovar: 1e-6,
        maxIter: 100,
        nInit: 1,
        initParams: "kmeans",
        weightsInit: undefined,
        meansInit: undefined,
        precisionsInit: undefined,
        randomState: undefined,
      },
      params,
    );
  }

  /**
   * Learns from samples [n, features].
   *
   * @throws RangeError for fewer samples than components, or a covariance that collapses
   */
  fit(x: MatrixLike): this {
    const { nComponents, tol, maxIter, regCovar, nInit, randomState } = this.params;
    const { covarianceType, initParams } = this.params;
    checkInteger(this.name, "nComponents", nComponents, 1);
    checkInteger(this.name, "maxIter", maxIter, 1);
    checkInteger(this.name, "nInit", nInit, 1);
    checkNumber(this.name, "tol", tol, { from: 0 });
    checkNumber(this.name, "regCovar", regCovar, { from: 0 });
    const types = ["full", "tied", "diag", "spherical"];
    checkChoice(this.name, "covarianceType", covarianceType, types);
    checkChoice(this.name, "initParams", initParams, ["kmeans", "randomFromData", "random"]);
    const samples = this.readFit(x);
    if (samples.rows < Math.max(nComponents, 2))
      throw new RangeError(
        `${this.name} needs at least ${Math.max(nComponents, 2)} samples for ${nComponents} components; it received ${samples.rows}.`,
      );
    const random = randomOf(randomState);
    let best: Found | undefined;
    for (let run = 0; run < nInit; run++) {
      const start = givenStart(this.name, this.params, samples, () => this.#start(samples, random));
      const found = expectationMaximization(
        covarianceType,
        samples,
        start,
        maxIter,
        tol,
        regCovar,
        this.name,
      );
      if (best === undefined || found.lowerBound > best.lowerBound) best = found;
    }
    const found = best as Found;
    const parts = logDensities(covarianceType, samples, found);
    normalizeParts(parts, nComponents);
    const labels = argMaxRows(new Matrix(parts, samples.rows, nComponents));
    return this.learned({ ...found, labels }, samples);
  }

  /** The most likely component of each sample [n]. */
  predict(x: MatrixLike): Int32Array {
    return argMaxRows(this.predictProba(x));
  }

  /** The probability of each component [n, components]. */
  predictProba(x: MatrixLike): Matrix {
    const found = this.fitted("probabilities");
    const samples = this.readMore(x);
    const parts = logDensities(this.params.covarianceType, samples, found);
    normalizeParts(parts, found.weights.length);
    return new Matrix(parts, samples.rows, found.weights.length);
  }

  /** The natural logarithm of the density at each sample [n]. */
  scoreSamples(x: MatrixLike): Float64Array {
    const found = this.fitted("density");
    const logs = logDensities(this.params.covarianceType, this.readMore(x), found);
    return normalizeParts(logs, found.weights.length);
  }

  /** The mean of `scoreSamples`. */
  score(x: MatrixLike): number {
    const densities = this.scoreSamples(x);
    return densities.reduce((sum, value) => sum + value, 0) / densities.length;
  }

  /** Akaike's criterion for these samples; lower is better. */
  aic(x: MatrixLike): number {
    const { rows } = this.readMore(x);
    return -2 * this.score(x) * rows + 2 * this.#freedom();
  }

  /** The Bayesian criterion for these samples; lower is better. */
  bic(x: MatrixLike): number {
    const { rows } = this.readMore(x);
    return -2 * this.score(x) * rows + this.#freedom() * Math.log(rows);
  }

  /**
   * Draws samples from the mixture.
   *
   * @returns the samples [count, features], and the component each was drawn from
   */
  sample(
    count = 1,
    randomState: RandomState = this.params.randomState,
  ): { x: Matrix; y: Int32Array } {
    checkInteger(this.name, "count", count, 1);
    const found = this.fitted("samples");
    const { covarianceType } = this.params;
    return drawSamples(covarianceType, found, count, randomOf(randomState), this.featureNamesIn_);
  }

  /** The components' weights; they add up to 1. */
  get weights_(): Float64Array {
    return this.fitted("weights_").weights.slice();
  }

  /** The components' means [components, features]. */
  get means_(): Matrix {
    const { means, weights } = this.fitted("means_");
    const columns = means.length / weights.length;
    return new Matrix(means.slice(), weights.length, columns, this.featureNamesIn_);
  }

  /**
   * The covariances, row after row: "full" [components · features · features], "tied" [features ·
   * features], "diag" [components · features], "spherical" [components].
   */
  get covariances_(): Float64Array {
    return this.fitted("covariances_").covariances.slice();
  }

  /** The mean log density of the samples in the last iteration. */
  get lowerBound_(): number {
    return this.fitted("lowerBound_").lowerBound;
  }

  /** The iterations of the best run. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  /** Whether the best run ended before `maxIter`. */
  get converged_(): boolean {
    return this.fitted("converged_").converged;
  }

  /** How many numbers are free. */
  #freedom(): number {
    const { weights, means } = this.fitted("criterion");
    const count = weights.length;
    const features = means.length / count;
    const own = {
      full: (features + 1) / 2,
      tied: (features + 1) / 2 / count,
      diag: 1,
      spherical: 1 / features,
    };
    return own[this.params.covarianceType] * count * features + means.length + count - 1;
  }

  #start(x: Matrix, random: Random): Components {
    const { nComponents: count, initParams, covarianceType, regCovar } = this.params;
    const parts = new Float64Array(x.rows * count);
    if (initParams === "kmeans") {
      const seed = random.integer(0, 2 ** 31);
      const kmeans = new KMeans({ nClusters: count, nInit: 1, randomState: seed }).fit(x);
      kmeans.labels_.forEach((label, i) => (parts[i * count + label] = 1));
    } else if (initParams === "randomFromData") {
      const chosen = permutation(x.rows, random);
      for (let c = 0; c < count; c++) parts[chosen[c] * count + c] = 1;
    } else {
      for (let at = 0; at < parts.length; at++) parts[at] = random.uniform();
      for (let i = 0; i < x.rows; i++) {
        const row = parts.subarray(i * count, (i + 1) * count);
        const sum = row.reduce((all, part) => all + part, 0);
        for (let c = 0; c < count; c++) row[c] /= sum;
      }
    }
    return maximize(covarianceType, x, parts, count, regCovar, this.name);
  }
}

register("GaussianMixture", GaussianMixture);
