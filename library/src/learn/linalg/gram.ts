import { Matrix } from "../matrix/index.ts";
import { BLOCK, PANEL } from "./panel-kernel.ts";
import { Panel } from "./panel.ts";

const SIDE = BLOCK * BLOCK;

export interface GramOptions {
  /** A weight from 0 for each row. Default all 1. */
  readonly weights?: Float64Array | undefined;
  /** Taken off each row. Default none. */
  readonly means?: Float64Array | undefined;
}

/** XᵀX [columns, columns], with weights XᵀWX, of rows that are moved by means where given. */
export function gram(x: Matrix, { weights, means }: GramOptions = {}): Matrix {
  return products([x], [means], weights);
}

/** What least squares asks of samples X [n, p] and targets Y [n, q]. */
export interface NormalEquations {
  /** XᵀX [p, p]. */
  readonly squares: Matrix;
  /** XᵀY [p, q]. */
  readonly right: Matrix;
  /** yᵀy of each target [q]. */
  readonly energies: Float64Array;
}

/** The products of samples and targets in one pass, each moved by its means and weighed. */
export function normalEquations(
  x: Matrix,
  y: Matrix,
  xMean?: Float64Array,
  yMean?: Float64Array,
  weights?: Float64Array,
): NormalEquations {
  const p = x.columns;
  const q = y.columns;
  const { data } = products([x, y], [xMean, yMean], weights);
  const squares = Matrix.zeros(p, p);
  const right = Matrix.zeros(p, q);
  for (let j = 0; j < p; j++) {
    const from = j * (p + q);
    squares.data.set(data.subarray(from, from + p), j * p);
    right.data.set(data.subarray(from + p, from + p + q), j * q);
  }
  const energies = Float64Array.from({ length: q }, (_, k) => data[(p + k) * (p + q + 1)]);
  return { squares, right, energies };
}

/** The products of all columns of matrices that stand side by side. */
function products(
  parts: readonly Matrix[],
  means: readonly (Float64Array | undefined)[],
  weights: Float64Array | undefined,
): Matrix {
  const columns = parts.reduce((sum, part) => sum + part.columns, 0);
  const blocks = blocksOf(columns);
  const panel = new Panel(blocks, (blocks * (blocks + 1)) / 2);
  const roots = weights?.map(Math.sqrt);
  const { rows } = parts[0];
  for (let from = 0; from < rows; from += PANEL) {
    let column = 0;
    let count = 0;
    for (let at = 0; at < parts.length; at++) {
      count = panel.fill(parts[at], from, column, { means: means[at], roots });
      column += parts[at].columns;
    }
    panel.addSquares(blocks, count);
  }
  const { sums } = panel;
  const squares = new Float64Array(columns * columns);
  let tile = 0;
  for (let a = 0; a < blocks; a++) {
    for (let b = a; b < blocks; b++, tile += SIDE) {
      for (let at = 0; at < SIDE; at++) {
        const j = a * BLOCK + (at >> 2);
        const k = b * BLOCK + (at & 3);
        if (j > k || k >= columns) continue;
        squares[j * columns + k] = sums[tile + at];
        squares[k * columns + j] = sums[tile + at];
      }
    }
  }
  return new Matrix(squares, columns, columns);
}

/** XᵀY: [columns of X, columns of Y]. */
export function crossProduct(x: Matrix, y: Matrix): Matrix {
  const left = blocksOf(x.columns);
  const right = blocksOf(y.columns);
  const panel = new Panel(left + right, left * right);
  for (let from = 0; from < x.rows; from += PANEL) {
    panel.fill(x, from, 0, {});
    const count = panel.fill(y, from, left * BLOCK, {});
    panel.addProducts(left, left + right, count);
  }
  const { sums } = panel;
  const product = Matrix.zeros(x.columns, y.columns);
  for (let j = 0; j < x.columns; j++) {
    for (let k = 0; k < y.columns; k++) {
      const tile = (j >> 2) * right + (k >> 2);
      product.data[j * y.columns + k] = sums[tile * SIDE + (j & 3) * BLOCK + (k & 3)];
    }
  }
  return product;
}

const blocksOf = (columns: number): number => Math.ceil(columns / BLOCK);
