import type { Matrix } from "../matrix/index.ts";
import type { TreeArrays } from "./grow/index.ts";

/** The values of samples as trees compare them: rounded to float32. */
export function rounded(x: Matrix): Float32Array {
  // The constructor converts in one sweep; `from` goes through an iterator.
  return new Float32Array(x.data);
}

/**
 * The leaf that each sample ends in [n]. O(depth) a sample.
 *
 * @param data the samples, row after row, from `rounded`
 */
export function leavesOf(tree: TreeArrays, data: Float32Array, columns: number): Int32Array {
  const { childrenLeft, childrenRight, feature, threshold, missingGoToLeft } = tree;
  const rows = data.length / columns;
  const leaves = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const from = i * columns;
    let node = 0;
    for (let left = childrenLeft[0]; left >= 0; left = childrenLeft[node]) {
      const value = data[from + feature[node]];
      // NaN is not at most anything; it goes where the split says.
      if (value <= threshold[node]) node = left;
      else if (value === value || missingGoToLeft[node] === 0) node = childrenRight[node];
      else node = left;
    }
    leaves[i] = node;
  }
  return leaves;
}

/** Adds each sample's value, times a factor, to `sums` [n, outputs]. */
export function addValues(
  tree: TreeArrays,
  data: Float32Array,
  columns: number,
  sums: Float64Array,
  factor = 1,
): void {
  const { value, outputs } = tree;
  const leaves = leavesOf(tree, data, columns);
  if (outputs === 1) {
    for (let i = 0; i < leaves.length; i++) sums[i] += factor * value[leaves[i]];
    return;
  }
  for (let i = 0; i < leaves.length; i++) {
    const from = leaves[i] * outputs;
    for (let k = 0; k < outputs; k++) sums[i * outputs + k] += factor * value[from + k];
  }
}

/** The parent of each node; -1 for the root. */
export function parentsOf(tree: TreeArrays): Int32Array {
  const parents = new Int32Array(tree.nodeCount).fill(-1);
  for (let node = 0; node < tree.nodeCount; node++) {
    if (tree.childrenLeft[node] < 0) continue;
    parents[tree.childrenLeft[node]] = node;
    parents[tree.childrenRight[node]] = node;
  }
  return parents;
}

/** The nodes that each sample passes, from the root to its leaf. */
export function pathsOf(tree: TreeArrays, data: Float32Array, columns: number): Int32Array[] {
  const parents = parentsOf(tree);
  return Array.from(leavesOf(tree, data, columns), (leaf) => {
    const path: number[] = [];
    for (let node = leaf; node >= 0; node = parents[node]) path.push(node);
    return Int32Array.from(path.reverse());
  });
}
