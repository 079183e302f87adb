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
  let squares = 0;
  for (let j = 0; j < columns; j++) squares += coef[j] * coef[j];
  for (let epoch = 1; epoch <= params.maxIter; epoch++) {
    if (params.shuffle) shuffled(order, random);
    let objective = 0;
    for (let at = 0; at < rows; at++) {
      const i = order[at];
      const from = i * columns;
      let sum = weights.intercept;
      for (let j = 0; j < columns; j++) sum += coef[j] * data[from + j];
      if (learningRate === "optimal") eta = 1 / (alpha * (start + t - 1));
      else if (learningRate === "invscaling") eta = eta0 / t ** powerT;
      objective += loss.value(y[i], sum) + (shrinking * squares) / 2;
      if (l1 > 0) objective += l1 * absolute(coef);
      const slope = Math.max(-steepest, Math.min(steepest, loss.slope(y[i], sum)));
      const update = -eta * slope * sampleWeights[i];
      const keep = Math.max(0, 1 - eta * shrinking);
      if (update !== 0 || keep !== 1) {
        squares = 0;
        for (let j = 0; j < columns; j++) {
          const value = keep * coef[j] + update * data[from + j];
          coef[j] = value;
          squares += value * value;
        }
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
        squares = 0;
        for (let j = 0; j < columns; j++) squares += coef[j] * coef[j];
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
