import { Matrix } from "../matrix/index.ts";
import { squaredDistance } from "./lloyd.ts";
import { packedCentres, packInto, scoreCentres } from "./packed-centres.ts";

/** The nearest centre of each sample. */
export function assignCentres(x: Matrix, centres: Matrix): Int32Array {
  const packed = packedCentres(centres.rows, centres.columns);
  packInto(packed, centres.data);
  const scores = new Float64Array(packed.squares.length);
  const labels = new Int32Array(x.rows);
  for (let i = 0; i < x.rows; i++) {
    scoreCentres(x.data, i * x.columns, packed, scores);
    let nearest = 0;
    for (let c = 1; c < packed.count; c++) if (scores[c] < scores[nearest]) nearest = c;
    labels[i] = nearest;
  }
  return labels;
}

/** The distance of each sample to each centre. */
export function distancesTo(x: Matrix, centres: Matrix, names: readonly string[]): Matrix {
  const distances = new Float64Array(x.rows * centres.rows);
  let at = 0;
  for (let i = 0; i < x.rows; i++) {
    for (let c = 0; c < centres.rows; c++) {
      distances[at++] = Math.sqrt(
        squaredDistance(x.data, i * x.columns, centres.data, c * x.columns, x.columns),
      );
    }
  }
  return new Matrix(distances, x.rows, centres.rows, names);
}

/** The sum of squared distances to the nearest centres, by weight. */
export function weightedInertia(x: Matrix, centres: Matrix, weights: Float64Array): number {
  const labels = assignCentres(x, centres);
  let sum = 0;
  for (let i = 0; i < x.rows; i++) {
    const to = labels[i] * x.columns;
    sum += weights[i] * squaredDistance(x.data, i * x.columns, centres.data, to, x.columns);
  }
  return sum;
}
