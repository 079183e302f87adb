/** Windows up to this many rows are summed one by one: cheaper than keeping running sums. */
const few = 16;

/**
 * Sums of a sliding window over values that are all there, without looking at each whether it is.
 * Nothing is subtracted here either: see `slideSums`, whose blocks the long windows use.
 *
 * @param values may be overwritten
 */
export function slideCompleteSums(values: Float64Array, size: number): Float64Array {
  return size <= few ? sumFew(values, size) : sumBlocks(values, size);
}

function sumFew(values: Float64Array, size: number): Float64Array {
  const out = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    let sum = 0;
    for (let at = row < size ? 0 : row - size + 1; at <= row; at += 1) sum += values[at];
    out[row] = sum;
  }
  return out;
}

/** In place: memory that is touched for the first time costs as much as the sums. */
function sumBlocks(values: Float64Array, size: number): Float64Array {
  const { length } = values;
  // Of the block before, and of this one: what it has from each of its rows to its end.
  let before = new Float64Array(size + 1);
  let ends = new Float64Array(size + 1);
  for (let start = 0; start < length; start += size) {
    const end = Math.min(length, start + size);
    let sum = 0;
    let lost = 0;
    for (let at = end - start - 1; at >= 0; at -= 1) {
      const corrected = values[start + at] - lost;
      const next = sum + corrected;
      lost = next - sum - corrected;
      sum = next;
      ends[at] = sum;
    }
    sum = 0;
    lost = 0;
    for (let row = start; row < end; row += 1) {
      const corrected = values[row] - lost;
      const next = sum + corrected;
      lost = next - sum - corrected;
      sum = next;
      values[row] = before[row - start + 1] + sum;
    }
    [before, ends] = [ends, before];
  }
  return values;
}
