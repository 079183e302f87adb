/** A function to make least: its value, with the gradient written into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly at: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

const memory = 10;
/** Below this part of the value, what a step gains is rounding (the bound that scikit-learn takes). */
const gainLimit = 64 * Number.EPSILON;

/**
 * The place where a smooth function is least: L-BFGS with the last ten steps (Nocedal & Wright,
 * Numerical Optimization, algorithm 7.5), and a line search that halves and doubles until Wolfe's weak
 * conditions hold (Lewis & Overton, Nonsmooth optimization via quasi-Newton methods, 2013).
 *
 * @param tol it ends when no part of the gradient is greater
 */
export function lbfgs(
  objective: Objective,
  start: Float64Array,
  tol: number,
  maxIter: number,
): Minimum {
  let at: Float64Array = start.slice();
  let gradient: Float64Array = new Float64Array(at.length);
  let value = objective(at, gradient);
  const steps: Step[] = [];
  for (let iteration = 0; iteration < maxIter; iteration++) {
    if (greatest(gradient) <= tol) return { at, iterations: iteration, converged: true };
    const direction = downhill(gradient, steps);
    let slope = dot(direction, gradient);
    if (!(slope < 0)) {
      // Rounding spoiled the memory: go straight down.
      steps.length = 0;
      for (let j = 0; j < direction.length; j++) direction[j] = -gradient[j];
      slope = -dot(gradient, gradient);
    }
    const first = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
    const found = search(objective, at, direction, value, slope, first);
    if (found === undefined) return { at, iterations: iteration, converged: true };
    const moved = found.at.map((place, j) => place - at[j]);
    const turned = found.gradient.map((part, j) => part - gradient[j]);
    const curvature = dot(moved, turned);
    if (curvature > 0) steps.push({ moved, turned, curvature });
    if (steps.length > memory) steps.shift();
    const gain = value - found.value;
    const size = Math.max(Math.abs(value), Math.abs(found.value), 1);
    ({ at, gradient, value } = found);
    if (gain <= gainLimit * size) return { at, iterations: iteration + 1, converged: true };
  }
  return { at, iterations: maxIter, converged: greatest(gradient) <= tol };
}

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly curvature: number;
}

interface Found {
  readonly at: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

/** Minus the gradient, turned and scaled by the curvature that the last steps met. */
function downhill(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((part) => -part);
  const shares = new Float64Array(steps.length);
  for (let s = steps.length - 1; s >= 0; s--) {
    const { moved, turned, curvature } = steps[s];
    const share = dot(moved, direction) / curvature;
    shares[s] = share;
    for (let j = 0; j < direction.length; j++) direction[j] -= share * turned[j];
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = last.curvature / dot(last.turned, last.turned);
    for (let j = 0; j < direction.length; j++) direction[j] *= scale;
  }
  for (let s = 0; s < steps.length; s++) {
    const { moved, turned, curvature } = steps[s];
    const rest = shares[s] - dot(turned, direction) / curvature;
    for (let j = 0; j < direction.length; j++) direction[j] += rest * moved[j];
  }
  return direction;
}

/** A step along the direction that goes down enough and far enough; undefined where none does. */
function search(
  objective: Objective,
  at: Float64Array,
  direction: Float64Array,
  value: number,
  slope: number,
  first: number,
): Found | undefined {
  let low = 0;
  let high = Infinity;
  let length = first;
  let best: Found | undefined;
  for (let round = 0; round < 50; round++) {
    const next = at.map((place, j) => place + length * direction[j]);
    const gradient = new Float64Array(at.length);
    const reached = objective(next, gradient);
    if (reached <= value + 1e-4 * length * slope) {
      best = { at: next, gradient, value: reached };
      if (dot(gradient, direction) >= 0.9 * slope) return best;
      low = length;
    } else high = length;
    length = high < Infinity ? (low + high) / 2 : 2 * length;
  }
  return best;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}

function greatest(gradient: Float64Array): number {
  let most = 0;
  for (let j = 0; j < gradient.length; j++) {
    const part = Math.abs(gradient[j]);
    // Of NaN nothing is greater, so it has to be asked for.
    if (part > most || Number.isNaN(part)) most = part;
  }
  return most;
}
