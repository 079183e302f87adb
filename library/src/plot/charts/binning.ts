/** One bin of a histogram, from `start` to before `end` (the last one includes its end). */
export interface Bin {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/**
 * Edges of `bins` bins of equal width from the smallest to the largest value, as NumPy's
 * `histogram_bin_edges` gives them; equal values get half a unit on either side.
 */
export function equalEdges(values: readonly number[], bins: number): number[] {
  if (!Number.isInteger(bins) || bins < 1 || bins > 1000) {
    throw new RangeError(
      `The number of bins is a whole number from 1 to 1000; it was ${String(bins)}.`,
    );
  }
  const { low, high } = range(values);
  const [from, to] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  return Array.from({ length: bins + 1 }, (_, i) =>
    i === bins ? to : from + (i * (to - from)) / bins,
  );
}

/**
 * Edges on round numbers, about as wide as D. Freedman and P. Diaconis (1981) advise: twice the
 * interquartile range over the cube root of the number of values, and never more than 60 bins.
 */
export function roundEdges(values: readonly number[]): number[] {
  const { low, high } = range(values);
  if (low === high) return [low - 0.5, high + 0.5];
  const sorted = values.toSorted((a, b) => a - b);
  const quartile = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? NaN;
  const advised = (2 * (quartile(0.75) - quartile(0.25))) / Math.cbrt(values.length);
  const sturges = (high - low) / (Math.log2(values.length) + 1);
  const width = Math.max(advised > 0 ? Math.min(advised, sturges) : sturges, (high - low) / 60);
  return stepEdges(values, round(width));
}

/** 0.3 / 0.1 is a little less than 3. */
const slack = 1e-9;

/** Edges at multiples of `step`. */
export function stepEdges(values: readonly number[], step: number): number[] {
  const { low, high } = range(values);
  const first = Math.floor(low / step + slack);
  const bins = Math.max(1, Math.floor(high / step + slack) - first + 1);
  if (!(step > 0) || bins > 1000) {
    throw new RangeError(
      `The bin width is a positive number that gives at most 1000 bins; it was ${String(step)}.`,
    );
  }
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Array.from({ length: bins + 1 }, (_, i) =>
    Number(((first + i) * step).toFixed(Math.min(digits, 100))),
  );
}

/** How many values fall between each pair of neighbouring edges. */
export function countBins(values: readonly number[], edges: readonly number[]): Bin[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (const value of values) {
    let low = 0;
    let high = counts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (value >= (edges[middle] ?? Infinity)) low = middle;
      else high = middle;
    }
    counts[low] = (counts[low] ?? 0) + 1;
  }
  return counts.map((count, i) => ({ start: edges[i] ?? NaN, end: edges[i + 1] ?? NaN, count }));
}

function range(values: readonly number[]): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

/** The nearest of …, 1, 2, 2.5, 5, 10, … by ratio. */
function round(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const away = (factor: number) => Math.abs(Math.log((factor * power) / width));
  return (
    power * [1, 2, 2.5, 5, 10].reduce((best, factor) => (away(factor) < away(best) ? factor : best))
  );
}
