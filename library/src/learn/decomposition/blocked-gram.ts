import { Matrix } from "../matrix/index.ts";

/** So many rows are turned at a time: they stay in the processor's cache. */
const PANEL = 64;

/**
 * XᵀX of many samples. The rows come in panels, turned so that each column lies in one piece; the
 * products of two columns with two others then run in four registers.
 *
 * @param means taken off each row; default none
 */
export function blockedGram(x: Matrix, means: Float64Array = new Float64Array(x.columns)): Matrix {
  const { rows, columns, data } = x;
  const even = columns + (columns & 1);
  const sums = new Float64Array(even * even);
  const panel = new Float64Array(even * PANEL);
  for (let first = 0; first < rows; first += PANEL) {
    const count = Math.min(PANEL, rows - first);
    for (let i = 0; i < count; i++) {
      const from = (first + i) * columns;
      for (let j = 0; j < columns; j++) panel[j * PANEL + i] = data[from + j] - means[j];
    }
    addPanel(panel, count, even, sums);
  }
  const gram = Matrix.zeros(columns, columns);
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k <= j; k++) {
      gram.data[j * columns + k] = sums[j * even + k];
      gram.data[k * columns + j] = sums[j * even + k];
    }
  }
  return gram;
}

/** Adds the products of all pairs of columns, by twos. */
function addPanel(panel: Float64Array, count: number, even: number, sums: Float64Array): void {
  for (let j = 0; j < even; j += 2) {
    for (let k = 0; k <= j; k += 2) {
      let aa = 0;
      let ab = 0;
      let ba = 0;
      let bb = 0;
      let p = j * PANEL;
      let q = k * PANEL;
      for (const end = p + count; p < end; p++, q++) {
        const a = panel[p];
        const b = panel[p + PANEL];
        const c = panel[q];
        const d = panel[q + PANEL];
        aa += a * c;
        ab += a * d;
        ba += b * c;
        bb += b * d;
      }
      sums[j * even + k] += aa;
      sums[j * even + k + 1] += ab;
      sums[(j + 1) * even + k] += ba;
      sums[(j + 1) * even + k + 1] += bb;
    }
  }
}
