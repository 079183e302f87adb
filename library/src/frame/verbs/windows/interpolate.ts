export interface InterpolateOptions {
  /** At most so many missing values in a row are filled (default: all). */
  readonly limit?: number;
  /** Which side of a gap is filled first, and which end of the column at all (default `"forward"`). */
  readonly limitDirection?: "forward" | "backward" | "both";
}

/**
 * Missing values on the straight line between their neighbours. Past the last value (`forward`) or
 * before the first (`backward`) the nearest value is repeated, as pandas does.
 */
export function interpolateFloats(
  values: Float64Array,
  { limit = Infinity, limitDirection = "forward" }: InterpolateOptions,
): Float64Array {
  const out = Float64Array.from(values);
  let row = 0;
  while (row < values.length) {
    if (!Number.isNaN(values[row])) {
      row += 1;
      continue;
    }
    const start = row;
    while (row < values.length && Number.isNaN(values[row])) row += 1;
    const [before, after] = [start - 1, row];
    const forward = limitDirection !== "backward" && before >= 0;
    const backward = limitDirection !== "forward" && after < values.length;
    for (let at = start; at < after; at += 1) {
      const reached = (forward && at - before <= limit) || (backward && after - at <= limit);
      if (reached) out[at] = between(values, before, after, at);
    }
  }
  return out;
}

function between(values: Float64Array, before: number, after: number, at: number): number {
  if (before < 0) return values[after];
  if (after >= values.length) return values[before];
  const slope = (values[after] - values[before]) / (after - before);
  return slope * (at - before) + values[before];
}
