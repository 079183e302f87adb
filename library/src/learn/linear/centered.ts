import { columnMeans, normalEquations, type NormalEquations } from "../linalg/index.ts";
import { Matrix } from "../matrix/index.ts";

/** A problem of least squares, whose intercept vanishes when the means are taken off. */
export interface LeastSquares {
  readonly x: Matrix;
  readonly y: Matrix;
  readonly weights: Float64Array;
  /** The sum of the weights. */
  readonly total: number;
  /** Zeros where there is no intercept. */
  readonly xMean: Float64Array;
  readonly yMean: Float64Array;
}

/** @throws RangeError when no sample has a weight */
export function leastSquaresOf(
  x: Matrix,
  y: Matrix,
  weights: Float64Array,
  fitIntercept: boolean,
  who: string,
): LeastSquares {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i];
  if (!(total > 0)) {
    throw new RangeError(`${who} needs a sample with a weight above 0; sampleWeight is 0 for all.`);
  }
  const xMean = fitIntercept ? columnMeans(x, weights) : new Float64Array(x.columns);
  const yMean = fitIntercept ? columnMeans(y, weights) : new Float64Array(y.columns);
  return { x, y, weights, total, xMean, yMean };
}

/** Samples and targets moved to mean 0 and multiplied by the square roots of their weights. */
export function centered(problem: LeastSquares): { readonly x: Matrix; readonly y: Matrix } {
  const { x, y, weights, xMean, yMean } = problem;
  return { x: moved(x, xMean, weights), y: moved(y, yMean, weights) };
}

/** XᵀX, Xᵀy and yᵀy of what `centered` gives, without making it. */
export function centeredProducts(problem: LeastSquares): NormalEquations {
  const { x, y, weights, xMean, yMean } = problem;
  return normalEquations(x, y, xMean, yMean, weights);
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

/** The intercepts that belong to coefficients [targets, features] of such a problem. */
export function interceptsOf(coef: Matrix, { xMean, yMean }: LeastSquares): Float64Array {
  const { rows, columns, data } = coef;
  const intercept = yMean.slice();
  for (let k = 0; k < rows; k++)
    for (let j = 0; j < columns; j++) intercept[k] -= data[k * columns + j] * xMean[j];
  return intercept;
}
