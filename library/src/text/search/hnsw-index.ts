import { Random, type Seed } from "../../random/index.ts";
import { checkCount, checkOptions, Heap } from "../checks/index.ts";
import {
  checkMetric,
  farness,
  type Found,
  type IndexOptions,
  type Metric,
  readVector,
  scoreOf,
  toUnit,
} from "./metrics.ts";

export interface HnswOptions extends IndexOptions {
  /** How many neighbours a vector keeps; twice as many in the lowest layer. Default 16. */
  readonly m?: number;
  /** How many candidates are looked at when a vector is added. Default 200. */
  readonly efConstruction?: number;
  /** What the layers are drawn from. Default 0. */
  readonly seed?: Seed;
}

interface Near {
  readonly node: number;
  readonly far: number;
}

const nearestFirst = (a: Near, b: Near): boolean =>
  a.far === b.far ? a.node < b.node : a.far < b.far;
const farthestFirst = (a: Near, b: Near): boolean => nearestFirst(b, a);

/**
 * Finds nearly always the nearest vectors, by walking a graph from neighbour to neighbour: of 100 000
 * vectors it looks at some thousand. The same seed and the same order give the same index.
 *
 * Source: Y. A. Malkov, D. A. Yashunin, "Efficient and robust approximate nearest neighbor search using
 * Hierarchical Navigable Small World graphs" (2018), algorithms 1, 2, 4 and 5.
 *
 * @example
 * const index = new HnswIndex(2, { metric: "l2", seed: 1 });
 * for (let i = 0; i < 100; i += 1) index.add([i, 0]);
 * index.search([41.2, 0], 2).map((found) => found.index); // [41, 42]
 */
export class HnswIndex {
  readonly metric: Metric;
  /** How many numbers a vector has. */
  readonly size: number;
  readonly #m: number;
  readonly #efConstruction: number;
  readonly #random: Random;
  readonly #far: ReturnType<typeof farness>;
  #data = new Float32Array(0);
  /** Of each vector, in each of its layers, the neighbours. */
  readonly #links: number[][][] = [];
  #entry = -1;
  /** In which search a vector was last seen; spares a set a search. */
  #seen = new Int32Array(0);
  #search = 0;

  /** @throws RangeError for a size or number of neighbours that is none, an unknown metric */
  constructor(size: number, options: HnswOptions = {}) {
    checkOptions("HnswIndex", options, ["metric", "m", "efConstruction", "seed"]);
    const { metric = "cosine", m = 16, efConstruction = 200, seed = 0 } = options;
    checkCount("HnswIndex", "size", size);
    checkCount("HnswIndex", "m", m, 2);
    checkCount("HnswIndex", "efConstruction", efConstruction);
    checkMetric(metric);
    this.metric = metric;
    this.size = size;
    this.#m = m;
    this.#efConstruction = efConstruction;
    this.#random = new Random(seed, "hnsw");
    this.#far = farness(metric, size);
  }

  /** How many vectors there are. */
  get length(): number {
    return this.#links.length;
  }

