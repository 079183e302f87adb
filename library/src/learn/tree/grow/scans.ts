import { closest } from "./columns.ts";
import { entropy, gini, type NodeSamples, type TreeCriterion } from "./criteria.ts";
import type { NodeSorter } from "./node-sorter.ts";

/** What a split must leave on each side. */
export interface Limits {
  readonly minSamplesLeaf: number;
  readonly minWeightLeaf: number;
}

/** The best split of one feature, found by a scan over its sorted samples. */
export class Scan {
  /** Higher is better; -Infinity where no split is allowed. */
  proxy = -Infinity;
  /** The sorted place after which the split lies; of the known ones. */
  place = -1;
  missingLeft = false;
  countLeft = 0;
  readonly #criterion: TreeCriterion;
  readonly #limits: Limits;
  readonly #left: Float64Array;
  readonly #right: Float64Array;

  constructor(criterion: TreeCriterion, outputs: number, limits: Limits) {
    this.#criterion = criterion;
    this.#limits = limits;
    this.#left = new Float64Array(outputs);
    this.#right = new Float64Array(outputs);
  }

  /**
   * Looks at every split between two neighbours in `sorter`; where some are missing, with these on the
   * right, all the others on the left included, then on the left.
   *
   * @param values the values that ranks stand for, from `offset`
   */
  search(sorter: NodeSorter, node: NodeSamples, values: Float32Array, offset: number): void {
    this.proxy = -Infinity;
    const missing = node.count - sorter.known;
    this.#pass(sorter, node, values, offset, false);
    if (missing > 0) this.#pass(sorter, node, values, offset, true);
  }

  #pass(
    sorter: NodeSorter,
    node: NodeSamples,
    values: Float32Array,
    offset: number,
    missingLeft: boolean,
  ): void {
    if (this.#criterion === "squaredError") {
      this.#squares(sorter, node, values, offset, missingLeft);
    } else if (this.#criterion === "gini" && this.#left.length === 2) {
      this.#binary(sorter, node, values, offset, missingLeft);
    } else this.#classes(sorter, node, values, offset, missingLeft);
  }

  #squares(
    sorter: NodeSorter,
    node: NodeSamples,
    values: Float32Array,
    offset: number,
    missingLeft: boolean,
  ): void {
    const { keys, places, known } = sorter;
    const { products, weights, count, weight } = node;
    const { minSamplesLeaf, minWeightLeaf } = this.#limits;
    const total = node.totals[0];
    const ahead = missingLeft ? count - known : 0;
    const end = ahead === 0 && known < count ? known : known - 1;
    let best = this.proxy;
    let sum = 0;
    let weightLeft = 0;
    if (missingLeft) {
      for (let p = known; p < count; p++) {
        sum += products[places[p]];
        weightLeft += weights[places[p]];
      }
    }
    for (let p = 0; p < end; p++) {
      const at = places[p];
      sum += products[at];
      weightLeft += weights[at];
      const rank = keys[p];
      if (p + 1 < known) {
        const next = keys[p + 1];
        if (next === rank) continue;
        if (values[offset + next] <= Math.fround(values[offset + rank] + closest)) continue;
      }
      const left = p + 1 + ahead;
      if (left < minSamplesLeaf || count - left < minSamplesLeaf) continue;
      const weightRight = weight - weightLeft;
      if (weightLeft < minWeightLeaf || weightRight < minWeightLeaf) continue;
      const rest = total - sum;
      const proxy = (sum * sum) / weightLeft + (rest * rest) / weightRight;
      if (proxy > best) {
        best = proxy;
        this.place = p;
        this.missingLeft = missingLeft;
        this.countLeft = left;
      }
    }
    this.proxy = best;
  }

  /** Gini of two classes. */
  #binary(
    sorter: NodeSorter,
    node: NodeSamples,
    values: Float32Array,
    offset: number,
    missingLeft: boolean,
  ): void {
    const { keys, places, known } = sorter;
    const { codes, weights, count, weight } = node;
    const { minSamplesLeaf, minWeightLeaf } = this.#limits;
    const total0 = node.totals[0];
    const total1 = node.totals[1];
    const ahead = missingLeft ? count - known : 0;
    const end = ahead === 0 && known < count ? known : known - 1;
    let best = this.proxy;
    let left1 = 0;
    let weightLeft = 0;
    if (missingLeft) {
      for (let p = known; p < count; p++) {
        left1 += codes[places[p]] * weights[places[p]];
        weightLeft += weights[places[p]];
      }
    }
    for (let p = 0; p < end; p++) {
      const at = places[p];
      const w = weights[at];
      left1 += codes[at] * w;
      weightLeft += w;
      const rank = keys[p];
      if (p + 1 < known) {
        const next = keys[p + 1];
        if (next === rank) continue;
        if (values[offset + next] <= Math.fround(values[offset + rank] + closest)) continue;
      }
      const left = p + 1 + ahead;
      if (left < minSamplesLeaf || count - left < minSamplesLeaf) continue;
      const weightRight = weight - weightLeft;
      if (weightLeft < minWeightLeaf || weightRight < minWeightLeaf) continue;
      const left0 = weightLeft - left1;
      const right0 = total0 - left0;
      const right1 = total1 - left1;
      const proxy =
        -weightRight * (1 - (right0 * right0 + right1 * right1) / (weightRight * weightRight)) -
        weightLeft * (1 - (left0 * left0 + left1 * left1) / (weightLeft * weightLeft));
      if (proxy > best) {
        best = proxy;
        this.place = p;
        this.missingLeft = missingLeft;
        this.countLeft = left;
      }
    }
    this.proxy = best;
  }

  #classes(
    sorter: NodeSorter,
    node: NodeSamples,
    values: Float32Array,
    offset: number,
    missingLeft: boolean,
  ): void {
    const { keys, places, known } = sorter;
    const { codes, weights, count, weight, totals } = node;
    const { minSamplesLeaf, minWeightLeaf } = this.#limits;
    const left = this.#left.fill(0);
    const right = this.#right;
    right.set(totals);
    const isGini = this.#criterion === "gini";
    const ahead = missingLeft ? count - known : 0;
    const end = ahead === 0 && known < count ? known : known - 1;
    let best = this.proxy;
    let weightLeft = 0;
    if (missingLeft) {
      for (let p = known; p < count; p++) {
        const w = weights[places[p]];
        left[codes[places[p]]] += w;
        right[codes[places[p]]] -= w;
        weightLeft += w;
      }
    }
    for (let p = 0; p < end; p++) {
      const at = places[p];
      const w = weights[at];
      const code = codes[at];
      left[code] += w;
      right[code] -= w;
      weightLeft += w;
      const rank = keys[p];
      if (p + 1 < known) {
        const next = keys[p + 1];
        if (next === rank) continue;
        if (values[offset + next] <= Math.fround(values[offset + rank] + closest)) continue;
      }
      const countLeft = p + 1 + ahead;
      if (countLeft < minSamplesLeaf || count - countLeft < minSamplesLeaf) continue;
      const weightRight = weight - weightLeft;
      if (weightLeft < minWeightLeaf || weightRight < minWeightLeaf) continue;
      const proxy = isGini
        ? -weightRight * gini(right, weightRight) - weightLeft * gini(left, weightLeft)
        : -weightRight * entropy(right, weightRight) - weightLeft * entropy(left, weightLeft);
      if (proxy > best) {
        best = proxy;
        this.place = p;
        this.missingLeft = missingLeft;
        this.countLeft = countLeft;
      }
    }
    this.proxy = best;
  }
}
