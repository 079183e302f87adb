import { register } from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";
import {
  type Bounds,
  type Covariance,
  GaussianKernel,
  type Hyperparameter,
  wide,
} from "./kernel.ts";

const filled = (length: number, value: number): Float64Array =>
  new Float64Array(length).fill(value);

export interface ConstantKernelParams {
  /** The covariance. Default 1. */
  constantValue: number;
  /** Where it is looked for. Default [1e-5, 1e5]. */
  constantValueBounds: Bounds;
}

/**
 * The same covariance everywhere: times another kernel, how far functions reach.
 *
 * @example
 * new ConstantKernel({ constantValue: 2 }).diagonal(new Matrix(Float64Array.of(0, 1), 2, 1)); // [2, 2]
 */
export class ConstantKernel extends GaussianKernel<ConstantKernelParams> {
  constructor(params: Partial<ConstantKernelParams> = {}) {
    super({ constantValue: 1, constantValueBounds: wide }, params);
  }

  hyperparameters(): Hyperparameter[] {
    const { constantValue, constantValueBounds } = this.params;
    return [{ name: "constantValue", values: [constantValue], bounds: constantValueBounds }];
  }

  covariance(x: Matrix, gradients: boolean): Covariance {
    const k = this.cross(x, x);
    return { k, gradients: gradients && this.free("constantValue") ? [k.slice()] : [] };
  }

  cross(x: Matrix, other: Matrix): Float64Array {
    return filled(x.rows * other.rows, this.params.constantValue);
  }

  diagonal(x: Matrix): Float64Array {
    return filled(x.rows, this.params.constantValue);
  }
}

export interface WhiteKernelParams {
  /** The variance of the noise. Default 1. */
  noiseLevel: number;
  /** Where it is looked for. Default [1e-5, 1e5]. */
  noiseLevelBounds: Bounds;
}

/**
 * Noise: each sample has a variance of its own.
 *
 * @example
 * new WhiteKernel({ noiseLevel: 0.5 }).diagonal(new Matrix(Float64Array.of(0, 1), 2, 1)); // [0.5, 0.5]
 */
export class WhiteKernel extends GaussianKernel<WhiteKernelParams> {
  constructor(params: Partial<WhiteKernelParams> = {}) {
    super({ noiseLevel: 1, noiseLevelBounds: wide }, params);
  }

  hyperparameters(): Hyperparameter[] {
    const { noiseLevel, noiseLevelBounds } = this.params;
    return [{ name: "noiseLevel", values: [noiseLevel], bounds: noiseLevelBounds }];
  }

  covariance(x: Matrix, gradients: boolean): Covariance {
    const k = filled(x.rows * x.rows, 0);
    for (let i = 0; i < x.rows; i++) k[i * x.rows + i] = this.params.noiseLevel;
    return { k, gradients: gradients && this.free("noiseLevel") ? [k.slice()] : [] };
  }

  cross(x: Matrix, other: Matrix): Float64Array {
    return filled(x.rows * other.rows, 0);
  }

  diagonal(x: Matrix): Float64Array {
    return filled(x.rows, this.params.noiseLevel);
  }
}

export interface DotProductParams {
  /** σ₀, whose square is the variance at 0. Default 1. */
  sigma0: number;
  /** Where it is looked for. Default [1e-5, 1e5]. */
  sigma0Bounds: Bounds;
}

/**
 * σ₀² + x·y: linear functions.
 *
 * @example
 * new DotProduct().diagonal(new Matrix(Float64Array.of(0, 1), 2, 1)); // [1, 2]
 */
export class DotProduct extends GaussianKernel<DotProductParams> {
  constructor(params: Partial<DotProductParams> = {}) {
    super({ sigma0: 1, sigma0Bounds: wide }, params);
  }

  hyperparameters(): Hyperparameter[] {
    const { sigma0, sigma0Bounds } = this.params;
    return [{ name: "sigma0", values: [sigma0], bounds: sigma0Bounds }];
  }

  covariance(x: Matrix, gradients: boolean): Covariance {
    const k = this.cross(x, x);
    const slope = 2 * this.params.sigma0 ** 2;
    return { k, gradients: gradients && this.free("sigma0") ? [filled(k.length, slope)] : [] };
  }

  cross(x: Matrix, other: Matrix): Float64Array {
    const { columns } = x;
    const k = filled(x.rows * other.rows, this.params.sigma0 ** 2);
    for (let i = 0; i < x.rows; i++)
      for (let j = 0; j < other.rows; j++)
        for (let f = 0; f < columns; f++)
          k[i * other.rows + j] += x.data[i * columns + f] * other.data[j * columns + f];
    return k;
  }

  diagonal(x: Matrix): Float64Array {
    const k = filled(x.rows, this.params.sigma0 ** 2);
    for (let at = 0; at < x.data.length; at++)
      k[Math.floor(at / x.columns)] += x.data[at] * x.data[at];
    return k;
  }
}

register("ConstantKernel", ConstantKernel);
register("WhiteKernel", WhiteKernel);
register("DotProduct", DotProduct);
