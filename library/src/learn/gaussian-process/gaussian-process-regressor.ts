import {
  checkChoice,
  checkInteger,
  checkNumber,
  randomOf,
  type RandomState,
  register,
  Regressor,
  type TargetLike,
} from "../base/index.ts";
import { describe, Matrix, type MatrixLike } from "../matrix/index.ts";
import { cholesky, forward } from "./cholesky.ts";
import { ConstantKernel, GaussianKernel, RBF } from "./kernels/index.ts";
import { factor, greatestLikelihood, likelihoodOf } from "./likelihood.ts";

export interface GaussianProcessRegressorParams {
  /** The covariance of the function; undefined is a constant times RBF. Default undefined. */
  kernel: GaussianKernel | undefined;
  /** Variance of the noise in y, added to the diagonal. Default 1e-10. */
  alpha: number;
  /** Whether the kernel's hyperparameters are looked for. Default `"lbfgs"`. */
  optimizer: "lbfgs" | "none";
  /** How often the search starts again, from random places within the bounds. Default 0. */
  nRestartsOptimizer: number;
  /** Move y to mean 0 and scale it to standard deviation 1 for learning. Default false. */
  normalizeY: boolean;
  /** Makes the restarts the same in every run. */
  randomState: RandomState;
}

interface State {
  readonly kernel: GaussianKernel;
  readonly x: Matrix;
  /** L of the covariance LLᵀ of the samples, and its inverse times y. */
  readonly lower: Float64Array;
  readonly dual: Float64Array;
  readonly y: Float64Array;
  readonly mean: number;
  readonly scale: number;
  readonly likelihood: number;
}

/** Predictions, and how sure they are. */
export interface WithStd {
  readonly mean: Float64Array;
  /** The standard deviation of each. */
  readonly std: Float64Array;
}

/** Predictions, and how they vary together. */
export interface WithCovariance {
  readonly mean: Float64Array;
  /** Their covariances [n, n]. */
  readonly covariance: Matrix;
}

/**
 * Gaussian process regression: of all functions that a kernel allows, those that pass by the samples;
 * predictions come with how sure they are. The kernel's hyperparameters are those under which the
 * samples are most likely.
 *
 * Source: C. E. Rasmussen and C. K. I. Williams, Gaussian processes for machine learning (2006),
 * algorithm 2.1. O(n³) for each step of the search.
 *
 * Differs from scikit-learn: one target a sample; `predict` with `returnStd` gives an object; kernels
 * are combined with `plus` and `times`.
 *
 * @example
 * const gp = new GaussianProcessRegressor({ kernel: new RBF().plus(new WhiteKernel()) });
 * gp.fit([[0], [1], [2], [3]], [0, 1, 0, -1]);
 * const { mean, std } = gp.predict([[1], [50]], { returnStd: true });
 * std[1] > std[0]; // true
 * Math.abs(mean[1]) < 1e-9; // true
 */
export class GaussianProcessRegressor extends Regressor<GaussianProcessRegressorParams, State> {
  constructor(params: Partial<GaussianProcessRegressorParams> = {}) {
    super(
      {
        kernel: undefined,
        alpha: 1e-10,
        optimizer: "lbfgs",
        nRestartsOptimizer: 0,
        normalizeY: false,
        randomState: undefined,
      },
      params,
    );
  }

  fit(x: MatrixLike, y: TargetLike): this {
    const { alpha, optimizer, nRestartsOptimizer, normalizeY, randomState } = this.params;
    const start = this.#kernel();
    checkNumber(this.name, "alpha", alpha, { from: 0 });
    checkChoice(this.name, "optimizer", optimizer, ["lbfgs", "none"]);
    checkInteger(this.name, "nRestartsOptimizer", nRestartsOptimizer, 0);
    const { x: samples, y: target } = this.readRegression(x, y);
    const [mean, spread] = normalizeY ? moments(target) : [0, 1];
    const scale = spread > 0 ? spread : 1;
    const scaled = target.map((value) => (value - mean) / scale);
    const free = start.theta().length > 0;
    const random = randomOf(randomState);
    const kernel =
      optimizer === "lbfgs" && free
        ? greatestLikelihood(start, samples, scaled, alpha, nRestartsOptimizer, random)
        : start;
    const found = factor(kernel, samples, scaled, alpha);
    if (found === undefined) {
      throw new RangeError(
        `${this.name}: the kernel ${String(kernel)} gives samples covariances that are not positive definite. Raise alpha, or add a WhiteKernel.`,
      );
    }
    const { lower, dual, likelihood } = found;
    const state = { kernel, x: samples, lower, dual, y: scaled, mean, scale, likelihood };
    return this.learned(state, samples);
  }

