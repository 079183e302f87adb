import { type Kernel, kernelRow, squaresOf } from "./kernels.ts";
import { RbfRows } from "./rbf-rows.ts";

/**
 * Rows of the kernel matrix of some samples, computed when they are first needed. They are kept in 32
 * bits, as in libsvm, up to a limit of memory; then the row goes that was not needed for longest.
 */
export class KernelCache {
  readonly size: number;
  /** The kernel of each sample with itself. */
  readonly diagonal: Float64Array;
  readonly #kernel: Kernel;
  readonly #data: Float64Array;
  readonly #width: number;
  readonly #squares: Float64Array;
  readonly #radial: RbfRows | undefined;
  readonly #most: number;
  readonly #rows = new Map<number, Float32Array>();

  constructor(kernel: Kernel, data: Float64Array, rows: number, width: number, megabytes: number) {
    this.size = rows;
    this.#kernel = kernel;
    this.#data = data;
    this.#width = width;
    this.#squares = squaresOf(data, rows, width);
    if (kernel.kind === "rbf") this.#radial = new RbfRows(kernel.gamma, data, this.#squares, width);
    this.#most = Math.max(2, Math.floor((megabytes * 2 ** 20) / (4 * rows)));
    this.diagonal = new Float64Array(rows);
    const one = new Float64Array(1);
    for (let i = 0; i < rows; i++) {
      const own = data.subarray(i * width, (i + 1) * width);
      const square = this.#squares.subarray(i, i + 1);
      kernelRow(kernel, own, 0, square[0], own, square, width, one);
      this.diagonal[i] = one[0];
    }
  }

  row(i: number): Float32Array {
    const rows = this.#rows;
    const found = rows.get(i);
    if (found !== undefined) {
      if (this.size <= this.#most) return found;
      rows.delete(i);
      rows.set(i, found);
      return found;
    }
    let made: Float32Array | undefined;
    if (rows.size >= this.#most) {
      const oldest = rows.keys().next().value!;
      made = rows.get(oldest);
      rows.delete(oldest);
    }
    made ??= new Float32Array(this.size);
    const square = this.#squares[i];
    const from = i * this.#width;
    if (this.#radial !== undefined) this.#radial.row(this.#data, from, square, made);
    else
      kernelRow(
        this.#kernel,
        this.#data,
        from,
        square,
        this.#data,
        this.#squares,
        this.#width,
        made,
      );
    rows.set(i, made);
    return made;
  }
}
