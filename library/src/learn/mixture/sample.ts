import type { Random } from "../../random/index.ts";
import { Matrix } from "../matrix/index.ts";
import type { CovarianceType } from "./covariances.ts";
import type { Components } from "./densities.ts";
import { cholesky } from "./whiteners.ts";

/** Draws from a mixture: a component by its weight, then a point of its normal distribution. */
export function drawSamples(
  type: CovarianceType,
  { weights, means, covariances }: Components,
  count: number,
  random: Random,
  names: readonly string[] | undefined,
): { x: Matrix; y: Int32Array } {
  const features = means.length / weights.length;
  const square = features * features;
  const factors = Array.from(weights, (_, c) => {
    if (type === "spherical") return new Float64Array(features).fill(Math.sqrt(covariances[c]));
    if (type === "diag") return covariances.slice(c * features, (c + 1) * features).map(Math.sqrt);
    const from = type === "tied" ? 0 : c * square;
    return (
      cholesky(covariances.subarray(from, from + square), features) ?? new Float64Array(square)
    );
  });
  const x = Matrix.zeros(count, features, names);
  const y = new Int32Array(count);
  const normals = new Float64Array(features);
  for (let i = 0; i < count; i++) {
    let left = random.uniform();
    let c = 0;
    while (c < weights.length - 1 && (left -= weights[c]) >= 0) c += 1;
    y[i] = c;
    const factor = factors[c];
    for (let j = 0; j < features; j++) normals[j] = random.normal();
    for (let j = 0; j < features; j++) {
      let value = means[c * features + j];
      if (factor.length === features) value += factor[j] * normals[j];
      else for (let k = 0; k <= j; k++) value += factor[j * features + k] * normals[k];
      x.data[i * features + j] = value;
    }
  }
  return { x, y };
}
