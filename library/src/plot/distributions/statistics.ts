/**
 * The quantile of sorted numbers, linear between neighbours: NumPy's default, type 7 of R. J. Hyndman
 * and Y. Fan, Sample Quantiles in Statistical Packages, 1996.
 */
export function quantile(sorted: readonly number[], part: number): number {
  const at = part * (sorted.length - 1);
  const below = sorted[Math.floor(at)];
  return below + (at - Math.floor(at)) * (sorted[Math.ceil(at)] - below);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation, over n − 1 as pandas has it, or over n with `ddof` 0 as NumPy has it. */
export function deviation(values: readonly number[], ddof = 1): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - ddof));
}

/** What a box shows. */
export interface BoxStatistics {
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
  readonly outliers: readonly number[];
}

/**
 * Quartiles, whiskers to the furthest value within `whisker` interquartile ranges of the box, and the
 * values beyond: J. W. Tukey, Exploratory Data Analysis, 1977, as matplotlib computes them.
 */
export function boxStatistics(values: readonly number[], whisker = 1.5): BoxStatistics {
  const sorted = values.toSorted((a, b) => a - b);
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((part) => quantile(sorted, part));
  const reach = whisker * (q3 - q1);
  const inside = sorted.filter((value) => value >= q1 - reach && value <= q3 + reach);
  // Interpolated quartiles may lie beyond the last value inside: a whisker never points into the box.
  const low = Math.min(q1, inside.at(0) ?? q1);
  const high = Math.max(q3, inside.at(-1) ?? q3);
  return {
    low,
    q1,
    median,
    q3,
    high,
    outliers: sorted.filter((value) => value < low || value > high),
  };
}
