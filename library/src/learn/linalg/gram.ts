import { Matrix } from "../matrix/index.ts";
import { BLOCK, BLOCK_BYTES, PANEL, panelKernel, TILE_BYTES } from "./panel-kernel.ts";

const VALUES = PANEL * BLOCK;
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
  const { kernel, panel, sums, sumsAt } = room(blocks, (blocks * (blocks + 1)) / 2);
  const roots = weights?.map(Math.sqrt);
  const end = blocks * BLOCK_BYTES;
  const { rows } = parts[0];
  for (let from = 0; from < rows; from += PANEL) {
    let column = 0;
    let count = 0;
    parts.forEach((part, at) => {
      count = fill(panel, column, part, from, means[at], roots);
      column += part.columns;
    });
    kernel.addProducts(0, end, count * BLOCK * 8, 0, end, sumsAt);
  }
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
  const { kernel, panel, sums, sumsAt } = room(left + right, left * right);
  const border = left * BLOCK_BYTES;
  for (let from = 0; from < x.rows; from += PANEL) {
    const rows = fill(panel, 0, x, from, undefined, undefined);
    fill(panel, left * BLOCK, y, from, undefined, undefined);
    const end = border + right * BLOCK_BYTES;
    kernel.addProducts(0, border, rows * BLOCK * 8, border, end, sumsAt);
  }
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

function room(blocks: number, tiles: number) {
  const sumsAt = blocks * BLOCK_BYTES;
  const kernel = panelKernel(sumsAt + tiles * TILE_BYTES);
  const { buffer } = kernel.memory;
  const panel = new Float64Array(buffer, 0, blocks * VALUES).fill(0);
  const sums = new Float64Array(buffer, sumsAt, tiles * SIDE).fill(0);
  return { kernel, panel, sums, sumsAt };
}

/**
 * Writes the rows `from` on, as columns `first` on of a panel: moved by `means`, then multiplied by
 * `roots`. Returns how many they are, with a row of zeros to make the number even.
 */
function fill(
  panel: Float64Array,
  first: number,
  { rows, columns, data }: Matrix,
  from: number,
  means: Float64Array | undefined,
  roots: Float64Array | undefined,
): number {
  const count = Math.min(PANEL, rows - from);
  let j = 0;
  // Whole blocks, four neighbours at a time.
  for (; first % BLOCK === 0 && j + BLOCK <= columns; j += BLOCK) {
    const [a, b, c, d] = means === undefined ? [0, 0, 0, 0] : means.subarray(j, j + BLOCK);
    let at = from * columns + j;
    let into = ((first + j) >> 2) * VALUES;
    for (let i = 0; i < count; i++, at += columns, into += BLOCK) {
      const root = roots === undefined ? 1 : roots[from + i];
      panel[into] = root * (data[at] - a);
      panel[into + 1] = root * (data[at + 1] - b);
      panel[into + 2] = root * (data[at + 2] - c);
      panel[into + 3] = root * (data[at + 3] - d);
    }
    if (count & 1) panel.fill(0, into, into + BLOCK);
  }
  for (; j < columns; j++) {
    const mean = means === undefined ? 0 : means[j];
    let at = from * columns + j;
    let into = ((first + j) >> 2) * VALUES + ((first + j) & 3);
    for (let i = 0; i < count; i++, at += columns, into += BLOCK)
      panel[into] = (roots === undefined ? 1 : roots[from + i]) * (data[at] - mean);
    if (count & 1) panel[into] = 0;
  }
  return count + (count & 1);
}
