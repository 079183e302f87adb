import { checkChoice, checkInteger, checkNumber } from "../base/index.ts";
import type { Matrix } from "../matrix/index.ts";

/** A kernel of your own: the similarity of two samples, as an inner product somewhere. */
export type KernelFunction = (a: Float64Array, b: Float64Array) => number;

/** The parameters of kernels, with libsvm's names. */
export interface KernelParams {
  /**
   * `"linear"`: x·y; `"poly"`: (γ x·y + coef0)^degree; `"rbf"`: exp(−γ|x − y|²); `"sigmoid"`:
   * tanh(γ x·y + coef0); or a function of two samples. Default `"rbf"`.
   */
  kernel: "linear" | "poly" | "rbf" | "sigmoid" | KernelFunction;
  /** The power of `"poly"`. Default 3. */
  degree: number;
  /** γ: `"scale"` is 1 / (features · variance of all values), `"auto"` 1 / features. Default `"scale"`. */
  gamma: number | "scale" | "auto";
  /** The constant in `"poly"` and `"sigmoid"`. Default 0. */
  coef0: number;
}

export const kernelDefaults: KernelParams = {
  kernel: "rbf",
  degree: 3,
  gamma: "scale",
  coef0: 0,
};

/** A kernel with its numbers settled. */
export interface Kernel {
  readonly kind: KernelParams["kernel"];
  readonly degree: number;
  readonly gamma: number;
  readonly coef0: number;
}

/** Reads and checks the parameters; γ by the samples. */
export function kernelOf(who: string, x: Matrix, params: KernelParams): Kernel {
  const { kernel, degree, gamma, coef0 } = params;
  if (typeof kernel !== "function")
    checkChoice(who, "kernel", kernel, ["linear", "poly", "rbf", "sigmoid"]);
  checkInteger(who, "degree", degree, 0);
  checkNumber(who, "coef0", coef0);
  if (typeof gamma === "number") checkNumber(who, "gamma", gamma, { from: 0 });
  else checkChoice(who, "gamma", gamma, ["scale", "auto"]);
  const settled = typeof gamma === "number" ? gamma : gammaOf(x, gamma);
  return { kind: kernel, degree, gamma: settled, coef0 };
}

function gammaOf(x: Matrix, gamma: "scale" | "auto"): number {
  if (gamma === "auto") return 1 / x.columns;
  const { data } = x;
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i];
  const mean = sum / data.length;
  let squares = 0;
  for (let i = 0; i < data.length; i++) squares += (data[i] - mean) * (data[i] - mean);
  const variance = squares / data.length;
  return variance === 0 ? 1 : 1 / (x.columns * variance);
}

/** The squared length of each row. */
export function squaresOf(data: Float64Array, rows: number, width: number): Float64Array {
  const squares = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let k = i * width; k < (i + 1) * width; k++) sum += data[k] * data[k];
    squares[i] = sum;
  }
  return squares;
}

/**
 * The kernel between one sample (`from` its place in `query`, `square` its squared length) and every row.
 */
export function kernelRow(
  kernel: Kernel,
  query: Float64Array,
  from: number,
  square: number,
  data: Float64Array,
  squares: Float64Array,
  width: number,
  out: Float64Array | Float32Array,
): void {
  const { kind, gamma, coef0, degree } = kernel;
  const rows = squares.length;
  if (typeof kind === "function") {
    const sample = query.subarray(from, from + width);
    for (let j = 0; j < rows; j++) out[j] = kind(sample, data.subarray(j * width, (j + 1) * width));
    return;
  }
  const four = width - (width % 4);
  for (let j = 0; j < rows; j++) {
    const at = j * width;
    // Four sums beside each other: one would have to wait for each addition.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < four; k += 4) {
      a += query[from + k] * data[at + k];
      b += query[from + k + 1] * data[at + k + 1];
      c += query[from + k + 2] * data[at + k + 2];
      d += query[from + k + 3] * data[at + k + 3];
    }
    for (let k = four; k < width; k++) a += query[from + k] * data[at + k];
    const dot = a + b + (c + d);
    if (kind === "rbf") {
      const apart = square + squares[j] - 2 * dot;
      out[j] = Math.exp(-gamma * (apart > 0 ? apart : 0));
    } else if (kind === "linear") out[j] = dot;
    else if (kind === "poly") out[j] = (gamma * dot + coef0) ** degree;
    else out[j] = Math.tanh(gamma * dot + coef0);
  }
}