  /**
   * Adds a vector; it gets the next number.
   *
   * @throws RangeError for a vector of another length, or numbers that are none
   */
  add(vector: ArrayLike<number>): number {
    const read = this.#read(vector);
    const node = this.length;
    this.#store(read, node);
    const top = Math.floor(-Math.log(1 - this.#random.uniform()) / Math.log(this.#m));
    this.#links.push(Array.from({ length: top + 1 }, () => []));
    if (this.#entry < 0) {
      this.#entry = node;
      return node;
    }
    const highest = this.#links[this.#entry].length - 1;
    let entries = this.#descend(read, highest, top);
    for (let layer = Math.min(top, highest); layer >= 0; layer -= 1) {
      entries = this.#layer(read, entries, this.#efConstruction, layer);
      const neighbours = this.#choose(entries, this.#m);
      this.#links[node][layer] = neighbours;
      for (const other of neighbours) this.#connect(other, node, layer);
    }
    if (top > highest) this.#entry = node;
    return node;
  }

  /**
   * The `k` nearest vectors, the nearest first; now and then it misses one.
   *
   * @param options.ef how many candidates are looked at: more find more and take longer. Default 50
   * @throws RangeError for a vector of another length
   */
  search(query: ArrayLike<number>, k = 10, options: { readonly ef?: number } = {}): Found[] {
    checkCount("search", "k", k);
    checkOptions("search", options, ["ef"]);
    const { ef = 50 } = options;
    checkCount("search", "ef", ef);
    const read = this.#read(query);
    if (this.#entry < 0) return [];
    const entries = this.#descend(read, this.#links[this.#entry].length - 1, 0);
    return this.#layer(read, entries, Math.max(ef, k), 0)
      .slice(0, k)
      .map(({ node, far }) => ({ index: node, score: scoreOf(this.metric, far) }));
  }

  #read(vector: ArrayLike<number>): Float32Array {
    const read = readVector("HnswIndex", vector, this.size);
    return this.metric === "cosine" ? toUnit(read) : read;
  }

  #store(vector: Float32Array, node: number): void {
    const { size } = this;
    if ((node + 1) * size > this.#data.length) {
      const more = new Float32Array(Math.max(64, 2 * node) * size);
      more.set(this.#data);
      this.#data = more;
      const seen = new Int32Array(more.length / size);
      seen.set(this.#seen);
      this.#seen = seen;
    }
    this.#data.set(vector, node * size);
  }

  #farFrom(vector: Float32Array, node: number): number {
    return this.#far(this.#data, node * this.size, vector, 0);
  }

  /** Walks to the nearest vector of each layer from the highest to above `to`. */
  #descend(vector: Float32Array, from: number, to: number): Near[] {
    let best: Near = { node: this.#entry, far: this.#farFrom(vector, this.#entry) };
    for (let layer = from; layer > to; layer -= 1) [best] = this.#layer(vector, [best], 1, layer);
    return [best];
  }

  /** The `ef` nearest vectors that are found in a layer, the nearest first. */
  #layer(vector: Float32Array, entries: readonly Near[], ef: number, layer: number): Near[] {
    this.#search += 1;
    const open = new Heap<Near>(nearestFirst);
    const found = new Heap<Near>(farthestFirst);
    for (const entry of entries) {
      this.#seen[entry.node] = this.#search;
      open.push(entry);
      found.push(entry);
    }
    while (found.size > ef) found.pop();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.size >= ef && next.far > found.first!.far) break;
      for (const node of this.#links[next.node][layer]) {
        if (this.#seen[node] === this.#search) continue;
        this.#seen[node] = this.#search;
        const far = this.#farFrom(vector, node);
        if (found.size >= ef && far >= found.first!.far) continue;
        open.push({ node, far });
        found.push({ node, far });
        if (found.size > ef) found.pop();
      }
    }
    return [...found.values()].sort((a, b) => a.far - b.far || a.node - b.node);
  }

  /** Of candidates, nearest first, those that are nearer to the vector than to one already chosen. */
  #choose(candidates: readonly Near[], most: number): number[] {
    const chosen: number[] = [];
    const { size } = this;
    for (const { node, far } of candidates) {
      if (chosen.length >= most) break;
      const isOwn = chosen.every(
        (other) => this.#far(this.#data, node * size, this.#data, other * size) > far,
      );
      if (isOwn) chosen.push(node);
    }
    // Vectors that are all alike shadow each other; without links they would be lost.
    for (const { node } of candidates) {
      if (chosen.length >= Math.min(most, 2)) break;
      if (!chosen.includes(node)) chosen.push(node);
    }
    return chosen;
  }

  #connect(node: number, other: number, layer: number): void {
    const links = this.#links[node][layer];
    links.push(other);
    const most = layer === 0 ? 2 * this.#m : this.#m;
    if (links.length <= most) return;
    const vector = this.#data.subarray(node * this.size, (node + 1) * this.size);
    const candidates = links.map((to) => ({ node: to, far: this.#farFrom(vector, to) }));
    candidates.sort((a, b) => a.far - b.far || a.node - b.node);
    this.#links[node][layer] = this.#choose(candidates, most);
  }
}
