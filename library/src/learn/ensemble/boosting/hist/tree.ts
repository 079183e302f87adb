import type { Binned } from "./binned.ts";

/**
 * A tree as columns, one entry a node, the root first. `left` is -1 at leaves. A sample goes left where
 * its value is at most `threshold`, or its bin is among the bits of a categorical split.
 */
export interface HistTree {
  readonly feature: Int32Array;
  readonly threshold: Float64Array;
  readonly bin: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly missingLeft: Uint8Array;
  readonly value: Float64Array;
  readonly gain: Float64Array;
  readonly count: Int32Array;
  /** Where the bits of a categorical split start in `bits`; -1 for a threshold. */
  readonly category: Int32Array;
  readonly bits: Uint32Array;
}

/** Samples taken together, so that their values stay in the cache while all trees look at them. */
const block = 256;

/** Adds what the trees say of each sample to `sums`, at `at + i * step` for sample i. */
export function addPredictions(
  trees: readonly HistTree[],
  data: Float64Array,
  columns: number,
  sums: Float64Array,
  at: number,
  step: number,
): void {
  const rows = data.length / columns;
  for (let from = 0; from < rows; from += block) {
    const to = Math.min(from + block, rows);
    for (const tree of trees) {
      if (tree.bits.length > 0) addMixed(tree, data, columns, sums, at, step, from, to);
      else addNumeric(tree, data, columns, sums, at, step, from, to);
    }
  }
}

function addNumeric(
  tree: HistTree,
  data: Float64Array,
  columns: number,
  sums: Float64Array,
  at: number,
  step: number,
  from: number,
  to: number,
): void {
  const { feature, threshold, left, right, missingLeft, value } = tree;
  for (let i = from; i < to; i++) {
    const row = i * columns;
    let node = 0;
    let next = left[0];
    while (next >= 0) {
      const x = data[row + feature[node]];
      if (x <= threshold[node]) node = next;
      else if (x === x) node = right[node];
      else node = missingLeft[node] ? next : right[node];
      next = left[node];
    }
    sums[at + i * step] += value[node];
  }
}

function addMixed(
  tree: HistTree,
  data: Float64Array,
  columns: number,
  sums: Float64Array,
  at: number,
  step: number,
  from: number,
  to: number,
): void {
  const { feature, threshold, left, right, missingLeft, value, category, bits } = tree;
  for (let i = from; i < to; i++) {
    const row = i * columns;
    let node = 0;
    while (left[node] >= 0) {
      const x = data[row + feature[node]];
      let goesLeft: boolean;
      if (x !== x) goesLeft = missingLeft[node] === 1;
      else if (category[node] < 0) goesLeft = x <= threshold[node];
      else goesLeft = ((bits[category[node] + (x >> 5)] >>> (x & 31)) & 1) === 1;
      node = goesLeft ? left[node] : right[node];
    }
    sums[at + i * step] += value[node];
  }
}

/** Adds what a tree says of binned samples to `sums`, from `at` on. */
export function addBinned(tree: HistTree, data: Binned, sums: Float64Array, at: number): void {
  const { feature, bin, left, right, missingLeft, value, category, bits } = tree;
  const { bins, rows, sizes } = data;
  for (let i = 0; i < rows; i++) {
    let node = 0;
    while (left[node] >= 0) {
      const j = feature[node];
      const x = bins[j * rows + i];
      let goesLeft: boolean;
      if (x === sizes[j]) goesLeft = missingLeft[node] === 1;
      else if (category[node] < 0) goesLeft = x <= bin[node];
      else goesLeft = ((bits[category[node] + (x >> 5)] >>> (x & 31)) & 1) === 1;
      node = goesLeft ? left[node] : right[node];
    }
    sums[at + i] += value[node];
  }
}
