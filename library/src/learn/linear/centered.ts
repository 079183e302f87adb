import { Matrix } from "../matrix/index.ts";

/** Samples and targets moved to mean 0 and multiplied by the square roots of their weights. */
export interface Centered {
  readonly x: Matrix;
  readonly y: Matrix;
  readonly xMean: Float64Array;
  readonly yMean: Float64Array;
}

/**
 * Makes the intercept and the weights vanish from a problem of least squares.
 *
 * @throws RangeError when no sample has a weight
 */
export function centered(
  x: Matrix,
  y: Matrix,
  weights: Float64Array,
  fitIntercept: boolean,
  who: string,
): Centered {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i];
  if (!(total > 0)) {
    throw new RangeError(`${who} needs a sample with a weight above 0; sampleWeight is 0 for all.`);
  }
  const xMean = fitIntercept ? weightedMean(x, weights, total) : new Float64Array(x.columns);
  const yMean = fitIntercept ? weightedMean(y, weights, total) : new Float64Array(y.columns);
  return { x: moved(x, xMean, weights), y: moved(y, yMean, weights), xMean, yMean };
}

function weightedMean(x: Matrix, weights: Float64Array, total: number): Float64Array {
  const { rows, columns, data } = x;
  const mean = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    const from = i * columns;
    for (let j = 0; j < columns; j++) mean[j] += weights[i] * data[from + j];
  }
  for (let j = 0; j < columns; j++) mean[j] /= total;
  return mean;
}

function moved(x: Matrix, mean: Float64Array, weights: Float64Array): Matrix {
  const { rows, columns, data } = x;
  const values = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) {
    const root = Math.sqrt(weights[i]);
    const from = i * columns;
    for (let j = 0; j < columns; j++) values[from + j] = root * (data[from + j] - mean[j]);
  }
  return new Matrix(values, rows, columns);
}

/** The intercepts that belong to coefficients [targets, features] of centered data. */
export function interceptsOf(coef: Matrix, xMean: Float64Array, yMean: Float64Array): Float64Array {
  const { rows, columns, data } = coef;
  const intercept = yMean.slice();
  for (let k = 0; k < rows; k++)
    for (let j = 0; j < columns; j++) intercept[k] -= data[k * columns + j] * xMean[j];
  return intercept;
}
