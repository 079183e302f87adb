import type { Random } from "../../../random/index.ts";
import { closest } from "./columns.ts";
import { type NodeSamples, proxyOf, type TreeCriterion } from "./criteria.ts";
import type { Limits } from "./scans.ts";

/**
 * Splits whose threshold is drawn. They need no order of the samples: one pass finds the least and the
 * greatest value, a second one adds up what goes left.
 *
 * Source: P. Geurts, D. Ernst, L. Wehenkel, Extremely randomized trees, Machine Learning 63 (2006).
 */
export class DrawnSplits {
  /** The split last drawn; higher is better, -Infinity where it is not allowed. */
  proxy = -Infinity;
  threshold = 0;
  missingLeft = false;
  readonly #criterion: TreeCriterion;
  readonly #limits: Limits;
  readonly #random: Random;
  /** The node's values of one feature. */
  readonly #held: Float32Array;
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  #weightLeft = 0;
  #countLeft = 0;

  constructor(
    criterion: TreeCriterion,
    outputs: number,
    limits: Limits,
    random: Random,
    rows: number,
  ) {
    this.#criterion = criterion;
    this.#limits = limits;
    this.#random = random;
    this.#held = new Float32Array(rows);
    this.#left = new Float64Array(outputs);
    this.#right = new Float64Array(outputs);
  }

  /**
   * Draws a threshold between the least and the greatest value, and measures that split.
   *
   * @param values the value of sample i stands at `column + i`
   * @returns whether the samples differ
   */
  draw(
    values: Float32Array,
    column: number,
    samples: Int32Array,
    start: number,
    node: NodeSamples,
  ): boolean {
    const held = this.#held;
    const { count } = node;
    let missing = 0;
    let at = 0;
    for (; at < count; at++) {
      held[at] = values[column + samples[start + at]];
      if (held[at] === held[at]) break;
      missing++;
    }
    let low = held[at];
    let high = low;
    for (at++; at < count; at++) {
      const value = values[column + samples[start + at]];
      held[at] = value;
      if (value < low) low = value;
      else if (!(value <= high)) {
        if (value === value) high = value;
        else missing++;
      }
    }
    if (missing === count) return false;
    if (missing === 0 && high <= Math.fround(low + closest)) return false;
    let threshold = this.#random.uniform(low, high);
    if (threshold === high) threshold = low;
    const missingLeft = missing > 0 && this.#random.integer(0, 2) === 1;
    if (missing > 0) this.#place(missingLeft ? -Infinity : Infinity, count);
    this.#addUp(threshold, node);
    this.#measure(node);
    this.threshold = threshold;
    // Where nothing is missing, what is missing later goes with the majority.
    this.missingLeft = missing > 0 ? missingLeft : this.#countLeft > count - this.#countLeft;
    return true;
  }

  /** Puts missing values to one side of all thresholds. */
  #place(side: number, count: number): void {
    const held = this.#held;
    for (let at = 0; at < count; at++) if (held[at] !== held[at]) held[at] = side;
  }

  #addUp(threshold: number, node: NodeSamples): void {
    const held = this.#held;
    const left = this.#left;
    const { count, weights, codes, products } = node;
    let weightLeft = 0;
    let countLeft = 0;
    // Which side a sample goes to is hard to guess for the processor: sums without branches are faster.
    if (this.#criterion === "squaredError") {
      let sum = 0;
      for (let at = 0; at < count; at++) {
        const goes = Number(held[at] <= threshold);
        sum += goes * products[at];
        weightLeft += goes * weights[at];
        countLeft += goes;
      }
      left[0] = sum;
    } else if (left.length === 2) {
      let second = 0;
      for (let at = 0; at < count; at++) {
        const goes = Number(held[at] <= threshold);
        const weight = goes * weights[at];
        second += weight * codes[at];
        weightLeft += weight;
        countLeft += goes;
      }
      left[0] = weightLeft - second;
      left[1] = second;
    } else {
      for (let k = 0; k < left.length; k++) left[k] = 0;
      for (let at = 0; at < count; at++) {
        const goes = Number(held[at] <= threshold);
        const weight = goes * weights[at];
        left[codes[at]] += weight;
        weightLeft += weight;
        countLeft += goes;
      }
    }
    this.#weightLeft = weightLeft;
    this.#countLeft = countLeft;
  }

  #measure(node: NodeSamples): void {
    const { minSamplesLeaf, minWeightLeaf } = this.#limits;
    const left = this.#left;
    const right = this.#right;
    const weightLeft = this.#weightLeft;
    const countLeft = this.#countLeft;
    const weightRight = node.weight - weightLeft;
    const countRight = node.count - countLeft;
    this.proxy = -Infinity;
    if (countLeft < Math.max(1, minSamplesLeaf) || countRight < Math.max(1, minSamplesLeaf)) return;
    if (weightLeft < minWeightLeaf || weightRight < minWeightLeaf) return;
    for (let k = 0; k < left.length; k++) right[k] = node.totals[k] - left[k];
    this.proxy = proxyOf(this.#criterion, left, right, weightLeft, weightRight);
  }
}
