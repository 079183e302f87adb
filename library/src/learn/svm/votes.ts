import type { Label } from "../base/index.ts";
import { Matrix } from "../matrix/index.ts";

/** One vote a pair of classes: for the first where its value is above 0 [n, classes]. */
export function votesOf(pairs: Matrix, k: number): Matrix {
  const votes = Matrix.zeros(pairs.rows, k);
  for (let i = 0; i < pairs.rows; i++) {
    let pair = i * pairs.columns;
    for (let a = 0; a < k; a++)
      for (let b = a + 1; b < k; b++, pair++) votes.data[i * k + (pairs.data[pair] > 0 ? a : b)]++;
  }
  return votes;
}

/**
 * One value a class [n, classes]: its votes, and between −1/3 and 1/3 for the sum of its decision values,
 * which orders classes of as many votes.
 */
export function confidences(pairs: Matrix, classes: readonly Label[]): Matrix {
  const k = classes.length;
  const values = Matrix.zeros(pairs.rows, k, classes.map(String));
  const sums = new Float64Array(k);
  for (let i = 0; i < pairs.rows; i++) {
    sums.fill(0);
    const votes = values.data.subarray(i * k, (i + 1) * k);
    let pair = i * pairs.columns;
    for (let a = 0; a < k; a++)
      for (let b = a + 1; b < k; b++, pair++) {
        const value = pairs.data[pair];
        sums[a] += value;
        sums[b] -= value;
        votes[value >= 0 ? a : b]++;
      }
    for (let a = 0; a < k; a++) votes[a] += sums[a] / (3 * (Math.abs(sums[a]) + 1));
  }
  return values;
}
