import type { Matrix } from "../matrix/index.ts";
import { BLOCK, BLOCK_BYTES, PANEL, panelKernel, TILE_BYTES } from "./panel-kernel.ts";

const VALUES = PANEL * BLOCK;

/** How rows are read: moved by `means`, then multiplied by `roots`; undefined for neither. */
export interface Reading {
  readonly means?: Float64Array | undefined;
  readonly roots?: Float64Array | undefined;
}

/** The kernel's memory: a panel of so many blocks, its tiles of sums, and a place for rows as they come. */
export class Panel {
  readonly sums: Float64Array;
  readonly #kernel;
  readonly #panel: Float64Array;
  readonly #rows: Float64Array;
  readonly #means: Float64Array;
  readonly #roots: Float64Array;

  constructor(blocks: number, tiles: number) {
    const rows = blocks * VALUES + BLOCK;
    const bytes =
      2 * blocks * BLOCK_BYTES + tiles * TILE_BYTES + 8 * (BLOCK + blocks * BLOCK + PANEL);
    this.#kernel = panelKernel(bytes);
    const { buffer } = this.#kernel.memory;
    this.#panel = new Float64Array(buffer, 0, blocks * VALUES);
    this.sums = after(this.#panel, (tiles * TILE_BYTES) / 8).fill(0);
    this.#rows = after(this.sums, rows);
    this.#means = after(this.#rows, blocks * BLOCK);
    this.#roots = after(this.#means, PANEL);
  }

  /** Adds the products of all blocks before `end` with themselves and those behind them. */
  addSquares(end: number, rows: number): void {
    const bytes = end * BLOCK_BYTES;
    this.#kernel.addProducts(0, bytes, rows * BLOCK * 8, 0, bytes, this.sums.byteOffset);
  }

  /** Adds the products of each block before `border` with each from there to `end`. */
  addProducts(border: number, end: number, rows: number): void {
    const middle = border * BLOCK_BYTES;
    const bytes = rows * BLOCK * 8;
    this.#kernel.addProducts(0, middle, bytes, middle, end * BLOCK_BYTES, this.sums.byteOffset);
  }

  /**
   * Writes the rows `from` on as the columns `first` on; what is in the blocks behind them is undefined.
   *
   * @returns how many they are, with a row of zeros to make the number even
   */
  fill(x: Matrix, from: number, first: number, { means, roots }: Reading): number {
    const count = Math.min(PANEL, x.rows - from);
    if (roots === undefined) this.#roots.fill(1);
    else this.#roots.set(roots.subarray(from, from + count));
    if (first % BLOCK === 0) this.#pack(x, from, first / BLOCK, count, means);
    else this.#write(x, from, first, count, means);
    if (count & 1) {
      const end = Math.ceil((first + x.columns) / BLOCK) * VALUES;
      for (let at = count * BLOCK; at < end; at += VALUES) this.#panel.fill(0, at, at + BLOCK);
    }
    return count + (count & 1);
  }

  #pack(x: Matrix, from: number, block: number, count: number, means?: Float64Array): void {
    const { columns } = x;
    if (means === undefined) this.#means.fill(0);
    else this.#means.set(means);
    this.#rows.set(x.data.subarray(from * columns, (from + count) * columns));
    const roots = this.#roots.byteOffset;
    this.#kernel.pack(
      this.#rows.byteOffset,
      columns * 8,
      this.#means.byteOffset,
      roots,
      roots + count * 8,
      block * BLOCK_BYTES,
      (block + Math.ceil(columns / BLOCK)) * BLOCK_BYTES,
    );
  }

  /** Few columns, which begin within a block. */
  #write(x: Matrix, from: number, first: number, count: number, means?: Float64Array): void {
    const { columns, data } = x;
    const panel = this.#panel;
    const roots = this.#roots;
    for (let j = 0; j < columns; j++) {
      const mean = means === undefined ? 0 : means[j];
      let at = from * columns + j;
      let into = ((first + j) >> 2) * VALUES + ((first + j) & 3);
      for (let i = 0; i < count; i++, at += columns, into += BLOCK)
        panel[into] = roots[i] * (data[at] - mean);
    }
  }
}

const after = (part: Float64Array, length: number): Float64Array =>
  new Float64Array(part.buffer, part.byteOffset + part.byteLength, length);
