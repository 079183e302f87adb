import type { Matrix } from "../matrix/index.ts";

/** The shape of the components: any, one for all, along the axes, or round. */
export type CovarianceType = "full" | "tied" | "diag" | "spherical";

/** How many numbers the covariances hold. */
export function covarianceSize(type: CovarianceType, count: number, features: number): number {
  if (type === "full") return count * features * features;
  if (type === "tied") return features * features;
  return type === "diag" ? count * features : count;
}

/**
 * The components' covariances: "full" [count, features, features], "tied" [features, features],
 * "diag" [count, features], "spherical" [count], row after row.
 *
 * @param parts how much of each sample belongs to each component [n, count]
 * @param sizes the sum of the parts of each component
 */
export function covariances(
  type: CovarianceType,
  x: Matrix,
  parts: Float64Array,
  sizes: Float64Array,
  means: Float64Array,
  regularization: number,
): Float64Array {
  const { columns } = x;
  const count = sizes.length;
  if (type === "diag" || type === "spherical") {
    const diagonal = variances(x, parts, sizes, means, regularization);
    if (type === "diag") return diagonal;
    return Float64Array.from({ length: count }, (_, c) => {
      const own = diagonal.subarray(c * columns, (c + 1) * columns);
      return own.reduce((sum, value) => sum + value, 0) / columns;
    });
  }
  const square = columns * columns;
  const found = new Float64Array(covarianceSize(type, count, columns));
  for (let c = 0; c < count; c++) {
    const into = type === "tied" ? 0 : c * square;
    scatter(x, parts, count, c, means, found.subarray(into, into + square));
  }
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  for (let from = 0; from < found.length; from += square) {
    const size = type === "tied" ? whole : sizes[from / square];
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j <= i; j++) {
        const value = found[from + i * columns + j] / size + (i === j ? regularization : 0);
        found[from + i * columns + j] = value;
        found[from + j * columns + i] = value;
      }
    }
  }
  return found;
}

/** Samples turned at a time. */
const PANEL = 64;

/**
 * Adds the lower half of the weighted sum of (x − mean)(x − mean)ᵀ: samples come in panels, turned so
 * that each feature lies in one piece, scaled by the root of their weight.
 */
function scatter(
  x: Matrix,
  parts: Float64Array,
  count: number,
  c: number,
  means: Float64Array,
  sums: Float64Array,
): void {
  const { rows, columns, data } = x;
  const panel = new Float64Array((columns + 1) * PANEL);
  let filled = 0;
  for (let i = 0; i < rows; i++) {
    const part = parts[i * count + c];
    if (part > 1e-300) {
      const root = Math.sqrt(part);
      for (let j = 0; j < columns; j++)
        panel[j * PANEL + filled] = root * (data[i * columns + j] - means[c * columns + j]);
      filled += 1;
    }
    if (filled < PANEL && i < rows - 1) continue;
    addProducts(panel, filled, columns, sums);
    filled = 0;
  }
}

/** Adds the products of all pairs of features, two by two. */
function addProducts(
  panel: Float64Array,
  filled: number,
  columns: number,
  sums: Float64Array,
): void {
  for (let j = 0; j < columns; j += 2) {
    for (let k = 0; k <= j; k += 2) {
      let aa = 0;
      let ab = 0;
      let ba = 0;
      let bb = 0;
      let p = j * PANEL;
      let q = k * PANEL;
      for (const end = p + filled; p < end; p++, q++) {
        const a = panel[p];
        const b = panel[p + PANEL];
        const d = panel[q];
        const e = panel[q + PANEL];
        aa += a * d;
        ab += a * e;
        ba += b * d;
        bb += b * e;
      }
      sums[j * columns + k] += aa;
      if (k < j) sums[j * columns + k + 1] += ab;
      if (j + 1 === columns) continue;
      sums[(j + 1) * columns + k] += ba;
      sums[(j + 1) * columns + k + 1] += bb;
    }
  }
}

function variances(
  x: Matrix,
  parts: Float64Array,
  sizes: Float64Array,
  means: Float64Array,
  regularization: number,
): Float64Array {
  const { rows, columns, data } = x;
  const count = sizes.length;
  const sums = new Float64Array(count * columns);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < count; c++) {
      const part = parts[i * count + c];
      if (part < 1e-300) continue;
      const into = c * columns;
      for (let j = 0; j < columns; j++) {
        const gap = data[i * columns + j] - means[into + j];
        sums[into + j] += part * gap * gap;
      }
    }
  }
  return sums.map((sum, at) => sum / sizes[Math.floor(at / columns)] + regularization);
}
