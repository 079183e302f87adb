import type { Random } from "../../random/index.ts";
import { eigenSymmetric, gram, svd, transpose } from "../linalg/index.ts";
import { Matrix } from "../matrix/index.ts";
import { centered } from "./center.ts";
import { randomizedSvd } from "./randomized-svd.ts";
import { settleSigns } from "./signs.ts";

export type SvdSolver = "auto" | "full" | "covarianceEigh" | "randomized";

/** Directions of the greatest variance in the rows of `components`, and the variances along them. */
export interface PrincipalAxes {
  readonly components: Matrix;
  readonly variances: Float64Array;
  /** The variance of all features together. */
  readonly total: number;
}

/** @param means the mean of each feature */
export function principalAxes(
  samples: Matrix,
  means: Float64Array,
  solver: Exclude<SvdSolver, "auto">,
  count: number,
  random: Random,
): PrincipalAxes {
  const divisor = Math.max(samples.rows - 1, 1);
  if (solver === "covarianceEigh") return byCovariance(samples, means, divisor);
  const x = centered(samples, means);
  const found =
    solver === "full"
      ? svd(x)
      : randomizedSvd(x, count, 10, count < 0.1 * least(x) ? 7 : 4, random);
  const components = transpose(found.v);
  settleSigns(components);
  const variances = found.values.map((value) => value ** 2 / divisor);
  const total = x.data.reduce((sum, value) => sum + value * value, 0) / divisor;
  return { components, variances, total };
}

const least = (x: Matrix): number => Math.min(x.rows, x.columns);

function byCovariance(x: Matrix, means: Float64Array, divisor: number): PrincipalAxes {
  const { columns } = x;
  const covariance = gram(x, { means });
  for (let at = 0; at < covariance.data.length; at++) covariance.data[at] /= divisor;
  const { values, vectors } = eigenSymmetric(covariance);
  const components = Matrix.zeros(columns, columns);
  for (let c = 0; c < columns; c++)
    components.data.set(vectors.column(columns - 1 - c), c * columns);
  settleSigns(components);
  // Rounding can make the least ones negative.
  const variances = values
    .slice()
    .reverse()
    .map((value) => Math.max(value, 0));
  return { components, variances, total: variances.reduce((sum, value) => sum + value, 0) };
}
