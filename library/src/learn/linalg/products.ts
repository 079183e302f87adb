import { Matrix } from "../matrix/index.ts";

/** XᵀX, with a weight for each row where given: [columns, columns]. */
export function gram(x: Matrix, weights?: Float64Array): Matrix {
  const { rows, columns, data } = x;
  const sums = new Float64Array(columns * columns);
  const whole = rows - (rows % 4);
  // Four rows at a time: a sum is read and written once for four products.
  for (let i = 0; i < whole; i += 4) {
    const a = i * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    const wa = weights ? weights[i] : 1;
    const wb = weights ? weights[i + 1] : 1;
    const wc = weights ? weights[i + 2] : 1;
    const wd = weights ? weights[i + 3] : 1;
    for (let j = 0; j < columns; j++) {
      const va = wa * data[a + j];
      const vb = wb * data[b + j];
      const vc = wc * data[c + j];
      const vd = wd * data[d + j];
      const into = j * columns;
      for (let k = j; k < columns; k++)
        sums[into + k] += va * data[a + k] + vb * data[b + k] + vc * data[c + k] + vd * data[d + k];
    }
  }
  for (let i = whole; i < rows; i++) {
    const from = i * columns;
    const weight = weights ? weights[i] : 1;
    for (let j = 0; j < columns; j++) {
      const scaled = weight * data[from + j];
      const into = j * columns;
      for (let k = j; k < columns; k++) sums[into + k] += scaled * data[from + k];
    }
  }
  for (let j = 0; j < columns; j++)
    for (let k = 0; k < j; k++) sums[j * columns + k] = sums[k * columns + j]!;
  return new Matrix(sums, columns, columns);
}

/** XᵀY: [columns of X, columns of Y]. */
export function crossProduct(x: Matrix, y: Matrix, weights?: Float64Array): Matrix {
  const sums = new Float64Array(x.columns * y.columns);
  for (let i = 0; i < x.rows; i++) {
    const fromX = i * x.columns;
    const fromY = i * y.columns;
    const weight = weights ? (weights[i] ?? 0) : 1;
    for (let j = 0; j < x.columns; j++) {
      const scaled = weight * x.data[fromX + j];
      const into = j * y.columns;
      for (let k = 0; k < y.columns; k++) sums[into + k] += scaled * y.data[fromY + k];
    }
  }
  return new Matrix(sums, x.columns, y.columns);
}

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
