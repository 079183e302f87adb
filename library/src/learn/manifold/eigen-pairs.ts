import { Random } from "../../random/index.ts";
import { orthonormal } from "../decomposition/randomized-svd.ts";
import { crossProduct, eigenSymmetric, multiply } from "../linalg/index.ts";
import { Matrix } from "../matrix/index.ts";

/** Some eigenvalues of a symmetric matrix, and their vectors in the columns. */
export interface EigenPairs {
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

/** Up to this size all pairs are found at once. */
const SMALL = 200;

/** The pairs of the greatest eigenvalues (which must not be outweighed by negative ones), greatest first. */
export function greatestPairs(a: Matrix, count: number): EigenPairs {
  if (a.rows <= SMALL) {
    const { values, vectors } = eigenSymmetric(a);
    const order = Array.from({ length: count }, (_, i) => a.rows - 1 - i);
    return {
      values: Float64Array.from(order, (i) => values[i]),
      vectors: vectors.takeColumns(order),
    };
  }
  return iterate((block) => multiply(a, block), a.rows, count);
}

/** The pairs of the least eigenvalues of a positive semidefinite matrix, least first. */
export function leastPairs(a: Matrix, count: number): EigenPairs {
  if (a.rows <= SMALL) {
    const { values, vectors } = eigenSymmetric(a);
    const order = Array.from({ length: count }, (_, i) => i);
    return { values: values.slice(0, count), vectors: vectors.takeColumns(order) };
  }
  let trace = 0;
  for (let i = 0; i < a.rows; i++) trace += a.data[i * a.rows + i];
  // The least eigenvalue may be 0: a shift far below the others makes the matrix one that can be inverted.
  const shift = (1e-12 * trace) / a.rows;
  const factor = factorOf(a, shift);
  const found = iterate((block) => solve(factor, block), a.rows, count);
  return { values: found.values.map((value) => 1 / value - shift), vectors: found.vectors };
}

/** Subspace iteration with Rayleigh and Ritz (Golub and Van Loan, Matrix Computations, 8.2). */
function iterate(apply: (block: Matrix) => Matrix, size: number, count: number): EigenPairs {
  const width = Math.min(size, 2 * count + 10);
  // The start does not matter for the result; a fixed one gives the same in every run.
  const random = new Random(1);
  const start = Float64Array.from({ length: size * width }, () => random.normal());
  let basis = orthonormal(new Matrix(start, size, width));
  for (let pass = 0; ; pass++) {
    const image = apply(basis);
    const { values, vectors } = eigenSymmetric(crossProduct(basis, image));
    const order = Array.from({ length: width }, (_, i) => width - 1 - i);
    const turned = vectors.takeColumns(order);
    const found = Float64Array.from(order.slice(0, count), (i) => values[i]);
    const ritz = multiply(basis, turned);
    const images = multiply(image, turned);
    if (residual(images, ritz, found) < 1e-11 || pass === 500) {
      return { values: found, vectors: ritz.takeColumns([...found.keys()]) };
    }
    basis = orthonormal(images);
  }
}

/** How far the first columns are from eigenvectors, relative to the greatest value. */
function residual(images: Matrix, ritz: Matrix, values: Float64Array): number {
  const { rows, columns } = ritz;
  let worst = 0;
  values.forEach((value, c) => {
    let sum = 0;
    for (let at = c; at < rows * columns; at += columns) {
      sum += (images.data[at] - value * ritz.data[at]) ** 2;
    }
    worst = Math.max(worst, Math.sqrt(sum) / Math.abs(values[0]));
  });
  return worst;
}

/** Cholesky's factor of a + shift, row after row. */
function factorOf(a: Matrix, shift: number): Matrix {
  const size = a.rows;
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j <= i; j++) {
      const other = j * size;
      let sum = a.data[row + j];
      for (let k = 0; k < j; k++) sum -= factor[row + k] * factor[other + k];
      if (i === j) factor[row + i] = Math.sqrt(Math.max(sum + shift, shift / 10));
      else factor[row + j] = sum / factor[other + j];
    }
  }
  return new Matrix(factor, size, size);
}

/** The solution of LLᵀX = B. */
function solve({ rows: size, data: factor }: Matrix, b: Matrix): Matrix {
  const width = b.columns;
  const x = b.data.slice();
  for (let i = 0; i < size; i++) {
    const into = i * width;
    for (let k = 0; k < i; k++) {
      const scale = factor[i * size + k];
      const from = k * width;
      for (let c = 0; c < width; c++) x[into + c] -= scale * x[from + c];
    }
    for (let c = 0; c < width; c++) x[into + c] /= factor[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    const from = i * width;
    for (let c = 0; c < width; c++) x[from + c] /= factor[i * size + i];
    for (let k = 0; k < i; k++) {
      const scale = factor[i * size + k];
      const into = k * width;
      for (let c = 0; c < width; c++) x[into + c] -= scale * x[from + c];
    }
  }
  return new Matrix(x, size, width);
}

/** Turns the sign of each column, so that its value of greatest size is positive, in place. */
export function settleColumnSigns({ rows, columns, data }: Matrix): void {
  for (let c = 0; c < columns; c++) {
    let greatest = 0;
    for (let i = 0; i < rows; i++) {
      const value = data[i * columns + c];
      if (Math.abs(value) > Math.abs(greatest)) greatest = value;
    }
    if (greatest < 0) for (let i = 0; i < rows; i++) data[i * columns + c] *= -1;
  }
}
