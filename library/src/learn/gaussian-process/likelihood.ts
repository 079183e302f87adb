import type { Random } from "../../random/index.ts";
import { lbfgs } from "../linear/lbfgs.ts";
import type { Matrix } from "../matrix/index.ts";
import { backward, cholesky, forward, inverse } from "./cholesky.ts";
import type { GaussianKernel } from "./kernels/index.ts";

/** The samples' covariance LLᵀ, its inverse times y, and the logarithm of the likelihood. */
export interface Factored {
  readonly lower: Float64Array;
  readonly dual: Float64Array;
  readonly likelihood: number;
}

function factored(k: Float64Array, y: Float64Array, alpha: number): Factored | undefined {
  const n = y.length;
  for (let i = 0; i < n; i++) k[i * n + i] += alpha;
  const lower = cholesky(k, n);
  if (lower === undefined) return undefined;
  const dual = backward(lower, n, forward(lower, n, y.slice()));
  let likelihood = (-n / 2) * Math.log(2 * Math.PI);
  for (let i = 0; i < n; i++) likelihood -= (y[i] * dual[i]) / 2 + Math.log(lower[i * n + i]);
  return { lower, dual, likelihood };
}

/** Undefined where the covariance is not positive definite. */
export function factor(
  kernel: GaussianKernel,
  x: Matrix,
  y: Float64Array,
  alpha: number,
): Factored | undefined {
  return factored(kernel.covariance(x, false).k, y, alpha);
}

/** The logarithm of the likelihood, and its gradient; −∞ and 0 where there is none. */
export function likelihoodOf(
  kernel: GaussianKernel,
  x: Matrix,
  y: Float64Array,
  alpha: number,
): { value: number; gradient: Float64Array } {
  const n = y.length;
  const { k, gradients } = kernel.covariance(x, true);
  const found = factored(k, y, alpha);
  const gradient = new Float64Array(gradients.length);
  if (found === undefined) return { value: -Infinity, gradient };
  const { dual, likelihood } = found;
  const inner = inverse(found.lower, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) inner[i * n + j] = dual[i] * dual[j] - inner[i * n + j];
  gradients.forEach((each, t) => {
    let sum = 0;
    for (let at = 0; at < each.length; at++) sum += inner[at] * each[at];
    gradient[t] = sum / 2;
  });
  return { value: likelihood, gradient };
}

/** The kernel with the hyperparameters, within their bounds, under which the samples are most likely. */
export function greatestLikelihood(
  kernel: GaussianKernel,
  x: Matrix,
  y: Float64Array,
  alpha: number,
  restarts: number,
  random: Random,
): GaussianKernel {
  const bounds = kernel.thetaBounds();
  let best = climb(kernel, kernel.theta(), bounds, x, y, alpha);
  for (let restart = 0; restart < restarts; restart++) {
    const start = Float64Array.from(bounds, ([low, high]) => random.uniform(low, high));
    const found = climb(kernel, start, bounds, x, y, alpha);
    if (found.loss < best.loss) best = found;
  }
  return kernel.withTheta(best.at);
}

/**
 * Goes uphill from a start. Outside the bounds the function is taken to go on flat; where it led there,
 * another search from the bound goes on in what is still free.
 */
function climb(
  kernel: GaussianKernel,
  start: Float64Array,
  bounds: readonly [number, number][],
  x: Matrix,
  y: Float64Array,
  alpha: number,
): { at: Float64Array; loss: number } {
  const clamp = (theta: Float64Array) =>
    theta.map((value, t) => Math.min(Math.max(value, bounds[t][0]), bounds[t][1]));
  const objective = (theta: Float64Array, gradient: Float64Array): number => {
    const at = clamp(theta);
    const found = likelihoodOf(kernel.withTheta(at), x, y, alpha);
    for (let t = 0; t < theta.length; t++) {
      const slope = -found.gradient[t];
      const outwards =
        (theta[t] <= bounds[t][0] && slope > 0) || (theta[t] >= bounds[t][1] && slope < 0);
      const outside = theta[t] < bounds[t][0] || theta[t] > bounds[t][1];
      gradient[t] = outwards || outside ? 0 : slope;
    }
    return -found.value;
  };
  let at = clamp(start);
  let loss = objective(at, new Float64Array(at.length));
  for (let round = 0; round < 10; round++) {
    const found = lbfgs(objective, at, 1e-6, 15_000);
    const next = clamp(found.at);
    const then = objective(next, new Float64Array(at.length));
    const gain = loss - then;
    if (then <= loss) [at, loss] = [next, then];
    const inside = found.at.every((value, t) => value === next[t]);
    if (inside || !(gain > 1e-10 * Math.max(1, Math.abs(loss)))) break;
  }
  return { at, loss };
}
