import { leastSquares, solvePositive } from "../linalg/index.ts";
import { Matrix } from "../matrix/index.ts";

/**
 * The weights, which add up to 1, that make each query from its neighbours as nearly as can be [n, k]
 * (Roweis and Saul, 2000).
 *
 * @param regularization added to the neighbours' products, relative to their trace
 */
export function localWeights(
  queries: Matrix,
  x: Matrix,
  places: Int32Array,
  regularization: number,
): Float64Array {
  const k = places.length / queries.rows;
  const { columns } = x;
  const weights = new Float64Array(places.length);
  const gaps = new Float64Array(k * columns);
  const ones = new Matrix(new Float64Array(k).fill(1), k, 1);
  for (let i = 0; i < queries.rows; i++) {
    for (let a = 0; a < k; a++) {
      const from = places[i * k + a] * columns;
      for (let f = 0; f < columns; f++)
        gaps[a * columns + f] = x.data[from + f] - queries.data[i * columns + f];
    }
    const products = Matrix.zeros(k, k);
    for (let a = 0; a < k; a++) {
      for (let b = 0; b <= a; b++) {
        let sum = 0;
        for (let f = 0; f < columns; f++) sum += gaps[a * columns + f] * gaps[b * columns + f];
        products.data[a * k + b] = sum;
        products.data[b * k + a] = sum;
      }
    }
    let trace = 0;
    for (let a = 0; a < k; a++) trace += products.data[a * k + a];
    const more = trace > 0 ? regularization * trace : regularization;
    for (let a = 0; a < k; a++) products.data[a * k + a] += more;
    const found = (solvePositive(products, ones) ?? leastSquares(products, ones) ?? ones).data;
    const sum = found.reduce((all, value) => all + value, 0);
    for (let a = 0; a < k; a++) weights[i * k + a] = found[a] / sum;
  }
  return weights;
}
