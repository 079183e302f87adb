import { Matrix } from "../matrix/index.ts";

/** The matrix product AB. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) {
    throw new RangeError(
      `Matrices of shapes [${a.shape.join(", ")}] and [${b.shape.join(", ")}] have no product.`,
    );
  }
  const product = new Float64Array(a.rows * b.columns);
  for (let i = 0; i < a.rows; i++) {
    const into = i * b.columns;
    for (let k = 0; k < a.columns; k++) {
      const scaled = a.data[i * a.columns + k];
      if (scaled === 0) continue;
      const from = k * b.columns;
      for (let j = 0; j < b.columns; j++) product[into + j] += scaled * b.data[from + j];
    }
  }
  return new Matrix(product, a.rows, b.columns);
}

/** The matrix with rows and columns exchanged. */
export function transpose(a: Matrix): Matrix {
  const data = new Float64Array(a.data.length);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.columns; j++) data[j * a.rows + i] = a.data[i * a.columns + j]!;
  return new Matrix(data, a.columns, a.rows);
}
