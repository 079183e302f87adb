import type { Matrix } from "../matrix/index.ts";

/** The values of a column that are not missing, sorted from the least up. */
export function presentSorted(x: Matrix, column: number): Float64Array {
  return x
    .column(column)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/** The quantile of sorted values, linear between the nearest two (NumPy's default); NaN of none. */
export function quantile(sorted: Float64Array, part: number): number {
  const place = (sorted.length - 1) * part;
  const low = Math.floor(place);
  const below = sorted[low];
  const above = sorted[Math.min(low + 1, sorted.length - 1)];
  const share = place - low;
  // As NumPy does it, from the nearer end, so that results agree to the last bit.
  return share < 0.5 ? below + (above - below) * share : above - (above - below) * (1 - share);
}

/** A scale of 1 for what has no spread, as scikit-learn handles constant features. */
export function safeScale(scale: Float64Array): Float64Array {
  return scale.map((value) => (value < 10 * Number.EPSILON ? 1 : value));
}

/** Values as (value - center) / scale, column by column. */
export function shiftAndScale(
  x: Matrix,
  center: Float64Array | undefined,
  scale: Float64Array | undefined,
): Float64Array {
  const { rows, columns } = x;
  const data = x.data.slice();
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let value = data[i * columns + j];
      if (center) value -= center[j];
      if (scale) value /= scale[j];
      data[i * columns + j] = value;
    }
  }
  return data;
}

/** Values as value × scale + center, column by column: what undoes `shiftAndScale`. */
export function unscale(
  x: Matrix,
  center: Float64Array | undefined,
  scale: Float64Array | undefined,
): Float64Array {
  const { rows, columns } = x;
  const data = x.data.slice();
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let value = data[i * columns + j];
      if (scale) value *= scale[j];
      if (center) value += center[j];
      data[i * columns + j] = value;
    }
  }
  return data;
}
