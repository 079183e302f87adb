import type { Matrix } from "../../../matrix/index.ts";

/** How values become bins. */
export interface BinMapper {
  /** A feature's thresholds; undefined for a categorical feature, whose codes are its bins. */
  readonly thresholds: readonly (Float64Array | undefined)[];
  /** The number of bins of each feature; the one after them holds what is missing. */
  readonly sizes: Int32Array;
}

/** Samples as bins: column after column, one byte a value. */
export interface Binned {
  readonly bins: Uint8Array;
  readonly rows: number;
  readonly features: number;
  readonly sizes: Int32Array;
  /** 1 for features that are missing somewhere. */
  readonly missing: Uint8Array;
}

/** Turns samples into bins. */
export function binSamples(x: Matrix, mapper: BinMapper): Binned {
  const { rows, columns, data } = x;
  const bins = new Uint8Array(rows * columns);
  const missing = new Uint8Array(columns);
  for (let j = 0; j < columns; j++) {
    const target = bins.subarray(j * rows, (j + 1) * rows);
    const edges = mapper.thresholds[j];
    const size = mapper.sizes[j];
    const holes = edges
      ? binColumn(data, j, columns, edges, target)
      : copyCodes(data, j, columns, size, target);
    missing[j] = Number(holes);
  }
  return { bins, rows, features: columns, sizes: mapper.sizes, missing };
}

function binColumn(
  data: Float64Array,
  start: number,
  stride: number,
  edges: Float64Array,
  target: Uint8Array,
): boolean {
  const count = edges.length;
  // Padded with infinity to a power of two: the search takes the same steps for every value.
  let half = 1;
  while (half <= count) half *= 2;
  const padded = new Float64Array(half).fill(Infinity);
  padded.set(edges);
  half /= 2;
  let holes = false;
  for (let i = 0, at = start; i < target.length; i++, at += stride) {
    const value = data[at];
    if (value !== value) {
      target[i] = count + 1;
      holes = true;
      continue;
    }
    let low = 0;
    for (let step = half; step > 0; step >>= 1) {
      if (padded[low + step - 1] < value) low += step;
    }
    target[i] = low;
  }
  return holes;
}

function copyCodes(
  data: Float64Array,
  start: number,
  stride: number,
  size: number,
  target: Uint8Array,
): boolean {
  let holes = false;
  for (let i = 0, at = start; i < target.length; i++, at += stride) {
    const code = data[at];
    if (code !== code) holes = true;
    target[i] = code !== code ? size : code;
  }
  return holes;
}
