import { register } from "../../base/index.ts";
import { DistanceKernel } from "./distance-kernel.ts";
import { type Bounds, type Hyperparameter, wide } from "./kernel.ts";

export interface RBFParams {
  /** How far samples are still alike: one length, or one a feature. Default 1. */
  lengthScale: number | readonly number[];
  /** Where it is looked for. Default [1e-5, 1e5]. */
  lengthScaleBounds: Bounds;
}

/**
 * exp(−d² / 2l²): functions that are smooth everywhere.
 *
 * @example
 * const kernel = new RBF({ lengthScale: 2 }).times(3).plus(new WhiteKernel());
 * kernel.theta().length; // 3
 */
export class RBF extends DistanceKernel<RBFParams> {
  constructor(params: Partial<RBFParams> = {}) {
    super({ lengthScale: 1, lengthScaleBounds: wide }, params);
  }

  hyperparameters(): Hyperparameter[] {
    const bounds = this.params.lengthScaleBounds;
    return [{ name: "lengthScale", values: this.lengths(), bounds }];
  }

  protected lengths(): readonly number[] {
    const { lengthScale } = this.params;
    return typeof lengthScale === "number" ? [lengthScale] : lengthScale;
  }

  protected at(squared: number): number {
    return Math.exp(-squared / 2);
  }

  protected slope(_squared: number, value: number): number {
    return value;
  }
}

register("RBF", RBF);
