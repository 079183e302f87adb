import { BLOCK, CONSTANTS, rbfKernel } from "./rbf-kernel.ts";

/** Whose rows are in a memory now: small ones share one. */
const owners = new WeakMap<object, RbfRows>();

/** Rows of the radial kernel between samples and the same data, which is kept as the processor likes it. */
export class RbfRows {
  readonly #gamma: number;
  readonly #data: Float64Array;
  readonly #squares: Float64Array;
  readonly #width: number;
  #kernel: ReturnType<typeof rbfKernel> | undefined;

  constructor(gamma: number, data: Float64Array, squares: Float64Array, width: number) {
    this.#gamma = gamma;
    this.#data = data;
    this.#squares = squares;
    this.#width = width;
  }

  /** The kernel between one sample (`from` its place, `square` its squared length) and every row. */
  row(query: Float64Array, from: number, square: number, out: Float64Array | Float32Array): void {
    const kernel = this.#load();
    const { buffer } = kernel.memory;
    const places = this.#places();
    const head = new Float64Array(buffer, 0, CONSTANTS.length + this.#width);
    head[0] = square;
    for (let k = 0; k < this.#width; k++) head[CONSTANTS.length + k] = query[from + k];
    const narrow = out instanceof Float32Array;
    (narrow ? kernel.narrow : kernel.wide)(
      ...([CONSTANTS.byteLength, head.byteLength, places.blocks] as const),
      ...([places.squares, places.squaresEnd, places.out] as const),
    );
    const Type = narrow ? Float32Array : Float64Array;
    out.set(new Type(buffer, places.out, this.#squares.length));
  }

  #places(): { squares: number; squaresEnd: number; out: number; blocks: number; end: number } {
    const bytes = Math.max(1, Math.ceil(this.#squares.length / BLOCK)) * BLOCK * 8;
    const squares = Math.ceil((CONSTANTS.byteLength + this.#width * 8) / 64) * 64;
    const out = squares + bytes;
    const blocks = out + bytes;
    return { squares, squaresEnd: out, out, blocks, end: blocks + bytes * this.#width };
  }

  #load(): ReturnType<typeof rbfKernel> {
    const loaded = this.#kernel;
    if (loaded !== undefined && owners.get(loaded) === this) return loaded;
    const places = this.#places();
    const kernel = (this.#kernel = rbfKernel(places.end));
    owners.set(kernel, this);
    const { buffer } = kernel.memory;
    const head = new Float64Array(buffer, 0, CONSTANTS.length);
    head.set(CONSTANTS);
    head[1] = -this.#gamma;
    const rows = this.#squares.length;
    const width = this.#width;
    const data = this.#data;
    const count = (places.squaresEnd - places.squares) / 8;
    new Float64Array(buffer, places.squares, count).fill(0).set(this.#squares);
    const blocks = new Float64Array(buffer, places.blocks, count * width).fill(0);
    for (let i = 0; i < rows; i++) {
      const start = (i - (i % BLOCK)) * width + (i % BLOCK);
      for (let k = 0; k < width; k++) blocks[start + k * BLOCK] = data[i * width + k];
    }
    return kernel;
  }
}
