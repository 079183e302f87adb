import type { KernelCache } from "./kernel-cache.ts";

/**
 * Minimize ½ αᵀQα + pᵀα for Qᵢⱼ = yᵢ yⱼ K(i, j) with 0 ≤ α ≤ C and yᵀα as at the start. There may be
 * twice as many variables as samples; the second half is of the same samples.
 */
export interface Problem {
  readonly cache: KernelCache;
  readonly p: Float64Array;
  /** +1 or −1 for each variable. */
  readonly y: Int8Array;
  /** The bound of each variable. */
  readonly c: Float64Array;
  /** Where to start; changed into the solution. */
  readonly alpha: Float64Array;
}

export interface Solution {
  readonly alpha: Float64Array;
  /** What the decision function subtracts. */
  readonly rho: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** In place of a curvature that is not positive, as in libsvm. */
const TAU = 1e-12;

/**
 * Sequential minimal optimization: two variables at a time, chosen by second-order information.
 *
 * Source: J. Platt, Fast training of support vector machines using sequential minimal optimization
 * (1998); R.-E. Fan, P.-H. Chen and C.-J. Lin, Working set selection using second order information for
 * training SVM, JMLR 6 (2005), as in libsvm, with the same ties and stopping rule. All variables are
 * looked at in each step (no shrinking).
 *
 * @param tolerance stop when no pair violates the conditions of the optimum by more
 * @param maxIter the most steps; -1 for no limit
 */
export function solve(problem: Problem, tolerance: number, maxIter: number): Solution {
  const { cache, p, y, c, alpha } = problem;
  const count = p.length;
  const { size, diagonal } = cache;
  const gradient = p.slice();
  for (let i = 0; i < count; i++) {
    if (alpha[i] === 0) continue;
    const row = cache.row(i % size);
    for (let t = 0; t < count; t++) gradient[t] += alpha[i] * y[i] * y[t] * row[t % size];
  }
  // Steps are counted from the values' view −yᵢGᵢ; where it may grow ("up") and shrink ("low").
  let iterations = 0;
  let converged = false;
  while (maxIter < 0 || iterations < maxIter) {
    let greatest = -Infinity;
    let i = -1;
    for (let t = 0; t < count; t++) {
      if (y[t] > 0) {
        if (-gradient[t] >= greatest && alpha[t] < c[t]) {
          greatest = -gradient[t];
          i = t;
        }
      } else if (gradient[t] >= greatest && alpha[t] > 0) {
        greatest = gradient[t];
        i = t;
      }
    }
    if (i < 0) {
      converged = true;
      break;
    }
    const rowI = cache.row(i % size);
    const ownI = diagonal[i % size];
    let least = -Infinity;
    let best = Infinity;
    let j = -1;
    for (let base = 0; base < count; base += size) {
      for (let s = 0; s < size; s++) {
        const t = base + s;
        const value = y[t] > 0 ? gradient[t] : -gradient[t];
        if (y[t] > 0 ? alpha[t] <= 0 : alpha[t] >= c[t]) continue;
        if (value > least) least = value;
        const gap = greatest + value;
        if (gap <= 0) continue;
        const curvature = ownI + diagonal[s] - 2 * rowI[s];
        const gain = -(gap * gap) / (curvature > 0 ? curvature : TAU);
        if (gain <= best) {
          best = gain;
          j = t;
        }
      }
    }
    if (greatest + least < tolerance || j < 0) {
      converged = true;
      break;
    }
    iterations++;
    const rowJ = cache.row(j % size);
    const oldI = alpha[i];
    const oldJ = alpha[j];
    const q = rowI[j % size] * y[i] * y[j];
    stepPair(alpha, gradient, y, c, i, j, ownI + diagonal[j % size], q);
    const byI = (alpha[i] - oldI) * y[i];
    const byJ = (alpha[j] - oldJ) * y[j];
    for (let base = 0; base < count; base += size)
      for (let s = 0; s < size; s++)
        gradient[base + s] += y[base + s] * (rowI[s] * byI + rowJ[s] * byJ);
  }
  return { alpha, rho: offset(problem, gradient), iterations, converged };
}

/** Moves two variables to the best place on their line inside the box. */
function stepPair(
  alpha: Float64Array,
  gradient: Float64Array,
  y: Int8Array,
  c: Float64Array,
  i: number,
  j: number,
  own: number,
  q: number,
): void {
  const opposite = y[i] !== y[j];
  const curvature = opposite ? own + 2 * q : own - 2 * q;
  const slope = opposite ? -gradient[i] - gradient[j] : gradient[i] - gradient[j];
  const delta = slope / (curvature > 0 ? curvature : TAU);
  const kept = opposite ? alpha[i] - alpha[j] : alpha[i] + alpha[j];
  alpha[i] += opposite ? delta : -delta;
  alpha[j] += delta;
  if (opposite) {
    if (kept > 0 ? alpha[j] < 0 : alpha[i] < 0) {
      alpha[i] = kept > 0 ? kept : 0;
      alpha[j] = kept > 0 ? 0 : -kept;
    }
    if (kept > c[i] - c[j] ? alpha[i] > c[i] : alpha[j] > c[j]) {
      const byI = kept > c[i] - c[j];
      alpha[i] = byI ? c[i] : c[j] + kept;
      alpha[j] = byI ? c[i] - kept : c[j];
    }
    return;
  }
  if (kept > c[i] ? alpha[i] > c[i] : alpha[j] < 0) {
    alpha[j] = kept > c[i] ? kept - c[i] : 0;
    alpha[i] = kept > c[i] ? c[i] : kept;
  }
  if (kept > c[j] ? alpha[j] > c[j] : alpha[i] < 0) {
    alpha[i] = kept > c[j] ? kept - c[j] : 0;
    alpha[j] = kept > c[j] ? c[j] : kept;
  }
}

/** The mean of yᵢGᵢ over free variables; where none is free, the middle of what is possible. */
function offset({ y, alpha, c }: Problem, gradient: Float64Array): number {
  let free = 0;
  let sum = 0;
  let upper = Infinity;
  let lower = -Infinity;
  for (let t = 0; t < alpha.length; t++) {
    const value = y[t] * gradient[t];
    if (alpha[t] >= c[t]) {
      if (y[t] < 0) upper = Math.min(upper, value);
      else lower = Math.max(lower, value);
    } else if (alpha[t] <= 0) {
      if (y[t] > 0) upper = Math.min(upper, value);
      else lower = Math.max(lower, value);
    } else {
      free++;
      sum += value;
    }
  }
  return free > 0 ? sum / free : (upper + lower) / 2;
}
