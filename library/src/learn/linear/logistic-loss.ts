import { addTransposed, affineInto } from "../linalg/index.ts";
import { Matrix } from "../matrix/index.ts";
import type { Objective } from "./lbfgs.ts";

/** Samples with the codes of their classes, to learn the classes' probabilities from. */
export interface LogisticData {
  readonly x: Matrix;
  readonly codes: Int32Array;
  readonly weights: Float64Array;
  /** 1 for two classes, else the number of classes. */
  readonly outputs: number;
  readonly fitIntercept: boolean;
}

/**
 * The mean of the samples' log-losses plus half the squares of the weights times `l2`, as a function of
 * [outputs · features] weights and, at the end, [outputs] intercepts.
 */
export function logisticLoss(data: LogisticData, l2: number): Objective {
  const { x, codes, weights, outputs, fitIntercept } = data;
  const size = outputs * x.columns;
  const raw = new Float64Array(x.rows * outputs);
  const none = new Float64Array(outputs);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (at, gradient) => {
    const coef = at.subarray(0, size);
    affineInto(x, coef, fitIntercept ? at.subarray(size) : none, raw);
    const sum =
      outputs === 1
        ? binary(raw, codes, weights, total)
        : softmax(raw, codes, weights, total, outputs);
    let squares = 0;
    for (let j = 0; j < size; j++) {
      squares += coef[j] * coef[j];
      gradient[j] = l2 * coef[j];
    }
    addTransposed(x, raw, outputs, gradient);
    if (fitIntercept) {
      gradient.fill(0, size);
      for (let i = 0; i < raw.length; i++) gradient[size + (i % outputs)] += raw[i];
    }
    return sum + (l2 * squares) / 2;
  };
}

/** The loss; in place of the sums come its derivatives by them. */
function binary(
  raw: Float64Array,
  codes: Int32Array,
  weights: Float64Array,
  total: number,
): number {
  let loss = 0;
  for (let i = 0; i < codes.length; i++) {
    const value = raw[i];
    const weight = weights[i] / total;
    // log(1 + e^value) without overflow.
    const small = Math.exp(-Math.abs(value));
    const soft = Math.max(value, 0) + Math.log1p(small);
    const probability = value >= 0 ? 1 / (1 + small) : small / (1 + small);
    loss += weight * (soft - codes[i] * value);
    raw[i] = weight * (probability - codes[i]);
  }
  return loss;
}

function softmax(
  raw: Float64Array,
  codes: Int32Array,
  weights: Float64Array,
  total: number,
  outputs: number,
): number {
  let loss = 0;
  for (let i = 0; i < codes.length; i++) {
    const from = i * outputs;
    const weight = weights[i] / total;
    const chosen = raw[from + codes[i]];
    loss += weight * (softmaxInto(raw, from, outputs) - chosen);
    raw[from + codes[i]] -= 1;
    for (let k = 0; k < outputs; k++) raw[from + k] *= weight;
  }
  return loss;
}

/** Turns a row of sums into probabilities; returns the logarithm of the sum of their exponentials. */
export function softmaxInto(raw: Float64Array, from: number, outputs: number): number {
  let most = -Infinity;
  for (let k = 0; k < outputs; k++) if (raw[from + k] > most) most = raw[from + k];
  let sum = 0;
  for (let k = 0; k < outputs; k++) {
    const value = Math.exp(raw[from + k] - most);
    raw[from + k] = value;
    sum += value;
  }
  for (let k = 0; k < outputs; k++) raw[from + k] /= sum;
  return most + Math.log(sum);
}

/** The probabilities of the classes [n, classes] from the sums [n, outputs]. */
export function probabilitiesOf(sums: Matrix, classes: readonly unknown[]): Matrix {
  const { rows, columns } = sums;
  const names = classes.map(String);
  if (columns > 1) {
    const data = sums.data.slice();
    for (let i = 0; i < rows; i++) softmaxInto(data, i * columns, columns);
    return new Matrix(data, rows, columns, names);
  }
  const data = new Float64Array(2 * rows);
  for (let i = 0; i < rows; i++) {
    const value = sums.data[i];
    const small = Math.exp(-Math.abs(value));
    data[2 * i + Number(value >= 0)] = 1 / (1 + small);
    data[2 * i + Number(value < 0)] = small / (1 + small);
  }
  return new Matrix(data, rows, 2, names);
}
