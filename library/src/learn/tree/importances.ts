import type { TreeArrays } from "./grow/index.ts";

/**
 * How much each feature's splits made the tree purer, as shares of the whole; zeros for a tree that is
 * one leaf. Source: L. Breiman and others, Classification and Regression Trees (1984), 5.3.
 */
export function importancesOf(tree: TreeArrays, features: number): Float64Array {
  const { childrenLeft, childrenRight, weightedNNodeSamples: weight, impurity } = tree;
  const gains = new Float64Array(features);
  for (let node = 0; node < tree.nodeCount; node++) {
    const left = childrenLeft[node];
    if (left < 0) continue;
    const right = childrenRight[node];
    gains[tree.feature[node]] +=
      weight[node] * impurity[node] -
      weight[left] * impurity[left] -
      weight[right] * impurity[right];
  }
  return shares(gains);
}

/** The values divided by their sum; as they are where it is 0. */
export function shares(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return sum > 0 ? values.map((value) => value / sum) : values;
}
