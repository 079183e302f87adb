import { Matrix } from "../matrix/index.ts";

/** The samples less the means. */
export function centered(x: Matrix, means: Float64Array): Matrix {
  const { rows, columns, data } = x;
  const moved = new Float64Array(data.length);
  for (let at = 0, i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, at++) moved[at] = data[at] - means[j];
  return new Matrix(moved, rows, columns, x.names);
}

/** The products of each sample (less the means) with each component: [n, components]. */
export function project(x: Matrix, components: Matrix, means?: Float64Array): Float64Array {
  const { rows, columns, data } = x;
  const count = components.rows;
  const weights = components.data;
  const out = new Float64Array(rows * count);
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    const from = i * columns;
    if (means === undefined) for (let j = 0; j < columns; j++) row[j] = data[from + j];
    else for (let j = 0; j < columns; j++) row[j] = data[from + j] - means[j];
    for (let c = 0; c < count; c++) {
      const at = c * columns;
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += row[j] * weights[at + j];
      out[i * count + c] = sum;
    }
  }
  return out;
}
