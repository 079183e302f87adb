import type { Matrix } from "../../matrix/index.ts";
import { type Covariance, GaussianKernel } from "./kernel.ts";

/** Kernels of the distance between samples, each feature in units of its own length. */
export abstract class DistanceKernel<P extends object> extends GaussianKernel<P> {
  /** The length of every feature, or one for all. */
  protected abstract lengths(): readonly number[];

  /** The covariance at a squared distance, in units of the lengths. */
  protected abstract at(squared: number): number;

  /** The part of the derivative by the logarithm of a length that multiplies that feature's share of the square. */
  protected abstract slope(squared: number, value: number): number;

  covariance(x: Matrix, gradients: boolean): Covariance {
    const n = x.rows;
    const lengths = this.#perFeature(x);
    const own = this.lengths().length;
    const k = new Float64Array(n * n);
    const wanted = gradients && this.free("lengthScale");
    const slopes = wanted ? Array.from({ length: own }, () => new Float64Array(n * n)) : [];
    for (let i = 0; i < n; i++) {
      k[i * n + i] = 1;
      for (let j = 0; j < i; j++) {
        const squared = squaredDistance(x, i, x, j, lengths);
        const value = this.at(squared);
        k[i * n + j] = value;
        k[j * n + i] = value;
        if (!wanted) continue;
        const slope = this.slope(squared, value);
        for (let f = 0; f < own; f++) {
          const gap = (x.data[i * x.columns + f] - x.data[j * x.columns + f]) / lengths[f];
          const part = slope * (own === 1 ? squared : gap * gap);
          slopes[f][i * n + j] = part;
          slopes[f][j * n + i] = part;
        }
      }
    }
    return { k, gradients: slopes };
  }

  cross(x: Matrix, other: Matrix): Float64Array {
    const lengths = this.#perFeature(x);
    const k = new Float64Array(x.rows * other.rows);
    for (let i = 0; i < x.rows; i++)
      for (let j = 0; j < other.rows; j++)
        k[i * other.rows + j] = this.at(squaredDistance(x, i, other, j, lengths));
    return k;
  }

  diagonal(x: Matrix): Float64Array {
    return new Float64Array(x.rows).fill(1);
  }

  #perFeature(x: Matrix): Float64Array {
    const lengths = this.lengths();
    if (lengths.length === 1) return new Float64Array(x.columns).fill(lengths[0]);
    if (lengths.length === x.columns) return Float64Array.from(lengths);
    throw new RangeError(
      `${this.name} has ${lengths.length} values of lengthScale for ${x.columns} features.`,
    );
  }
}

/** The squared distance of two rows, each feature divided by its length. */
export function squaredDistance(
  x: Matrix,
  i: number,
  other: Matrix,
  j: number,
  lengths: Float64Array,
): number {
  const { columns } = x;
  let sum = 0;
  for (let f = 0; f < columns; f++) {
    const gap = (x.data[i * columns + f] - other.data[j * columns + f]) / lengths[f];
    sum += gap * gap;
  }
  return sum;
}
