import type { Spans } from "./window.ts";

/**
 * The least (`sign` 1) or greatest (`sign` −1) present value of each row's window.
 *
 * A queue holds the rows that can still become the answer, in order of their values: each row enters
 * and leaves it once.
 */
export function slideExtremes(
  values: Float64Array,
  spans: Spans,
  minPeriods: number,
  sign: 1 | -1,
): Float64Array {
  const out = new Float64Array(values.length);
  const queue = new Int32Array(values.length);
  let [head, tail, start, end, count] = [0, 0, 0, 0, 0];
  for (let row = 0; row < values.length; row += 1) {
    const span = spans(row);
    for (; end < span.end; end += 1) {
      const value = values[end];
      if (Number.isNaN(value)) continue;
      count += 1;
      while (tail > head && sign * values[queue[tail - 1]] >= sign * value) tail -= 1;
      queue[tail] = end;
      tail += 1;
    }
    for (; start < span.start; start += 1) if (!Number.isNaN(values[start])) count -= 1;
    while (head < tail && queue[head] < span.start) head += 1;
    out[row] = count >= minPeriods && head < tail ? values[queue[head]] : Number.NaN;
  }
  return out;
}
