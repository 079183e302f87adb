import {
  checkInteger,
  checkNumber,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { weightedKernel } from "./decide.ts";
import { KernelCache } from "./kernel-cache.ts";
import { type Kernel, kernelDefaults, kernelOf, type KernelParams } from "./kernels.ts";
import { solve } from "./smo.ts";

export interface SVRParams extends KernelParams {
  /** How much an error beyond `epsilon` costs. Default 1. */
  C: number;
  /** Errors up to this cost nothing. Default 0.1. */
  epsilon: number;
  /** Stop when no pair of variables violates the conditions of the optimum by more. Default 1e-3. */
  tol: number;
  /** Megabytes for rows of the kernel matrix. Default 200. */
  cacheSize: number;
  /** The most steps; -1 for no limit. Default -1. */
  maxIter: number;
}

interface State {
  readonly kernel: Omit<Kernel, "kind">;
  readonly support: Int32Array;
  readonly vectors: Matrix;
  readonly coefficients: Float64Array;
  readonly rho: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Support vector regression: the flattest function, in the space that a kernel spans, that leaves errors
 * beyond `epsilon` to few samples.
 *
 * Source: A. J. Smola and B. Schölkopf, A tutorial on support vector regression (2004); solved as in
 * C.-C. Chang and C.-J. Lin, LIBSVM (2011). Between O(n²) and O(n³) · features.
 *
 * Differs from scikit-learn: a kernel is named or a function of two samples, not a matrix;
 * `intercept_` is a number.
 *
 * @example
 * const svr = new SVR({ kernel: "linear", C: 100, epsilon: 0 });
 * svr.fit([[0], [1], [2]], [1, 3, 5]).predict([[3]])[0].toFixed(2); // "7.00"
 */
export class SVR extends Regressor<SVRParams, State> {
  constructor(params: Partial<SVRParams> = {}) {
    super(
      { C: 1, epsilon: 0.1, ...kernelDefaults, tol: 1e-3, cacheSize: 200, maxIter: -1 },
      params,
    );
  }

  fit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    const { C, epsilon, tol, cacheSize, maxIter } = this.params;
    checkNumber(this.name, "C", C, { above: 0 });
    checkNumber(this.name, "epsilon", epsilon, { from: 0 });
    checkNumber(this.name, "tol", tol, { above: 0 });
    checkNumber(this.name, "cacheSize", cacheSize, { above: 0 });
    checkInteger(this.name, "maxIter", maxIter, -1);
    const { x: samples, y: target, weights } = this.readRegression(x, y, options);
    const kernel = kernelOf(this.name, samples, this.params);
    const n = samples.rows;
    const cache = new KernelCache(kernel, samples.data, n, samples.columns, cacheSize);
    // Errors above and below are variables of their own.
    const p = new Float64Array(2 * n);
    const c = new Float64Array(2 * n);
    for (let i = 0; i < n; i++) {
      p[i] = epsilon - target[i];
      p[n + i] = epsilon + target[i];
      c[i] = c[n + i] = C * weights[i];
    }
    const signs = new Int8Array(2 * n).fill(1, 0, n).fill(-1, n);
    const start = { cache, p, y: signs, c, alpha: new Float64Array(2 * n) };
    const { alpha, rho, iterations, converged } = solve(start, tol, maxIter);
    const values = Float64Array.from({ length: n }, (_, i) => alpha[i] - alpha[n + i]);
    const support = Int32Array.from(values.keys()).filter((i) => values[i] !== 0);
    return this.learned(
      {
        kernel: { degree: kernel.degree, gamma: kernel.gamma, coef0: kernel.coef0 },
        support,
        vectors: samples.take(support),
        coefficients: Float64Array.from(support, (i) => values[i]),
        rho,
        iterations,
        converged,
      },
      samples,
    );
  }

  predict(x: MatrixLike): Float64Array {
    const { kernel, vectors, coefficients, rho } = this.fitted("prediction");
    const named = { ...kernel, kind: this.params.kernel };
    return weightedKernel(named, this.readMore(x), vectors, coefficients, rho);
  }

  /** The samples that the function consists of [vectors, features]. */
  get supportVectors_(): Matrix {
    const { vectors } = this.fitted("supportVectors_");
    return new Matrix(vectors.data.slice(), vectors.rows, vectors.columns, vectors.names);
  }

  /** The places of the support vectors in the samples. */
  get support_(): Int32Array {
    return this.fitted("support_").support.slice();
  }

  /** The support vectors' coefficients [1, vectors]. */
  get dualCoef_(): Matrix {
    const { coefficients } = this.fitted("dualCoef_");
    return new Matrix(coefficients.slice(), 1, coefficients.length);
  }

  /** The constant of the function. */
  get intercept_(): number {
    return -this.fitted("intercept_").rho;
  }

  /** The steps taken. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  /** Whether `tol` was reached before `maxIter`. */
  get converged_(): boolean {
    return this.fitted("converged_").converged;
  }
}

register("SVR", SVR);
