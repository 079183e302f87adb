import type { Matrix } from "../matrix/index.ts";

/** The mean of each column, with a weight for each row where given. */
export function columnMeans({ rows, columns, data }: Matrix, weights?: Float64Array): Float64Array {
  const means = new Float64Array(columns);
  const whole = rows - (rows % 4);
  let total = 0;
  // Four rows at a time: a sum is read and written once for four values.
  for (let i = 0; i < whole; i += 4) {
    const a = i * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    const wa = weights === undefined ? 1 : weights[i];
    const wb = weights === undefined ? 1 : weights[i + 1];
    const wc = weights === undefined ? 1 : weights[i + 2];
    const wd = weights === undefined ? 1 : weights[i + 3];
    total += wa + wb + wc + wd;
    for (let j = 0; j < columns; j++)
      means[j] += wa * data[a + j] + wb * data[b + j] + wc * data[c + j] + wd * data[d + j];
  }
  for (let i = whole; i < rows; i++) {
    const from = i * columns;
    const weight = weights === undefined ? 1 : weights[i];
    total += weight;
    for (let j = 0; j < columns; j++) means[j] += weight * data[from + j];
  }
  for (let j = 0; j < columns; j++) means[j] /= total;
  return means;
}
