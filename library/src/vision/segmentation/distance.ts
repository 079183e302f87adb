/**
 * Squared distance of each pixel to the nearest pixel that is set, Infinity where there is none.
 *
 * Source: P. Felzenszwalb and D. Huttenlocher, Distance Transforms of Sampled Functions, Theory of
 * Computing 8 (2012): the lower envelope of parabolas, first down the columns, then along the rows.
 */
export function squaredDistances(
  set: (at: number) => boolean,
  height: number,
  width: number,
): Float64Array {
  const out = new Float64Array(height * width);
  for (let i = 0; i < out.length; i++) out[i] = set(i) ? 0 : Infinity;
  for (let x = 0; x < width; x++) envelope(out, x, width, height);
  for (let y = 0; y < height; y++) envelope(out, y * width, 1, width);
  return out;
}

function envelope(values: Float64Array, start: number, step: number, length: number): void {
  const heights = Float64Array.from({ length }, (_, i) => values[start + i * step]);
  const tops = new Int32Array(length);
  const from = new Float64Array(length + 1);
  let count = 0;
  for (let q = 0; q < length; q++) {
    if (heights[q] === Infinity) continue;
    let cross = -Infinity;
    while (count > 0) {
      const p = tops[count - 1];
      cross = (heights[q] + q * q - heights[p] - p * p) / (2 * (q - p));
      if (cross > from[count - 1]) break;
      count--;
      cross = -Infinity;
    }
    tops[count] = q;
    from[count] = cross;
    count++;
  }
  if (count === 0) return;
  for (let q = 0, k = 0; q < length; q++) {
    while (k + 1 < count && from[k + 1] < q) k++;
    values[start + q * step] = (q - tops[k]) ** 2 + heights[tops[k]];
  }
}
