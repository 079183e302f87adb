import type { Matrix } from "../matrix/index.ts";
import type { CovarianceType } from "./covariances.ts";

/** A mixture as numbers; `whiteners` has the layout of the covariances. */
export interface Components {
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly covariances: Float64Array;
  readonly whiteners: Float64Array;
}

/** ln(weight · density) of each sample under each component [n, count]. */
export function logDensities(type: CovarianceType, x: Matrix, mixture: Components): Float64Array {
  const { rows, columns, data } = x;
  const { weights, means, whiteners } = mixture;
  const count = weights.length;
  const out = new Float64Array(rows * count);
  const moved = new Float64Array(4 * columns);
  const distances = new Float64Array(4);
  for (let c = 0; c < count; c++) {
    const from = start(type, c, columns);
    const constant =
      Math.log(weights[c]) +
      logDeterminant(type, whiteners, from, columns) -
      (columns * Math.log(2 * Math.PI)) / 2;
    if (type === "full" || type === "tied") {
      const whitener = whiteners.subarray(from, from + columns * columns);
      const mean = means.subarray(c * columns, (c + 1) * columns);
      for (let i = 0; i < rows; i += 4) {
        fourDistances(data, rows, i, mean, whitener, moved, distances);
        const end = Math.min(4, rows - i);
        for (let s = 0; s < end; s++) out[(i + s) * count + c] = constant - distances[s] / 2;
      }
      continue;
    }
    const step = type === "diag" ? 1 : 0;
    for (let i = 0; i < rows; i++) {
      let distance = 0;
      for (let j = 0; j < columns; j++) {
        const gap = data[i * columns + j] - means[c * columns + j];
        const value = gap * whiteners[from + j * step];
        distance += value * value;
      }
      out[i * count + c] = constant - distance / 2;
    }
  }
  return out;
}

/** The squared Mahalanobis distances of four samples: each value of the whitener is loaded once for all. */
function fourDistances(
  data: Float64Array,
  rows: number,
  first: number,
  mean: Float64Array,
  whitener: Float64Array,
  moved: Float64Array,
  distances: Float64Array,
): void {
  const columns = mean.length;
  for (let s = 0; s < 4; s++) {
    const from = Math.min(first + s, rows - 1) * columns;
    for (let j = 0; j < columns; j++) moved[4 * j + s] = data[from + j] - mean[j];
  }
  let da = 0;
  let db = 0;
  let dc = 0;
  let dd = 0;
  for (let j = 0; j < columns; j++) {
    const row = j * columns;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0, at = 0; k <= j; k++, at += 4) {
      const weight = whitener[row + k];
      a += weight * moved[at];
      b += weight * moved[at + 1];
      c += weight * moved[at + 2];
      d += weight * moved[at + 3];
    }
    da += a * a;
    db += b * b;
    dc += c * c;
    dd += d * d;
  }
  distances[0] = da;
  distances[1] = db;
  distances[2] = dc;
  distances[3] = dd;
}

/**
 * Turns ln(weight · density) into the part of each component in each sample, in place.
 *
 * @returns ln of the density of each sample
 */
export function normalizeParts(logs: Float64Array, count: number): Float64Array {
  const rows = logs.length / count;
  const densities = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const from = i * count;
    let greatest = -Infinity;
    for (let c = 0; c < count; c++) if (logs[from + c] > greatest) greatest = logs[from + c];
    let sum = 0;
    for (let c = 0; c < count; c++) sum += Math.exp(logs[from + c] - greatest);
    const log = greatest + Math.log(sum);
    densities[i] = log;
    for (let c = 0; c < count; c++) logs[from + c] = Math.exp(logs[from + c] - log);
  }
  return densities;
}

/** Where a component's whitener begins. */
const start = (type: CovarianceType, c: number, columns: number): number =>
  type === "full" ? c * columns * columns : type === "tied" ? 0 : type === "diag" ? c * columns : c;

function logDeterminant(
  type: CovarianceType,
  whiteners: Float64Array,
  from: number,
  columns: number,
): number {
  if (type === "spherical") return columns * Math.log(whiteners[from]);
  const step = type === "diag" ? 1 : columns + 1;
  let sum = 0;
  for (let j = 0; j < columns; j++) sum += Math.log(whiteners[from + j * step]);
  return sum;
}
