import type { CovarianceType } from "./covariances.ts";

/**
 * For each component the matrix W with WᵀW = inverse of the covariance, so that ‖W(x − mean)‖² is the
 * squared Mahalanobis distance: the inverse of Cholesky's factor, or 1 / deviation along the axes.
 * The layout is that of the covariances.
 *
 * @throws RangeError where a covariance is not positive definite
 */
export function whiteners(
  type: CovarianceType,
  covariances: Float64Array,
  features: number,
  who: string,
): Float64Array {
  const bad = (): never => {
    throw new RangeError(
      `${who}: the covariance of a component is not positive definite. Lower nComponents, raise regCovar, or scale the features.`,
    );
  };
  if (type === "diag" || type === "spherical") {
    return covariances.map((variance) => (variance > 0 ? 1 / Math.sqrt(variance) : bad()));
  }
  const square = features * features;
  const all = new Float64Array(covariances.length);
  for (let from = 0; from < all.length; from += square) {
    const factor = cholesky(covariances.subarray(from, from + square), features);
    all.set(invertLower(factor ?? bad(), features), from);
  }
  return all;
}

/** L with LLᵀ = A, for a positive definite A. */
export function cholesky(a: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * size + j];
      for (let k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
      if (i !== j) factor[i * size + j] = sum / factor[j * size + j];
      else if (sum > 0) factor[i * size + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return factor;
}

function invertLower(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    inverse[j * size + j] = 1 / lower[j * size + j];
    for (let i = j + 1; i < size; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= lower[i * size + k] * inverse[k * size + j];
      inverse[i * size + j] = sum / lower[i * size + i];
    }
  }
  return inverse;
}
