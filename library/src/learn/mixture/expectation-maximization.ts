import type { Matrix } from "../matrix/index.ts";
import { covariances, type CovarianceType } from "./covariances.ts";
import { type Components, logDensities, normalizeParts } from "./densities.ts";
import { whiteners } from "./whiteners.ts";

/** A mixture that was learned. */
export interface Found extends Components {
  readonly lowerBound: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** The mixture that fits best to given parts of the components in the samples (the M step). */
export function maximize(
  type: CovarianceType,
  x: Matrix,
  parts: Float64Array,
  count: number,
  regularization: number,
  who: string,
): Components {
  const { rows, columns, data } = x;
  const sizes = new Float64Array(count).fill(10 * Number.EPSILON);
  const means = new Float64Array(count * columns);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < count; c++) {
      const part = parts[i * count + c];
      if (part === 0) continue;
      sizes[c] += part;
      for (let j = 0; j < columns; j++) means[c * columns + j] += part * data[i * columns + j];
    }
  }
  for (let at = 0; at < means.length; at++) means[at] /= sizes[Math.floor(at / columns)];
  const found = covariances(type, x, parts, sizes, means, regularization);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  return {
    weights: sizes.map((size) => size / whole),
    means,
    covariances: found,
    whiteners: whiteners(type, found, columns, who),
  };
}

/** Repeats the E and the M step until the mean log density grows by less than `tolerance`. */
export function expectationMaximization(
  type: CovarianceType,
  x: Matrix,
  start: Components,
  maxIter: number,
  tolerance: number,
  regularization: number,
  who: string,
): Found {
  const count = start.weights.length;
  let mixture = start;
  let lowerBound = -Infinity;
  for (let iterations = 1; iterations <= maxIter; iterations++) {
    const parts = logDensities(type, x, mixture);
    const densities = normalizeParts(parts, count);
    mixture = maximize(type, x, parts, count, regularization, who);
    const before = lowerBound;
    lowerBound = densities.reduce((sum, value) => sum + value, 0) / x.rows;
    if (Math.abs(lowerBound - before) < tolerance)
      return { ...mixture, lowerBound, iterations, converged: true };
  }
  return { ...mixture, lowerBound, iterations: maxIter, converged: false };
}
