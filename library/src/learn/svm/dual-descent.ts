import { permutation } from "../base/index.ts";
import type { Random } from "../../random/index.ts";

/** What both kinds of linear machines are trained on. */
export interface DualProblem {
  /** Rows of samples; the last feature may be a constant, for the intercept. */
  readonly data: Float64Array;
  readonly rows: number;
  readonly width: number;
  /** Signs or numbers to be reached. */
  readonly y: ArrayLike<number>;
  /** The cost of each sample. */
  readonly c: Float64Array;
  /** Whether errors are squared. */
  readonly squared: boolean;
  readonly tolerance: number;
  readonly maxIter: number;
  readonly random: Random;
}

export interface DualSolution {
  readonly weights: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

function dot({ data, width }: DualProblem, i: number, weights: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < width; j++) sum += data[i * width + j] * weights[j];
  return sum;
}

function squares({ data, rows, width }: DualProblem): Float64Array {
  const sums = new Float64Array(rows);
  for (let at = 0; at < rows * width; at++) sums[Math.floor(at / width)] += data[at] * data[at];
  return sums;
}

function addRow({ data, width }: DualProblem, i: number, by: number, weights: Float64Array): void {
  for (let j = 0; j < width; j++) weights[j] += by * data[i * width + j];
}

/**
 * The weights of a linear classifier by coordinate descent in the dual, one sample after the other.
 *
 * Source: C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. S. Keerthi and S. Sundararajan, A dual coordinate
 * descent method for large-scale linear SVM, ICML (2008), without shrinking.
 */
export function descendHinge(problem: DualProblem): DualSolution {
  const { rows, width, y, c, squared, tolerance, maxIter, random } = problem;
  const weights = new Float64Array(width);
  const alpha = new Float64Array(rows);
  const own = squares(problem);
  for (let round = 1; round <= maxIter; round++) {
    const order = permutation(rows, random);
    let most = -Infinity;
    let least = Infinity;
    for (let at = 0; at < rows; at++) {
      const i = order[at];
      if (c[i] === 0) continue;
      const ridge = squared ? 1 / (2 * c[i]) : 0;
      const bound = squared ? Infinity : c[i];
      const slope = y[i] * dot(problem, i, weights) - 1 + ridge * alpha[i];
      let free = slope;
      if (alpha[i] === 0) free = Math.min(slope, 0);
      else if (alpha[i] === bound) free = Math.max(slope, 0);
      if (free > most) most = free;
      if (free < least) least = free;
      const curvature = own[i] + ridge;
      if (free === 0 || curvature === 0) continue;
      const before = alpha[i];
      alpha[i] = Math.min(Math.max(before - slope / curvature, 0), bound);
      addRow(problem, i, (alpha[i] - before) * y[i], weights);
    }
    if (!(most - least > tolerance)) return { weights, iterations: round, converged: true };
  }
  return { weights, iterations: maxIter, converged: false };
}

/**
 * The weights of a linear regression whose errors up to `epsilon` cost nothing.
 *
 * Source: C.-H. Ho and C.-J. Lin, Large-scale linear support vector regression, JMLR 13 (2012), without
 * shrinking.
 */
export function descendEpsilon(problem: DualProblem, epsilon: number): DualSolution {
  const { rows, width, y, c, squared, tolerance, maxIter, random } = problem;
  const weights = new Float64Array(width);
  const beta = new Float64Array(rows);
  const own = squares(problem);
  let first = -1;
  for (let round = 1; round <= maxIter; round++) {
    const order = permutation(rows, random);
    let violated = 0;
    for (let at = 0; at < rows; at++) {
      const i = order[at];
      if (c[i] === 0) continue;
      const ridge = squared ? 1 / (2 * c[i]) : 0;
      const bound = squared ? Infinity : c[i];
      const slope = dot(problem, i, weights) - y[i] + ridge * beta[i];
      const up = slope + epsilon;
      const down = slope - epsilon;
      if (beta[i] === 0) violated += Math.max(0, -up, down);
      else if (beta[i] > 0) violated += beta[i] === bound ? Math.max(0, up) : Math.abs(up);
      else violated += beta[i] === -bound ? Math.max(0, -down) : Math.abs(down);
      const curvature = own[i] + ridge;
      if (curvature === 0) continue;
      const before = beta[i];
      let next = 0;
      if (up < curvature * before) next = before - up / curvature;
      else if (down > curvature * before) next = before - down / curvature;
      beta[i] = Math.min(Math.max(next, -bound), bound);
      addRow(problem, i, beta[i] - before, weights);
    }
    if (first < 0) first = violated;
    if (violated <= tolerance * first) return { weights, iterations: round, converged: true };
  }
  return { weights, iterations: maxIter, converged: false };
}

/** Samples with a constant feature behind, for an intercept that is held small as the weights are. */
export function withConstant(
  data: Float64Array,
  rows: number,
  columns: number,
  constant: number,
): Float64Array {
  const wide = new Float64Array(rows * (columns + 1)).fill(constant);
  for (let i = 0; i < rows; i++)
    wide.set(data.subarray(i * columns, (i + 1) * columns), i * (columns + 1));
  return wide;
}
