import { sortNumbers } from "./sort-numbers.ts";

/**
 * The values that separate a feature's bins: midpoints where there are few values, else quantiles
 * (numpy's "averaged_inverted_cdf"), as scikit-learn's bin mapper takes them.
 *
 * @param column the feature's values; missing ones are left out
 * @param maxBins the greatest number of bins for values that are there
 * @param weights a weight a sample; undefined where all are 1
 * @returns increasing thresholds t: a value belongs to bin b where t[b - 1] < value ≤ t[b]
 */
export function binThresholds(
  column: Float64Array,
  maxBins: number,
  weights?: Float64Array,
): Float64Array {
  const { values, cumulated } = weights ? weighted(column, weights) : { values: present(column) };
  const distinct = unique(values, maxBins + 1);
  if (distinct.length <= 1) return new Float64Array(0);
  if (distinct.length <= maxBins) {
    return Float64Array.from({ length: distinct.length - 1 }, (_, i) => {
      return (distinct[i] + distinct[i + 1]) / 2;
    });
  }
  const step = 100 / maxBins;
  const edges = new Float64Array(maxBins - 1);
  for (let i = 1; i < maxBins; i++) {
    const part = (i * step) / 100;
    edges[i - 1] = cumulated ? weightedQuantile(values, cumulated, part) : quantile(values, part);
  }
  return unique(edges, Infinity);
}

/** The values that are there, in order. */
function present(column: Float64Array): Float64Array {
  let count = 0;
  const kept = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) {
    kept[count] = column[i];
    count += Number(column[i] === column[i]);
  }
  return sortNumbers(kept.subarray(0, count));
}

/** The first values that differ, at most `most`. */
function unique(ordered: Float64Array, most: number): Float64Array {
  const found = new Float64Array(Math.min(ordered.length, most));
  let count = 0;
  for (let i = 0; i < ordered.length && count < found.length; i++) {
    if (i === 0 || ordered[i] !== ordered[i - 1]) found[count++] = ordered[i];
  }
  return found.slice(0, count);
}

function quantile(ordered: Float64Array, part: number): number {
  const index = ordered.length * part - 1;
  const below = Math.floor(index);
  const high = ordered[Math.min(below + 1, ordered.length - 1)];
  return index === below ? high - (high - ordered[below]) * 0.5 : high;
}

/** The values with a weight above 0 in order, and the sum of the weights up to each. */
function weighted(
  column: Float64Array,
  weights: Float64Array,
): { values: Float64Array; cumulated: Float64Array } {
  const order = Array.from(column.keys())
    .filter((i) => !Number.isNaN(column[i]) && weights[i] > 0)
    .sort((a, b) => column[a] - column[b]);
  let total = 0;
  return {
    values: Float64Array.from(order, (i) => column[i]),
    cumulated: Float64Array.from(order, (i) => (total += weights[i])),
  };
}

/**
 * The value that a part of the weight lies at or below; on the border of two, their middle if `average`.
 *
 * @param values in increasing order
 * @param cumulated the sum of the weights up to each value
 */
export function weightedQuantile(
  values: Float64Array,
  cumulated: Float64Array,
  part: number,
  average = true,
): number {
  const last = values.length - 1;
  const wanted = part * cumulated[last];
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  const onBorder = cumulated[low] - wanted <= Number.EPSILON;
  if (!average || !onBorder || low === last) return values[low];
  return (values[low] + values[low + 1]) / 2;
}
