import { deviation } from "./statistics.ts";

/** How wide the kernel is: a rule, or a factor of the standard deviation as SciPy's `bw_method`. */
export type Bandwidth = "scott" | "silverman" | number;

/**
 * Width of the Gaussian kernel in the units of the values: the factor times the standard deviation.
 *
 * @throws RangeError for fewer than two different values, or a factor that is not positive.
 */
export function bandwidthOf(values: readonly number[], bandwidth: Bandwidth = "scott"): number {
  const n = values.length;
  const factor =
    bandwidth === "scott"
      ? n ** (-1 / 5)
      : bandwidth === "silverman"
        ? ((n * 3) / 4) ** (-1 / 5)
        : bandwidth;
  if (!(Number(factor) > 0)) {
    throw new RangeError(
      `The option bandwidth is "scott", "silverman" or a positive number; it was ${JSON.stringify(bandwidth)}.`,
    );
  }
  const spread = n < 2 ? 0 : deviation(values);
  if (spread > 0) return factor * spread;
  throw new RangeError(
    `A density needs at least two different values; there ${n === 1 ? "is 1 value" : `are ${String(n)} values, all equal`}.`,
  );
}

/**
 * Gaussian kernel density estimate at the points given: D. W. Scott, Multivariate Density
 * Estimation, 1992; the numbers are those of SciPy's `gaussian_kde`.
 */
export function densityAt(
  values: readonly number[],
  points: readonly number[],
  width: number,
): number[] {
  const scale = 1 / (values.length * width * Math.sqrt(2 * Math.PI));
  return points.map((point) => {
    let sum = 0;
    for (const value of values) sum += Math.exp(-0.5 * ((point - value) / width) ** 2);
    return sum * scale;
  });
}

/** `count` points of equal distance from `low` to `high`, both included. */
export function evenly(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + (i * (high - low)) / (count - 1));
}
