import type { Workspace } from "./workspace.ts";

/**
 * Sums a bin of each feature, one after the other: the gradients, the hessians, the number of samples.
 * Where every hessian is 1 the third is left out, since it equals the second.
 */
export type Histogram = Float64Array;

/** Makes histograms of nodes. They are known by their addresses in the workspace. */
export class HistogramBuilder {
  /** Where each feature's histogram starts, in numbers; then the length of all. */
  readonly starts: Int32Array;
  /** Numbers a bin: 2 where the hessians are 1, else 3. */
  readonly stride: number;
  readonly #work: Workspace;
  readonly #rows: number;
  readonly #bytes: number;

  constructor(work: Workspace, rows: number, sizes: Int32Array, constantHessian: boolean) {
    this.#work = work;
    this.#rows = rows;
    this.stride = constantHessian ? 2 : 3;
    this.starts = new Int32Array(sizes.length + 1);
    sizes.forEach((size, j) => {
      this.starts[j + 1] = this.starts[j] + (size + 1) * this.stride;
    });
    this.#bytes = (8 * this.starts[sizes.length] + 15) & ~15;
  }

  /** The address of the histogram of the samples that stand from `from` to `to`. */
  build(from: number, to: number, output: number): number {
    const { kernel, samplesAt, pairsAt, orderedAt } = this.#work;
    const at = this.#work.take(this.#bytes);
    const start = samplesAt + 4 * from;
    const end = samplesAt + 4 * to;
    let pairs = pairsAt + 8 * output * this.#rows;
    if (to - from < this.#rows) {
      // Read in the node's order once, not once a feature.
      kernel.gather(start, end, pairs, orderedAt);
      pairs = orderedAt;
    }
    const sum = this.stride === 2 ? kernel.sumPairs : kernel.sumCounted;
    for (let j = 0; j < this.starts.length - 1; j++) {
      sum(start, end, pairs, j * this.#rows, at + 8 * this.starts[j]);
    }
    return at;
  }

  /** Turns the parent's histogram into that of the sibling of `child`. */
  subtract(parent: number, child: number): number {
    this.#work.kernel.subtract(parent, parent + this.#bytes, child);
    return parent;
  }

  /** The numbers of a histogram, until the next one is made. */
  read(at: number): Histogram {
    return this.#work.sums.subarray(at / 8, (at + this.#bytes) / 8);
  }

  /** Takes back a histogram. */
  release(at: number): void {
    this.#work.release(at);
  }
}
