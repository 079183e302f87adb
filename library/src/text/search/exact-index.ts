import { checkCount, checkOptions, Heap } from "../checks/index.ts";
import {
  checkMetric,
  farness,
  type Found,
  type IndexOptions,
  type Metric,
  readVector,
  readVectors,
  scoreOf,
  toUnit,
  type VectorsLike,
} from "./metrics.ts";

/**
 * Finds the vectors that are nearest to one, by looking at all. O(vectors · size) a search; numbers
 * are kept as 32-bit floats.
 *
 * @example
 * const index = new ExactIndex([[1, 0], [0, 1], [1, 1]], { metric: "dot" });
 * index.search([2, 1], 2); // [{ index: 2, score: 3 }, { index: 0, score: 2 }]
 */
export class ExactIndex {
  readonly metric: Metric;
  /** How many numbers a vector has. */
  readonly size: number;
  readonly #data: Float32Array;
  readonly #far: ReturnType<typeof farness>;

  /** @throws RangeError for vectors of different lengths, numbers that are none, an unknown metric */
  constructor(vectors: VectorsLike, options: IndexOptions = {}) {
    checkOptions("ExactIndex", options, ["metric"]);
    this.metric = options.metric ?? "cosine";
    checkMetric(this.metric);
    const { data, size } = readVectors("ExactIndex", vectors);
    this.size = size;
    this.#data = data;
    if (this.metric === "cosine")
      for (let at = 0; at < data.length; at += size)
        data.set(toUnit(data.subarray(at, at + size)), at);
    this.#far = farness(this.metric, size);
  }

  /** How many vectors there are. */
  get length(): number {
    return this.#data.length / this.size;
  }

  /**
   * The `k` nearest vectors, the nearest first; of equals the earlier.
   *
   * @throws RangeError for a vector of another length
   */
  search(query: ArrayLike<number>, k = 10): Found[] {
    checkCount("search", "k", k);
    const read = readVector("ExactIndex", query, this.size);
    const vector = this.metric === "cosine" ? toUnit(read) : read;
    const kept = new Heap<{ index: number; far: number }>((a, b) =>
      a.far === b.far ? a.index > b.index : a.far > b.far,
    );
    for (let index = 0; index < this.length; index += 1) {
      const far = this.#far(this.#data, index * this.size, vector, 0);
      if (kept.size < k) kept.push({ index, far });
      else if (far < kept.first!.far) {
        kept.pop();
        kept.push({ index, far });
      }
    }
    return [...kept.values()]
      .sort((a, b) => a.far - b.far || a.index - b.index)
      .map(({ index, far }) => ({ index, score: scoreOf(this.metric, far) }));
  }
}
