import type { Minimum, Objective } from "./lbfgs.ts";

/**
 * The place where a smooth function plus `l1` times the absolute weights is least: proximal gradient
 * steps with momentum, which starts anew where it leads uphill (Beck & Teboulle, FISTA, 2009;
 * O'Donoghue & Candès, Adaptive Restart, 2015). The step length is found by trying.
 *
 * @param size so many of the first parameters carry the penalty
 * @param tol it ends when no parameter's subgradient is greater
 */
export function proximal(
  objective: Objective,
  start: Float64Array,
  size: number,
  l1: number,
  tol: number,
  maxIter: number,
): Minimum {
  let at: Float64Array = start.slice();
  let ahead: Float64Array = at.slice();
  let momentum = 1;
  let length = 1;
  const gradient = new Float64Array(at.length);
  const unused = new Float64Array(at.length);
  for (let iteration = 1; iteration <= maxIter; iteration++) {
    const value = objective(ahead, gradient);
    let next = shrunk(ahead, gradient, length, size, l1);
    while (objective(next, unused) > bound(value, ahead, next, gradient, length)) {
      length /= 2;
      if (length < 1e-20) return { at, iterations: iteration, converged: false };
      next = shrunk(ahead, gradient, length, size, l1);
    }
    let most = 0;
    let uphill = 0;
    for (let j = 0; j < at.length; j++) {
      most = Math.max(most, Math.abs(next[j] - ahead[j]) / length);
      uphill += (ahead[j] - next[j]) * (next[j] - at[j]);
    }
    if (most <= tol) return { at: next, iterations: iteration, converged: true };
    const grown = uphill > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const share = uphill > 0 ? 0 : (momentum - 1) / grown;
    ahead = next.map((place, j) => place + share * (place - at[j]));
    at = next;
    momentum = grown;
    // A shorter step than needed would never become longer again.
    length *= 1.05;
  }
  return { at, iterations: maxIter, converged: false };
}

function shrunk(
  at: Float64Array,
  gradient: Float64Array,
  length: number,
  size: number,
  l1: number,
): Float64Array {
  const less = length * l1;
  return at.map((place, j) => {
    const moved = place - length * gradient[j];
    if (j >= size) return moved;
    return Math.sign(moved) * Math.max(0, Math.abs(moved) - less);
  });
}

/** What the function is at most at `next`, if the step is not too long; a little more for rounding. */
function bound(
  value: number,
  at: Float64Array,
  next: Float64Array,
  gradient: Float64Array,
  length: number,
): number {
  let linear = 0;
  let squares = 0;
  for (let j = 0; j < at.length; j++) {
    const step = next[j] - at[j];
    linear += gradient[j] * step;
    squares += step * step;
  }
  return value + linear + squares / (2 * length) + 1e-14 * Math.abs(value);
}
