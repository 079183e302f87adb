import { checkOptions } from "../../../frame/engine/options.ts";
import { checkChoice, checkInteger } from "../../base/index.ts";
import type { Matrix, MatrixLike } from "../../matrix/index.ts";
import { cosineOf, distanceOf, eachPair } from "./distances.ts";

export interface KernelOptions {
  /** Default 1 ÷ features. */
  readonly gamma?: number;
  /** Of the polynomial. Default 3. */
  readonly degree?: number;
  /** Of the polynomial and the sigmoid. Default 1. */
  readonly coef0?: number;
}

/** Options of `pairwiseKernels`. */
export interface PairwiseKernelsOptions extends KernelOptions {
  /** The kernel. Default `"linear"`. */
  readonly metric?: "linear" | "polynomial" | "rbf" | "sigmoid" | "laplacian" | "cosine";
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}

/**
 * The similarity of each row of X with each row of Y (default X itself): [rows of X, rows of Y].
 *
 * @throws RangeError for different numbers of features, and for an unknown kernel
 * @example
 * pairwiseKernels([[1, 2]], [[3, 4]]).at(0, 0); // 11
 */
export function pairwiseKernels(
  x: MatrixLike,
  y?: MatrixLike,
  options: PairwiseKernelsOptions = {},
): Matrix {
  const who = "pairwiseKernels";
  checkOptions(who, options, ["metric", "gamma", "degree", "coef0"]);
  const { metric = "linear", degree = 3, coef0 = 1 } = options;
  checkChoice(who, "metric", metric, [
    "linear",
    "polynomial",
    "rbf",
    "sigmoid",
    "laplacian",
    "cosine",
  ]);
  checkInteger(who, "degree", degree, 1);
  return eachPair(who, x, y, (columns) => {
    const gamma = options.gamma ?? 1 / columns;
    if (metric === "linear") return dot;
    if (metric === "cosine") return cosineOf;
    if (metric === "polynomial") return (a, b) => (gamma * dot(a, b) + coef0) ** degree;
    if (metric === "sigmoid") return (a, b) => Math.tanh(gamma * dot(a, b) + coef0);
    const distance = distanceOf(who, metric === "rbf" ? "sqeuclidean" : "manhattan");
    return (a, b) => Math.exp(-gamma * distance(a, b));
  });
}

/**
 * exp(−γ ‖a − b‖²): 1 for equal rows, nearer 0 the farther they are apart.
 *
 * @throws RangeError for different numbers of features
 * @example
 * rbfKernel([[1, 2]], [[1, 2]]).at(0, 0); // 1
 */
export function rbfKernel(
  x: MatrixLike,
  y?: MatrixLike,
  options: Pick<KernelOptions, "gamma"> = {},
): Matrix {
  return pairwiseKernels(x, y, { ...options, metric: "rbf" });
}

/**
 * (γ a·b + coef0)^degree.
 *
 * @throws RangeError for different numbers of features
 * @example
 * polynomialKernel([[1, 2]], [[3, 4]], { degree: 2, gamma: 1 }).at(0, 0); // 144
 */
export function polynomialKernel(
  x: MatrixLike,
  y?: MatrixLike,
  options: KernelOptions = {},
): Matrix {
  return pairwiseKernels(x, y, { ...options, metric: "polynomial" });
}

/**
 * a·b.
 *
 * @throws RangeError for different numbers of features
 * @example
 * linearKernel([[1, 2]], [[3, 4]]).at(0, 0); // 11
 */
export function linearKernel(x: MatrixLike, y?: MatrixLike): Matrix {
  return pairwiseKernels(x, y, { metric: "linear" });
}

/**
 * The cosine of the angle between rows.
 *
 * @throws RangeError for different numbers of features
 * @example
 * cosineSimilarity([[1, 0]], [[2, 0]]).at(0, 0); // 1
 */
export function cosineSimilarity(x: MatrixLike, y?: MatrixLike): Matrix {
  return pairwiseKernels(x, y, { metric: "cosine" });
}
