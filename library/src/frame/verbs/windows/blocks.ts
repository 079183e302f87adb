import { slideCompleteSums } from "./complete-sums.ts";

/**
 * Sums or means of a sliding window of a fixed number of rows; NaN counts as absent.
 *
 * Rows lie in blocks as long as the window. A window is the end of one block and the start of the next,
 * and both have running sums, so nothing is ever subtracted: a small value survives a large one
 * that has left. A row costs two additions, a third of what {@link slideMoments} needs for it.
 *
 * Source: M. van Herk (1992) and J. Gil, M. Werman (1993), who slide extremes so; W. Kahan (1965) for
 * the sums.
 *
 * @param values may be overwritten
 */
export function slideSums(
  values: Float64Array,
  window: { readonly size: number; readonly ahead: number },
  minPeriods: number,
  mean: boolean,
): Float64Array {
  const { ahead } = window;
  const length = values.length + ahead;
  const size = Math.max(1, Math.min(window.size, length));
  if (ahead === 0 && isComplete(values)) {
    return complete(slideCompleteSums(values, size), size, minPeriods, mean);
  }
  const padded = ahead === 0 ? values : withAbsentEnd(values, length);
  const out = new Float64Array(length);
  // Of the block before: what it has from each of its rows to its end.
  const ends = new Float64Array(size + 1);
  let count = 0;
  for (let start = 0; start < length; start += size) {
    const end = Math.min(length, start + size);
    let sum = 0;
    let lost = 0;
    for (let row = start; row < end; row += 1) {
      const value = padded[row];
      if (!Number.isNaN(value)) {
        count += 1;
        const corrected = value - lost;
        const next = sum + corrected;
        lost = next - sum - corrected;
        sum = next;
      }
      if (row >= size && !Number.isNaN(padded[row - size])) count -= 1;
      const total = ends[row - start + 1] + sum;
      out[row] = count < minPeriods ? Number.NaN : mean ? total / count : total;
    }
    if (end < length) endSums(padded, start, ends);
  }
  return ahead === 0 ? out : out.subarray(ahead);
}

/** Fills `ends` with the sums from each row of a block to its end, and a 0 after them. */
function endSums(values: Float64Array, start: number, ends: Float64Array): void {
  let [sum, lost] = [0, 0];
  for (let at = ends.length - 2; at >= 0; at -= 1) {
    const value = values[start + at];
    if (!Number.isNaN(value)) {
      const corrected = value - lost;
      const next = sum + corrected;
      lost = next - sum - corrected;
      sum = next;
    }
    ends[at] = sum;
  }
}

function withAbsentEnd(values: Float64Array, length: number): Float64Array {
  const out = new Float64Array(length).fill(Number.NaN, values.length);
  out.set(values);
  return out;
}

/** A loop, because `some` calls its function for each value: ten times the time. */
function isComplete(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row += 1) if (Number.isNaN(values[row])) return false;
  return true;
}

/** Windows over values that are all there: each has `size` of them, but for the first ones. */
function complete(
  sums: Float64Array,
  size: number,
  minPeriods: number,
  mean: boolean,
): Float64Array {
  const { length } = sums;
  sums.fill(Number.NaN, 0, Math.min(length, Math.max(0, minPeriods - 1)));
  if (!mean) return sums;
  for (let row = 0; row < length; row += 1) sums[row] /= row < size ? row + 1 : size;
  return sums;
}