  #kernel(): GaussianKernel {
    const { kernel } = this.params;
    if (kernel !== undefined && !(kernel instanceof GaussianKernel)) {
      throw new TypeError(
        `${this.name}: kernel must be a kernel such as new RBF(); it is ${describe(kernel)}.`,
      );
    }
    const used = kernel?.clone() ?? new ConstantKernel().times(new RBF());
    used.checkHyperparameters();
    return used;
  }

  predict(x: MatrixLike): Float64Array;
  predict(x: MatrixLike, options: { readonly returnStd: true }): WithStd;
  predict(x: MatrixLike, options: { readonly returnCov: true }): WithCovariance;
  predict(
    x: MatrixLike,
    options: { readonly returnStd?: boolean; readonly returnCov?: boolean } = {},
  ): Float64Array | WithStd | WithCovariance {
    const { kernel, x: samples, lower, dual, mean: centre, scale } = this.fitted("prediction");
    const queries = this.readMore(x);
    const n = samples.rows;
    const m = queries.rows;
    const cross = kernel.cross(queries, samples);
    const mean = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += cross[i * n + j] * dual[j];
      mean[i] = sum * scale + centre;
    }
    if (!options.returnStd && !options.returnCov) return mean;
    // What the samples tell about each query: L⁻¹ of its covariances with them.
    for (let i = 0; i < m; i++) forward(lower, n, cross.subarray(i * n, (i + 1) * n));
    if (options.returnCov) {
      const { k } = kernel.covariance(queries, false);
      for (let i = 0; i < m; i++)
        for (let j = 0; j < m; j++) {
          let known = 0;
          for (let t = 0; t < n; t++) known += cross[i * n + t] * cross[j * n + t];
          k[i * m + j] = (k[i * m + j] - known) * scale * scale;
        }
      return { mean, covariance: new Matrix(k, m, m) };
    }
    const std = kernel.diagonal(queries);
    for (let i = 0; i < m; i++) {
      let variance = std[i];
      for (let t = 0; t < n; t++) variance -= cross[i * n + t] * cross[i * n + t];
      std[i] = Math.sqrt(Math.max(0, variance)) * scale;
    }
    return { mean, std };
  }

  /**
   * Draws functions from what is left possible: their values at the samples [n, draws].
   *
   * @param randomState makes the draws the same in every run; default 0, as in scikit-learn
   */
  sampleY(x: MatrixLike, nSamples = 1, randomState: RandomState = 0): Matrix {
    checkInteger(this.name, "nSamples", nSamples, 1);
    const { mean, covariance } = this.predict(x, { returnCov: true });
    const m = mean.length;
    let lower: Float64Array | undefined;
    // Rounding may leave variances just below 0; as little is added as helps.
    for (let extra = 1e-12; lower === undefined && extra < 1; extra *= 10) {
      const raised = covariance.data.slice();
      for (let i = 0; i < m; i++) raised[i * m + i] += extra;
      lower = cholesky(raised, m);
    }
    const random = randomOf(randomState);
    const drawn = Matrix.zeros(m, nSamples);
    for (let s = 0; s < nSamples; s++) {
      const noise = Float64Array.from({ length: m }, () => random.normal());
      for (let i = 0; i < m; i++) {
        let value = mean[i];
        for (let j = 0; j <= i; j++) value += lower![i * m + j] * noise[j];
        drawn.data[i * nSamples + s] = value;
      }
    }
    return drawn;
  }

  /**
   * The logarithm of the samples' likelihood under hyperparameters, and its gradient.
   *
   * @param theta logarithms of the kernel's free hyperparameters; default those that were found
   */
  logMarginalLikelihood(theta?: ArrayLike<number>): { value: number; gradient: Float64Array } {
    const { kernel, x, y } = this.fitted("likelihood");
    const at = theta === undefined ? kernel : kernel.withTheta(theta);
    return likelihoodOf(at, x, y, this.params.alpha);
  }

  /** The kernel with the hyperparameters that were found. */
  get kernel_(): GaussianKernel {
    return this.fitted("kernel_").kernel.clone();
  }

  /** The logarithm of the samples' likelihood under `kernel_`. */
  get logMarginalLikelihoodValue_(): number {
    return this.fitted("logMarginalLikelihoodValue_").likelihood;
  }

  /** The inverse covariance of the samples times y: predictions are covariances times these. */
  get alpha_(): Float64Array {
    return this.fitted("alpha_").dual.slice();
  }

  /** L of the samples' covariance LLᵀ [n, n]. */
  get l_(): Matrix {
    const { lower, x } = this.fitted("l_");
    return new Matrix(lower.slice(), x.rows, x.rows);
  }
}

function moments(values: Float64Array): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / values.length)];
}

register("GaussianProcessRegressor", GaussianProcessRegressor);
