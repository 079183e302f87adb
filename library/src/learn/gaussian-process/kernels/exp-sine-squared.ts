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

export interface ExpSineSquaredParams {
  /** How far samples are still alike, within a period. Default 1. */
  lengthScale: number;
  /** After which distance it all repeats. Default 1. */
  periodicity: number;
  /** Where `lengthScale` is looked for. Default [1e-5, 1e5]. */
  lengthScaleBounds: Bounds;
  /** Where `periodicity` is looked for. Default [1e-5, 1e5]. */
  periodicityBounds: Bounds;
}

/**
 * exp(−2 sin²(πd / p) / l²): functions that repeat.
 *
 * @example
 * const year = new ExpSineSquared({ periodicity: 12 });
 * const months = new Matrix(Float64Array.of(0, 12), 2, 1);
 * year.cross(months, months).map((value) => Math.round(value * 1e9) / 1e9); // [1, 1, 1, 1]
 */
export class ExpSineSquared extends GaussianKernel<ExpSineSquaredParams> {
  constructor(params: Partial<ExpSineSquaredParams> = {}) {
    super(
      { lengthScale: 1, periodicity: 1, lengthScaleBounds: wide, periodicityBounds: wide },
      params,
    );
  }

  hyperparameters(): Hyperparameter[] {
    const { lengthScale, lengthScaleBounds, periodicity, periodicityBounds } = this.params;
    return [
      { name: "lengthScale", values: [lengthScale], bounds: lengthScaleBounds },
      { name: "periodicity", values: [periodicity], bounds: periodicityBounds },
    ];
  }

  covariance(x: Matrix, gradients: boolean): Covariance {
    const { lengthScale } = this.params;
    const angles = this.#angles(x, x);
    const k = angles.map((angle) => Math.exp(-2 * (Math.sin(angle) / lengthScale) ** 2));
    const unit = 4 / lengthScale ** 2;
    const slopes: Float64Array[] = [];
    if (gradients && this.free("lengthScale"))
      slopes.push(angles.map((angle, at) => unit * Math.sin(angle) ** 2 * k[at]));
    if (gradients && this.free("periodicity"))
      slopes.push(
        angles.map((angle, at) => unit * angle * Math.cos(angle) * Math.sin(angle) * k[at]),
      );
    return { k, gradients: slopes };
  }

  cross(x: Matrix, other: Matrix): Float64Array {
    const { lengthScale } = this.params;
    return this.#angles(x, other).map((angle) =>
      Math.exp(-2 * (Math.sin(angle) / lengthScale) ** 2),
    );
  }

  diagonal(x: Matrix): Float64Array {
    return new Float64Array(x.rows).fill(1);
  }

  #angles(x: Matrix, other: Matrix): Float64Array {
    const ones = new Float64Array(x.columns).fill(1);
    const angles = new Float64Array(x.rows * other.rows);
    for (let i = 0; i < x.rows; i++)
      for (let j = 0; j < other.rows; j++) {
        const distance = Math.sqrt(squaredDistance(x, i, other, j, ones));
        angles[i * other.rows + j] = (Math.PI * distance) / this.params.periodicity;
      }
    return angles;
  }
}

register("ExpSineSquared", ExpSineSquared);
