import type { Matrix } from "../matrix/index.ts";
import { type Kernel, kernelRow, squaresOf } from "./kernels.ts";
import { RbfRows } from "./rbf-rows.ts";

/** The kernel between each sample and each support vector, a row at a time. */
export function eachKernelRow(
  kernel: Kernel,
  x: Matrix,
  vectors: Matrix,
  take: (row: Float64Array, i: number) => void,
): void {
  const { columns: width } = x;
  const squares = squaresOf(vectors.data, vectors.rows, width);
  const own = squaresOf(x.data, x.rows, width);
  const row = new Float64Array(vectors.rows);
  const radial =
    kernel.kind === "rbf" ? new RbfRows(kernel.gamma, vectors.data, squares, width) : undefined;
  for (let i = 0; i < x.rows; i++) {
    if (radial !== undefined) radial.row(x.data, i * width, own[i], row);
    else kernelRow(kernel, x.data, i * width, own[i], vectors.data, squares, width, row);
    take(row, i);
  }
}

/** The sum of coefficients times kernel values, less the offset, for each sample. */
export function weightedKernel(
  kernel: Kernel,
  x: Matrix,
  vectors: Matrix,
  coefficients: Float64Array,
  rho: number,
): Float64Array {
  const values = new Float64Array(x.rows);
  eachKernelRow(kernel, x, vectors, (row, i) => {
    let sum = -rho;
    for (let k = 0; k < row.length; k++) sum += coefficients[k] * row[k];
    values[i] = sum;
  });
  return values;
}
