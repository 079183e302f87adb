import type { Binned } from "./binned.ts";

/**
 * Sums a bin of each feature, one after the other: the gradients, the hessians, the number of samples.
 * Where every hessian is 1 the second is left out, since it equals the third.
 */
export type Histogram = Float64Array;

/** Where each feature's histogram starts, in bins; the last entry is the number of bins of all. */
export function offsetsOf(sizes: Int32Array): Int32Array {
  const offsets = new Int32Array(sizes.length + 1);
  sizes.forEach((size, j) => {
    offsets[j + 1] = offsets[j] + size + 1;
  });
  return offsets;
}

/** Makes histograms of nodes, and takes back those that are no longer needed. */
export class HistogramBuilder {
  readonly offsets: Int32Array;
  /** Numbers a bin: 2 where the hessians are constant, else 3. */
  readonly stride: number;
  readonly #data: Binned;
  readonly #free: Histogram[] = [];
  readonly #gradients: Float32Array;
  readonly #hessians: Float32Array | undefined;
  readonly #ordered: Float32Array;
  readonly #orderedHessians: Float32Array;

  /** @param hessians undefined where every hessian is 1 */
  constructor(data: Binned, gradients: Float32Array, hessians: Float32Array | undefined) {
    this.#data = data;
    this.#gradients = gradients;
    this.#hessians = hessians;
    this.#ordered = new Float32Array(data.rows);
    this.#orderedHessians = new Float32Array(hessians ? data.rows : 0);
    this.offsets = offsetsOf(data.sizes);
    this.stride = hessians ? 3 : 2;
  }

  /** The histogram of the samples at these positions; of all samples, the positions are not read. */
  build(samples: Int32Array): Histogram {
    const length = this.offsets[this.#data.features] * this.stride;
    const histogram = this.#free.pop()?.fill(0) ?? new Float64Array(length);
    if (samples.length === this.#data.rows) this.#buildRoot(histogram);
    else this.#buildNode(histogram, samples);
    return histogram;
  }

  /** Turns the parent's histogram into the sibling's of `child`. */
  subtract(parent: Histogram, child: Histogram): Histogram {
    for (let i = 0; i < parent.length; i++) parent[i] -= child[i];
    return parent;
  }

  /** Takes back a histogram. */
  release(histogram: Histogram): void {
    this.#free.push(histogram);
  }

  #buildRoot(histogram: Histogram): void {
    const { bins, rows, features } = this.#data;
    for (let j = 0; j < features; j++) {
      const column = bins.subarray(j * rows, (j + 1) * rows);
      const start = this.offsets[j] * this.stride;
      const part = histogram.subarray(start, this.offsets[j + 1] * this.stride);
      if (this.#hessians) sumAll(part, column, this.#gradients, this.#hessians);
      else sumAllGradients(part, column, this.#gradients);
    }
  }

  #buildNode(histogram: Histogram, samples: Int32Array): void {
    const { bins, rows, features } = this.#data;
    // Read in the node's order once, not once a feature.
    gather(this.#ordered, this.#gradients, samples);
    if (this.#hessians) gather(this.#orderedHessians, this.#hessians, samples);
    for (let j = 0; j < features; j++) {
      const column = bins.subarray(j * rows, (j + 1) * rows);
      const start = this.offsets[j] * this.stride;
      const part = histogram.subarray(start, this.offsets[j + 1] * this.stride);
      if (this.#hessians) sumSome(part, column, samples, this.#ordered, this.#orderedHessians);
      else sumSomeGradients(part, column, samples, this.#ordered);
    }
  }
}

function gather(into: Float32Array, values: Float32Array, samples: Int32Array): void {
  for (let i = 0; i < samples.length; i++) into[i] = values[samples[i]];
}

function sumAllGradients(part: Histogram, column: Uint8Array, gradients: Float32Array): void {
  for (let i = 0; i < column.length; i++) {
    const at = 2 * column[i];
    part[at] += gradients[i];
    part[at + 1] += 1;
  }
}

function sumAll(
  part: Histogram,
  column: Uint8Array,
  gradients: Float32Array,
  hessians: Float32Array,
): void {
  for (let i = 0; i < column.length; i++) {
    const at = 3 * column[i];
    part[at] += gradients[i];
    part[at + 1] += hessians[i];
    part[at + 2] += 1;
  }
}

function sumSomeGradients(
  part: Histogram,
  column: Uint8Array,
  samples: Int32Array,
  ordered: Float32Array,
): void {
  for (let i = 0; i < samples.length; i++) {
    const at = 2 * column[samples[i]];
    part[at] += ordered[i];
    part[at + 1] += 1;
  }
}

function sumSome(
  part: Histogram,
  column: Uint8Array,
  samples: Int32Array,
  ordered: Float32Array,
  orderedHessians: Float32Array,
): void {
  for (let i = 0; i < samples.length; i++) {
    const at = 3 * column[samples[i]];
    part[at] += ordered[i];
    part[at + 1] += orderedHessians[i];
    part[at + 2] += 1;
  }
}
