import { CHEBYSHEV, EUCLIDEAN, MANHATTAN, type Measure, reduced } from "./metrics.ts";
import type { NearestList } from "./nearest-list.ts";

/**
 * A k-d tree: samples halved again and again by the feature in which they are spread most. Each node
 * knows the box around its samples; boxes that are too far away are not looked into.
 *
 * Source: J. L. Bentley, Multidimensional binary search trees used for associative searching,
 * Communications of the ACM 18 (1975).
 */
export class KDTree {
  readonly #measure: Measure;
  readonly #width: number;
  /** The samples' places, node after node, and the samples in that order. */
  readonly #order: Int32Array;
  readonly #points: Float64Array;
  /** The first inner place of each node; the children of node i are 2i + 1 and 2i + 2. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #firstLeaf: number;

  constructor(data: Float64Array, rows: number, width: number, measure: Measure, leafSize: number) {
    const levels = Math.max(1, Math.floor(Math.log2(Math.max(1, (rows - 1) / leafSize))) + 1);
    const nodes = 2 ** levels - 1;
    this.#measure = measure;
    this.#width = width;
    this.#firstLeaf = (nodes - 1) / 2;
    this.#order = Int32Array.from({ length: rows }, (_, i) => i);
    this.#starts = new Int32Array(nodes);
    this.#ends = new Int32Array(nodes);
    this.#low = new Float64Array(nodes * width).fill(Infinity);
    this.#high = new Float64Array(nodes * width).fill(-Infinity);
    this.#build(data, 0, 0, rows);
    this.#points = new Float64Array(rows * width);
    for (let i = 0; i < rows; i++) {
      const from = this.#order[i] * width;
      for (let k = 0; k < width; k++) this.#points[i * width + k] = data[from + k];
    }
  }

  #build(data: Float64Array, node: number, start: number, end: number): void {
    const width = this.#width;
    const low = this.#low.subarray(node * width, (node + 1) * width);
    const high = this.#high.subarray(node * width, (node + 1) * width);
    this.#starts[node] = start;
    this.#ends[node] = end;
    for (let i = start; i < end; i++) {
      const from = this.#order[i] * width;
      for (let k = 0; k < width; k++) {
        const value = data[from + k];
        if (value < low[k]) low[k] = value;
        if (value > high[k]) high[k] = value;
      }
    }
    if (node >= this.#firstLeaf) return;
    let widest = 0;
    for (let k = 1; k < width; k++) if (high[k] - low[k] > high[widest] - low[widest]) widest = k;
    const middle = (start + end) >> 1;
    if (middle < end) select(this.#order, data, width, widest, start, end - 1, middle);
    this.#build(data, 2 * node + 1, start, middle);
    this.#build(data, 2 * node + 2, middle, end);
  }

  /** The reduced distance from a query to the nearest point of a node's box. */
  #toBox(node: number, query: Float64Array, from: number): number {
    const { kind, p } = this.#measure;
    const width = this.#width;
    const at = node * width;
    const low = this.#low;
    const high = this.#high;
    let sum = 0;
    for (let k = 0; k < width; k++) {
      const value = query[from + k];
      const below = low[at + k] - value;
      const above = value - high[at + k];
      const gap = below > 0 ? below : above > 0 ? above : 0;
      if (gap === 0) continue;
      if (kind === EUCLIDEAN) sum += gap * gap;
      else if (kind === MANHATTAN) sum += gap;
      else if (kind === CHEBYSHEV) sum = Math.max(sum, gap);
      else sum += gap ** p;
    }
    return sum;
  }

  /** Offers the samples that may be among the nearest to a query; `except` is left out. */
  nearest(query: Float64Array, from: number, list: NearestList, except: number): void {
    this.#visit(0, this.#toBox(0, query, from), query, from, list, except);
  }

  #visit(
    node: number,
    distance: number,
    query: Float64Array,
    from: number,
    list: NearestList,
    except: number,
  ): void {
    if (distance > list.limit) return;
    if (node >= this.#firstLeaf) {
      const end = this.#ends[node];
      const width = this.#width;
      for (let i = this.#starts[node]; i < end; i++) {
        const place = this.#order[i];
        if (place === except) continue;
        const limit = list.limit;
        const found = reduced(this.#measure, query, from, this.#points, i * width, width, limit);
        if (found <= limit) list.offer(found, place);
      }
      return;
    }
    const left = this.#toBox(2 * node + 1, query, from);
    const right = this.#toBox(2 * node + 2, query, from);
    if (left <= right) {
      this.#visit(2 * node + 1, left, query, from, list, except);
      this.#visit(2 * node + 2, right, query, from, list, except);
    } else {
      this.#visit(2 * node + 2, right, query, from, list, except);
      this.#visit(2 * node + 1, left, query, from, list, except);
    }
  }

  /** Calls back for every sample within a reduced distance of the query. */
  within(
    query: Float64Array,
    from: number,
    limit: number,
    found: (distance: number, place: number) => void,
  ): void {
    const open = [0];
    const width = this.#width;
    while (open.length > 0) {
      const node = open.pop()!;
      if (this.#toBox(node, query, from) > limit) continue;
      if (node < this.#firstLeaf) {
        open.push(2 * node + 2, 2 * node + 1);
        continue;
      }
      for (let i = this.#starts[node]; i < this.#ends[node]; i++) {
        const value = reduced(this.#measure, query, from, this.#points, i * width, width, limit);
        if (value <= limit) found(value, this.#order[i]);
      }
    }
  }
}

/** Moves the places so that the one at `nth` is where sorting by a feature would put it (Hoare's select). */
function select(
  order: Int32Array,
  data: Float64Array,
  width: number,
  feature: number,
  first: number,
  last: number,
  nth: number,
): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = data[order[(low + high) >> 1] * width + feature];
    let i = low;
    let j = high;
    while (i <= j) {
      while (data[order[i] * width + feature] < pivot) i++;
      while (data[order[j] * width + feature] > pivot) j--;
      if (i > j) break;
      const held = order[i];
      order[i++] = order[j];
      order[j--] = held;
    }
    if (nth <= j) high = j;
    else if (nth >= i) low = i;
    else return;
  }
}
