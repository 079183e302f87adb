import { type Kernel, makeKernel } from "./kernel.ts";

const aligned = (bytes: number): number => (bytes + 15) & ~15;

/** Room for the edges of a feature's bins, with one entry in front. */
const edgesBytes = 8 + 256 * 8;

/** Where samples are turned into bins: the bins themselves, then a column and its edges. */
export class BinMemory {
  readonly kernel: Kernel;
  readonly columnAt: number;
  readonly edgesAt: number;
  readonly end: number;

  /** @param more bytes that are needed behind */
  constructor(rows: number, features: number, more = 0) {
    this.columnAt = aligned(rows * features);
    this.edgesAt = aligned(this.columnAt + rows * 8);
    this.end = aligned(this.edgesAt + edgesBytes);
    this.kernel = makeKernel(this.end + more);
  }
}

/**
 * The memory of a fit: the bins (column after column), the samples (those of a node side by side), a
 * pair of gradient and hessian for each sample and output, and histograms. It grows when histograms
 * need more; then all views are new, so take them from here each time.
 */
export class Workspace {
  readonly kernel: Kernel;
  readonly memory: BinMemory;
  readonly samplesAt: number;
  readonly pairsAt: number;
  readonly #rows: number;
  readonly #outputs: number;
  readonly #features: number;
  readonly #free: number[] = [];
  #top: number;
  /** The bins as bytes. */
  bins!: Uint8Array;
  samples!: Int32Array;
  /** Gradient, hessian, gradient, hessian and so on; output after output. */
  pairs!: Float32Array;
  /** All of the memory as numbers, for histograms. */
  sums!: Float64Array;

  constructor(rows: number, features: number, outputs: number) {
    this.#rows = rows;
    this.#features = features;
    this.#outputs = outputs;
    const samplesBytes = aligned(rows * 4);
    const pairsBytes = aligned(rows * outputs * 8);
    this.memory = new BinMemory(rows, features, samplesBytes + pairsBytes);
    this.kernel = this.memory.kernel;
    this.samplesAt = this.memory.end;
    this.pairsAt = this.samplesAt + samplesBytes;
    this.#top = this.pairsAt + pairsBytes;
    this.#view();
  }

  /** The samples' pairs in the order of a node; binning used the place before. */
  get orderedAt(): number {
    return this.memory.columnAt;
  }

  /** Zeros for a histogram of so many bytes, the same number each time: their address. */
  take(bytes: number): number {
    const used = this.#free.pop();
    const at = used ?? this.#top;
    if (used === undefined) {
      this.#top += bytes;
      this.#grow();
    }
    this.sums.fill(0, at / 8, (at + bytes) / 8);
    return at;
  }

  /** Takes back a histogram. */
  release(at: number): void {
    this.#free.push(at);
  }

  #grow(): void {
    const { memory } = this.kernel;
    const size = memory.buffer.byteLength;
    if (this.#top <= size) return;
    memory.grow(Math.ceil(Math.max(this.#top - size, size / 4) / 65536));
    this.#view();
  }

  #view(): void {
    const { buffer } = this.kernel.memory;
    this.bins = new Uint8Array(buffer, 0, this.#rows * this.#features);
    this.samples = new Int32Array(buffer, this.samplesAt, this.#rows);
    this.pairs = new Float32Array(buffer, this.pairsAt, 2 * this.#rows * this.#outputs);
    this.sums = new Float64Array(buffer);
  }
}
