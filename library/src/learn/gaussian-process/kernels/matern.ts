import { checkChoice, register } from "../../base/index.ts";
import { DistanceKernel } from "./distance-kernel.ts";
import { type Bounds, type Hyperparameter, wide } from "./kernel.ts";

export interface MaternParams {
  /** How far samples are still alike: one length, or one a feature. Default 1. */
  lengthScale: number | readonly number[];
  /** Where it is looked for. Default [1e-5, 1e5]. */
  lengthScaleBounds: Bounds;
  /** How smooth: 0.5 is rough, 1.5 has a slope, 2.5 a curvature, Infinity is RBF. Default 1.5. */
  nu: number;
}

/**
 * Functions as smooth as `nu` says. Differs from scikit-learn: no other `nu` than 0.5, 1.5, 2.5 and
 * Infinity.
 *
 * Source: C. E. Rasmussen and C. K. I. Williams, Gaussian processes for machine learning (2006), 4.2.1.
 *
 * @example
 * new Matern({ nu: 0.5 }).diagonal(new Matrix(Float64Array.of(1, 2), 2, 1)); // [1, 1]
 */
export class Matern extends DistanceKernel<MaternParams> {
  constructor(params: Partial<MaternParams> = {}) {
    super({ lengthScale: 1, lengthScaleBounds: wide, nu: 1.5 }, params);
  }

  hyperparameters(): Hyperparameter[] {
    const bounds = this.params.lengthScaleBounds;
    return [{ name: "lengthScale", values: this.lengths(), bounds }];
  }

  override checkHyperparameters(): void {
    super.checkHyperparameters();
    checkChoice(this.name, "nu", this.params.nu, [0.5, 1.5, 2.5, Infinity]);
  }

  protected lengths(): readonly number[] {
    const { lengthScale } = this.params;
    return typeof lengthScale === "number" ? [lengthScale] : lengthScale;
  }

  protected at(squared: number): number {
    const { nu } = this.params;
    if (nu === Infinity) return Math.exp(-squared / 2);
    const scaled = Math.sqrt(2 * nu * squared);
    const decay = Math.exp(-scaled);
    if (nu === 0.5) return decay;
    return nu === 1.5 ? (1 + scaled) * decay : (1 + scaled + (scaled * scaled) / 3) * decay;
  }

  protected slope(squared: number, value: number): number {
    const { nu } = this.params;
    if (nu === Infinity) return value;
    const scaled = Math.sqrt(2 * nu * squared);
    if (nu === 0.5) return scaled === 0 ? 0 : value / scaled;
    const decay = Math.exp(-scaled);
    return nu === 1.5 ? 3 * decay : (5 / 3) * (scaled + 1) * decay;
  }
}

register("Matern", Matern);
