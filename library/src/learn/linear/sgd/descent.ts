import { permutation } from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";
import type { Random } from "../../../random/index.ts";
import type { Loss } from "./losses.ts";
import type { SGDParams } from "./params.ts";

/** Weights on their way; the descent changes them in place. */
export interface Weights {
  readonly coef: Float64Array;
  intercept: number;
  /** Their means over the steps. */
  readonly meanCoef: Float64Array;
  meanIntercept: number;
}

export interface Rounds {
  readonly iterations: number;
  readonly converged: boolean;
}

/** A derivative beyond it is cut, so that one sample cannot throw the weights away. */
const steepest = 1e12;

/**
 * Stochastic gradient descent on one output: a step against the loss's gradient at each sample (Bottou,
 * Stochastic Gradient Descent Tricks, 2012). The absolute weights' penalty is taken by the cumulative
 * method of Tsuruoka, Tsujii & Ananiadou (2009).
 *
 * @param t the number of the first step, from 1
 */
export function stochasticDescent(
  who: string,
  x: Matrix,
  y: Float64Array,
  sampleWeights: Float64Array,
  loss: Loss,
  params: SGDParams,
  weights: Weights,
  t: number,
  random: Random,
): Rounds {
  const { rows, columns, data } = x;
  const { alpha, learningRate, eta0, powerT, fitIntercept, tol } = params;
  const share = { l2: 0, l1: 1, elasticNet: params.l1Ratio, none: 0 }[params.penalty ?? "none"];
  const shrinking = params.penalty === null ? 0 : (1 - share) * alpha;
  const l1 = params.penalty === null ? 0 : share * alpha;
  const since = Number(params.average);
  const { coef, meanCoef } = weights;
  const paid = new Float64Array(columns);
  const start = learningRate === "optimal" ? firstStep(loss, alpha) : 0;
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  let owed = 0;
  let eta = eta0;
  let best = Infinity;
  let stale = 0;
  const lengths = squaresOfRows(x);
  for (let epoch = 1; epoch <= params.maxIter; epoch++) {
    if (params.shuffle) shuffled(order, random);
    let objective = 0;
    let squares = dot(coef, coef, 0);
    for (let at = 0; at < rows; at++) {
      const i = order[at];
      const from = i * columns;
      const inner = dot(coef, data, from);
      const sum = inner + weights.intercept;
      if (learningRate === "optimal") eta = 1 / (alpha * (start + t - 1));
      else if (learningRate === "invscaling") eta = eta0 / t ** powerT;
      objective += loss.value(y[i], sum) + (shrinking * squares) / 2;
      if (l1 > 0) objective += l1 * absolute(coef);
      const slope = Math.max(-steepest, Math.min(steepest, loss.slope(y[i], sum)));
      const update = -eta * slope * sampleWeights[i];
      const keep = Math.max(0, 1 - eta * shrinking);
      if (update !== 0 || keep !== 1) {
        for (let j = 0; j < columns; j++) coef[j] = keep * coef[j] + update * data[from + j];
        squares = keep * keep * squares + 2 * keep * update * inner + update * update * lengths[i];
        if (fitIntercept) weights.intercept += update;
      }
      if (since > 0 && t >= since) {
        const part = 1 / (t - since + 1);
        for (let j = 0; j < columns; j++) meanCoef[j] += part * (coef[j] - meanCoef[j]);
        weights.meanIntercept += part * (weights.intercept - weights.meanIntercept);
      }
      if (l1 > 0) {
        owed += eta * l1;
        payAbsolute(coef, paid, owed, data, from);
        squares = dot(coef, coef, 0);
      }
      t += 1;
    }
    if (!Number.isFinite(weights.intercept + squares)) {
      throw new RangeError(
        `${who}: the weights left the range of numbers in round ${epoch}. Scale the features (StandardScaler) or take a smaller eta0.`,
      );
    }
    const mean = objective / rows;
    stale = tol !== null && mean > best - tol ? stale + 1 : 0;
    best = Math.min(best, mean);
    if (stale < params.nIterNoChange) continue;
    if (learningRate !== "adaptive" || eta <= 1e-6) return { iterations: epoch, converged: true };
    eta /= 5;
    stale = 0;
  }
  return { iterations: params.maxIter, converged: tol === null };
}

/** The inner product of the weights and what stands from a place on, in four sums side by side. */
function dot(coef: Float64Array, data: Float64Array, from: number): number {
  const whole = coef.length - (coef.length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let j = 0; j < whole; j += 4) {
    a += coef[j] * data[from + j];
    b += coef[j + 1] * data[from + j + 1];
    c += coef[j + 2] * data[from + j + 2];
    d += coef[j + 3] * data[from + j + 3];
  }
  for (let j = whole; j < coef.length; j++) a += coef[j] * data[from + j];
  return a + b + (c + d);
}

function squaresOfRows(x: Matrix): Float64Array {
  const squares = new Float64Array(x.rows);
  for (let i = 0; i < x.rows; i++) {
    let sum = 0;
    for (let j = 0; j < x.columns; j++) sum += x.data[i * x.columns + j] ** 2;
    squares[i] = sum;
  }
  return squares;
}

/** t0 of the optimal rate: the first steps are of the size that weights are expected to have. */
function firstStep(loss: Loss, alpha: number): number {
  const size = Math.sqrt(1 / Math.sqrt(alpha));
  return Math.max(1, loss.slope(1, -size)) / (size * alpha);
}

function shuffled(order: Int32Array, random: Random): void {
  const places = permutation(order.length, random);
  order.set(places);
}

function absolute(coef: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < coef.length; j++) sum += Math.abs(coef[j]);
  return sum;
}

/** Moves weights towards 0 by what they owe and have not paid; those of features that are 0 wait. */
function payAbsolute(
  coef: Float64Array,
  paid: Float64Array,
  owed: number,
  data: Float64Array,
  from: number,
): void {
  for (let j = 0; j < coef.length; j++) {
    if (data[from + j] === 0) continue;
    const value = coef[j];
    if (value > 0) coef[j] = Math.max(0, value - (owed + paid[j]));
    else if (value < 0) coef[j] = Math.min(0, value + (owed - paid[j]));
    paid[j] += coef[j] - value;
  }
}
