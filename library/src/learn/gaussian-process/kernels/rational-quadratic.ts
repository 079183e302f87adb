import { register } from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";
import { squaredDistance } from "./distance-kernel.ts";
import {
  type Bounds,
  type Covariance,
  GaussianKernel,
  type Hyperparameter,
  wide,
} from "./kernel.ts";

export interface RationalQuadraticParams {
  /** How far samples are still alike. Default 1. */
  lengthScale: number;
  /** How little the lengths are mixed; at infinity it is RBF. Default 1. */
  alpha: number;
  /** Where `lengthScale` is looked for. Default [1e-5, 1e5]. */
  lengthScaleBounds: Bounds;
  /** Where `alpha` is looked for. Default [1e-5, 1e5]. */
  alphaBounds: Bounds;
}

/**
 * (1 + d² / 2αl²)^−α: RBF kernels of many lengths, mixed.
 *
 * @example
 * new RationalQuadratic({ alpha: 0.5 }).getParams().alpha; // 0.5
 */
export class RationalQuadratic extends GaussianKernel<RationalQuadraticParams> {
  constructor(params: Partial<RationalQuadraticParams> = {}) {
    super({ lengthScale: 1, alpha: 1, lengthScaleBounds: wide, alphaBounds: wide }, params);
  }

  hyperparameters(): Hyperparameter[] {
    const { alpha, alphaBounds, lengthScale, lengthScaleBounds } = this.params;
    return [
      { name: "alpha", values: [alpha], bounds: alphaBounds },
      { name: "lengthScale", values: [lengthScale], bounds: lengthScaleBounds },
    ];
  }

  covariance(x: Matrix, gradients: boolean): Covariance {
    const { alpha, lengthScale } = this.params;
    const k = this.cross(x, x);
    const byAlpha = gradients && this.free("alpha") ? [new Float64Array(k.length)] : [];
    const byLength = gradients && this.free("lengthScale") ? [new Float64Array(k.length)] : [];
    const lengths = new Float64Array(x.columns).fill(lengthScale);
    if (gradients) {
      for (let at = 0; at < k.length; at++) {
        const row = Math.floor(at / x.rows);
        const squared = squaredDistance(x, row, x, at - row * x.rows, lengths);
        const base = 1 + squared / (2 * alpha);
        if (byAlpha[0]) byAlpha[0][at] = k[at] * (squared / (2 * base) - alpha * Math.log(base));
        if (byLength[0]) byLength[0][at] = (squared * k[at]) / base;
      }
    }
    return { k, gradients: [...byAlpha, ...byLength] };
  }

  cross(x: Matrix, other: Matrix): Float64Array {
    const { alpha, lengthScale } = this.params;
    const lengths = new Float64Array(x.columns).fill(lengthScale);
    const k = new Float64Array(x.rows * other.rows);
    for (let i = 0; i < x.rows; i++)
      for (let j = 0; j < other.rows; j++) {
        const squared = squaredDistance(x, i, other, j, lengths);
        k[i * other.rows + j] = (1 + squared / (2 * alpha)) ** -alpha;
      }
    return k;
  }

  diagonal(x: Matrix): Float64Array {
    return new Float64Array(x.rows).fill(1);
  }
}

register("RationalQuadratic", RationalQuadratic);
