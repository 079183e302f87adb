import type { Random } from "../../random/index.ts";
import { svd, type Svd } from "../linalg/index.ts";
import { crossProduct, multiply, transpose } from "../linalg/index.ts";
import { Matrix } from "../matrix/index.ts";

/**
 * The greatest singular values and their vectors, by random projection and power iterations (Halko,
 * Martinsson and Tropp, 2011).
 *
 * @param oversamples extra directions, which make the last values exact
 * @param iterations passes that turn the directions to those of the greatest values
 */
export function randomizedSvd(
  a: Matrix,
  count: number,
  oversamples: number,
  iterations: number,
  random: Random,
): Svd {
  const width = Math.min(count + oversamples, a.rows, a.columns);
  const start = Float64Array.from({ length: a.columns * width }, () => random.normal());
  let q = orthonormal(multiply(a, new Matrix(start, a.columns, width)));
  for (let pass = 0; pass < iterations; pass++) {
    const back = orthonormal(crossProduct(a, q));
    q = orthonormal(multiply(a, back));
  }
  // A ≈ Q(QᵀA), and QᵀA is small.
  const small = svd(crossProduct(a, q));
  const keep = Array.from({ length: Math.min(count, width) }, (_, i) => i);
  return {
    u: multiply(q, small.v.takeColumns(keep)),
    values: small.values.slice(0, keep.length),
    v: small.u.takeColumns(keep),
  };
}

/** Columns made orthonormal by Gram and Schmidt, twice, which is as exact as Householder's way. */
export function orthonormal(a: Matrix): Matrix {
  const columns = transpose(a);
  const { rows: count, columns: length, data } = columns;
  for (let c = 0; c < count; c++) {
    const row = data.subarray(c * length, (c + 1) * length);
    const before = norm(row);
    for (let pass = 0; pass < 2; pass++) {
      for (let e = 0; e < c; e++) {
        const other = e * length;
        let product = 0;
        for (let i = 0; i < length; i++) product += row[i] * data[other + i];
        for (let i = 0; i < length; i++) row[i] -= product * data[other + i];
      }
    }
    const size = norm(row);
    // What is only rounding error is no direction.
    const scale = size > 1e-13 * before ? 1 / size : 0;
    for (let i = 0; i < length; i++) row[i] *= scale;
  }
  return transpose(columns);
}

function norm(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return Math.sqrt(sum);
}
