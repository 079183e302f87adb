import type { Matrix } from "../matrix/index.ts";

/**
 * Samples in the order of the feature that varies most: those within a radius of a sample stand in one
 * stretch of it, so that most distances need not be computed.
 */
export class WithinRadius {
  readonly #data: Float64Array;
  readonly #columns: number;
  readonly #axis: Float64Array;
  readonly #order: Int32Array;
  readonly #found: Int32Array;

  constructor(x: Matrix) {
    const feature = widest(x);
    const column = x.column(feature);
    this.#order = Int32Array.from(column, (_, i) => i).sort((a, b) => column[a] - column[b]);
    this.#axis = Float64Array.from(this.#order, (i) => column[i]);
    this.#data = x.take(this.#order).data;
    this.#columns = x.columns;
    this.#found = new Int32Array(x.rows);
    this.#feature = feature;
  }

  readonly #feature: number;

  /** The numbers of the samples within the radius of a point; the array is used again by the next call. */
  of(point: Float64Array, radius: number): Int32Array {
    const columns = this.#columns;
    const data = this.#data;
    const axis = this.#axis;
    const center = point[this.#feature];
    const limit = radius * radius;
    let count = 0;
    for (let i = firstFrom(axis, center - radius); i < axis.length; i++) {
      if (axis[i] > center + radius) break;
      let sum = 0;
      for (let f = 0, at = i * columns; f < columns && sum <= limit; f++, at++) {
        const gap = data[at] - point[f];
        sum += gap * gap;
      }
      if (sum <= limit) this.#found[count++] = this.#order[i];
    }
    return this.#found.subarray(0, count);
  }
}

function widest(x: Matrix): number {
  let best = 0;
  let most = -1;
  for (let f = 0; f < x.columns; f++) {
    let low = Infinity;
    let high = -Infinity;
    for (let at = f; at < x.data.length; at += x.columns) {
      if (x.data[at] < low) low = x.data[at];
      if (x.data[at] > high) high = x.data[at];
    }
    if (high - low > most) {
      most = high - low;
      best = f;
    }
  }
  return best;
}

function firstFrom(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
