import { checkLengths, readTarget, type TargetLike } from "../base/index.ts";
import { checkInteger, checkNumber } from "../base/index.ts";
import { normalEquations } from "../linalg/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../matrix/index.ts";
import { descend } from "./coordinate-descent.ts";

export interface PathOptions {
  /** The penalties, or their number: so many from the least that makes all weights 0. Default 100. */
  readonly alphas?: number | readonly number[];
  /** The last penalty as a part of the first. Default 0.001. */
  readonly eps?: number;
  /** Allow no weight below 0. Default false. */
  readonly positive?: boolean;
  /** As in `Lasso`. Default 1e-4. */
  readonly tol?: number;
  /** As in `Lasso`. Default 1000. */
  readonly maxIter?: number;
}

export interface EnetPathOptions extends PathOptions {
  /** As in `ElasticNet`, above 0. Default 0.5. */
  readonly l1Ratio?: number;
}

export interface LassoPath {
  /** The penalties, from the greatest down. */
  readonly alphas: Float64Array;
  /** [features, alphas]: how each weight grows as the penalty falls. */
  readonly coefs: Matrix;
  /** How far the loss is at most from its least, for each penalty. */
  readonly dualGaps: Float64Array;
}

/**
 * The weights of the lasso for many penalties, each started from the one before. There is no
 * intercept: center the samples and the target first.
 *
 * @example
 * const path = lassoPath([[-1], [0], [1]], [-1, 0, 1], { alphas: [0.1, 0.4] });
 * path.alphas; // [0.4, 0.1]
 * path.coefs.toArray()[0].map((v) => Number(v.toFixed(6))); // [0.4, 0.85]
 */
export function lassoPath(x: MatrixLike, y: TargetLike, options: PathOptions = {}): LassoPath {
  return path("lassoPath", x, y, { ...options, l1Ratio: 1 });
}

/** The weights of the elastic net for many penalties, as `lassoPath` gives them. */
export function enetPath(x: MatrixLike, y: TargetLike, options: EnetPathOptions = {}): LassoPath {
  return path("enetPath", x, y, options);
}

function path(who: string, x: MatrixLike, y: TargetLike, options: EnetPathOptions): LassoPath {
  const { alphas = 100, eps = 1e-3, l1Ratio = 0.5, positive = false } = options;
  const { tol = 1e-4, maxIter = 1000 } = options;
  checkNumber(who, "l1Ratio", l1Ratio, { above: 0, to: 1 });
  checkNumber(who, "eps", eps, { above: 0, below: 1 });
  checkInteger(who, "maxIter", maxIter, 1);
  const samples = readMatrix(x, who);
  const target = readTarget(y, who);
  checkLengths(samples, target.length, who);
  const n = samples.rows;
  const { squares, right, energies } = normalEquations(samples, new Matrix(target, n, 1));
  const products = { squares: squares.data, right: right.data, energy: energies[0] };
  const grid =
    typeof alphas === "number" ? gridOf(products.right, n * l1Ratio, eps, alphas, who) : alphas;
  const sorted = Float64Array.from(grid).sort().reverse();
  const coefs = Matrix.zeros(samples.columns, sorted.length);
  const dualGaps = new Float64Array(sorted.length);
  let start: Float64Array = new Float64Array(samples.columns);
  sorted.forEach((alpha, at) => {
    checkNumber(who, "alphas", alpha, { from: 0 });
    const penalty = { l1: alpha * l1Ratio * n, l2: alpha * (1 - l1Ratio) * n, positive };
    const found = descend(products, penalty, start, tol, maxIter);
    start = found.coef;
    dualGaps[at] = found.gap / n;
    start.forEach((value, j) => (coefs.data[j * sorted.length + at] = value));
  });
  return { alphas: sorted, coefs, dualGaps };
}

/** Penalties at equal ratios, from the least that makes all weights 0. */
function gridOf(
  right: Float64Array,
  scale: number,
  eps: number,
  count: number,
  who: string,
): number[] {
  checkInteger(who, "alphas", count, 1);
  const most = right.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0) / scale;
  return Array.from({ length: count }, (_, i) => most * eps ** (count === 1 ? 0 : i / (count - 1)));
}
