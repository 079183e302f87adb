import type { Spans } from "./window.ts";

/** The quantile of each row's window, between two values by their distance. `q` from 0 to 1. */
export function slideQuantiles(
  values: Float64Array,
  spans: Spans,
  minPeriods: number,
  q: number,
): Float64Array {
  const out = new Float64Array(values.length);
  // Kept in order. Its values move by one place as others come and go: memory moves fast.
  const sorted = new Float64Array(values.length);
  let [count, start, end] = [0, 0, 0];
  for (let row = 0; row < values.length; row += 1) {
    const span = spans(row);
    for (; end < span.end; end += 1) {
      const value = values[end];
      if (Number.isNaN(value)) continue;
      const at = placeOf(sorted, count, value);
      sorted.copyWithin(at + 1, at, count);
      sorted[at] = value;
      count += 1;
    }
    for (; start < span.start; start += 1) {
      const value = values[start];
      if (Number.isNaN(value)) continue;
      const at = placeOf(sorted, count, value);
      sorted.copyWithin(at, at + 1, count);
      count -= 1;
    }
    out[row] = count >= minPeriods && count > 0 ? quantileOf(sorted, count, q) : Number.NaN;
  }
  return out;
}

/** Place of the first value that is not below `value`. */
function placeOf(sorted: Float64Array, count: number, value: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function quantileOf(sorted: Float64Array, count: number, q: number): number {
  const place = q * (count - 1);
  const below = Math.floor(place);
  const share = place - below;
  if (share === 0 || below + 1 >= count) return sorted[below];
  // The middle of two values is their mean, as the median has it.
  if (share === 0.5) return (sorted[below] + sorted[below + 1]) / 2;
  return sorted[below] + (sorted[below + 1] - sorted[below]) * share;
}
