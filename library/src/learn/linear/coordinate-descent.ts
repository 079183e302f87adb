/** The penalties are those of the sum of squared errors: alpha times the number of samples. */
export interface ElasticPenalty {
  readonly l1: number;
  readonly l2: number;
  readonly positive: boolean;
}

export interface Descent {
  readonly coef: Float64Array;
  readonly gap: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** What the descent asks of the samples, made once for many penalties. */
export interface Products {
  /** XᵀX [features, features]. */
  readonly squares: Float64Array;
  /** Xᵀy [features]. */
  readonly right: Float64Array;
  /** yᵀy. */
  readonly energy: number;
}

/**
 * Coordinate descent on XᵀX: each weight in turn is set to its best value while the others stay. It
 * ends when the duality gap is below `tol` · yᵀy (Friedman, Hastie & Tibshirani, Regularization Paths
 * for Generalized Linear Models via Coordinate Descent, 2010). O(features²) an iteration.
 */
export function descend(
  products: Products,
  penalty: ElasticPenalty,
  start: Float64Array,
  tol: number,
  maxIter: number,
): Descent {
  const { squares, right, energy } = products;
  const { l1, l2, positive } = penalty;
  const n = right.length;
  const coef = start.slice();
  const pull = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const value = coef[j];
    if (value === 0) continue;
    for (let k = 0; k < n; k++) pull[k] += value * squares[j * n + k];
  }
  let gap = Infinity;
  for (let iteration = 1; iteration <= maxIter; iteration++) {
    let most = 0;
    let moved = 0;
    for (let j = 0; j < n; j++) {
      const own = squares[j * n + j];
      if (own === 0) continue;
      const before = coef[j];
      const wanted = right[j] - pull[j] + own * before;
      const after = soft(wanted, l1, positive) / (own + l2);
      coef[j] = after;
      const step = after - before;
      if (step !== 0) {
        const from = j * n;
        for (let k = 0; k < n; k++) pull[k] += step * squares[from + k];
        moved = Math.max(moved, Math.abs(step));
      }
      most = Math.max(most, Math.abs(after));
    }
    if (moved <= tol * most || iteration === maxIter) {
      gap = dualityGap(coef, pull, right, energy, penalty);
      if (gap <= tol * energy) return { coef, gap, iterations: iteration, converged: true };
    }
  }
  return { coef, gap, iterations: maxIter, converged: false };
}

/** The value moved towards 0 by `l1`, 0 at most; only what is above 0 where weights must be. */
function soft(value: number, l1: number, positive: boolean): number {
  if (value > l1) return value - l1;
  return value < -l1 && !positive ? value + l1 : 0;
}

/** How far the loss is at most from its least (the gap to a feasible point of the dual problem). */
function dualityGap(
  coef: Float64Array,
  pull: Float64Array,
  right: Float64Array,
  energy: number,
  penalty: ElasticPenalty,
): number {
  const { l1, l2, positive } = penalty;
  let dual = 0;
  let onRight = 0;
  let onPull = 0;
  let squares = 0;
  let absolute = 0;
  for (let j = 0; j < coef.length; j++) {
    const value = coef[j];
    const slope = right[j] - pull[j] - l2 * value;
    dual = Math.max(dual, positive ? slope : Math.abs(slope));
    onRight += value * right[j];
    onPull += value * pull[j];
    squares += value * value;
    absolute += Math.abs(value);
  }
  const residual = energy - 2 * onRight + onPull;
  const shrink = dual > l1 ? l1 / dual : 1;
  return (
    ((1 + shrink * shrink) * residual) / 2 +
    l1 * absolute -
    shrink * (energy - onRight) +
    (l2 * (1 + shrink * shrink) * squares) / 2
  );
}
