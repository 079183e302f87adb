import type { Matrix } from "../matrix/index.ts";

/** The weight of each class's samples, and the weighted sum of their features [classes, features]. */
export interface ClassSums {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

export function classSums(
  x: Matrix,
  codes: Int32Array,
  weights: Float64Array,
  classes: number,
): ClassSums {
  const { rows, columns, data } = x;
  const counts = new Float64Array(classes);
  const sums = new Float64Array(classes * columns);
  for (let i = 0; i < rows; i++) {
    const weight = weights[i];
    const into = codes[i] * columns;
    const from = i * columns;
    counts[codes[i]] += weight;
    for (let j = 0; j < columns; j++) sums[into + j] += weight * data[from + j];
  }
  return { counts, sums };
}

export const sumOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0);
