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
  const moved = new Float64Array(columns);
  for (let c = 0; c < count; c++) {
    const from = start(type, c, columns);
    const constant =
      Math.log(weights[c]) +
      logDeterminant(type, whiteners, from, columns) -
      (columns * Math.log(2 * Math.PI)) / 2;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) moved[j] = data[i * columns + j] - means[c * columns + j];
      let distance = 0;
      if (type === "full" || type === "tied") {
        for (let j = 0; j < columns; j++) {
          const row = from + j * columns;
          let sum = 0;
          for (let k = 0; k <= j; k++) sum += whiteners[row + k] * moved[k];
          distance += sum * sum;
        }
      } else {
        const step = type === "diag" ? 1 : 0;
        for (let j = 0; j < columns; j++) {
          const value = moved[j] * whiteners[from + j * step];
          distance += value * value;
        }
      }
      out[i * count + c] = constant - distance / 2;
    }
  }
  return out;
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
