/** What a split's quality is measured by. */
export type TreeCriterion = "gini" | "entropy" | "squaredError";

/** A node's samples as the search for splits reads them; `places` of the sorter point into them. */
export interface NodeSamples {
  /** Class codes, for gini and entropy. */
  readonly codes: Int32Array;
  /** The target times the weight, for squaredError. */
  readonly products: Float64Array;
  readonly weights: Float64Array;
  /** The sums of the node: weights by class, or the one sum of products. */
  readonly totals: Float64Array;
  /** How many samples, and their weight. */
  count: number;
  weight: number;
  /** For squaredError, the sum of weight × target². */
  squares: number;
}

/** The impurity of a group of samples; its sums as in `NodeSamples`. */
export function impurityOf(
  criterion: TreeCriterion,
  sums: Float64Array,
  weight: number,
  squares: number,
): number {
  if (criterion === "gini") return gini(sums, weight);
  if (criterion === "entropy") return entropy(sums, weight);
  const mean = sums[0] / weight;
  return squares / weight - mean * mean;
}

/** 1 - Σ p². */
export function gini(sums: Float64Array, weight: number): number {
  let squares = 0;
  for (let k = 0; k < sums.length; k++) squares += sums[k] * sums[k];
  return 1 - squares / (weight * weight);
}

/** -Σ p log₂ p. */
export function entropy(sums: Float64Array, weight: number): number {
  let total = 0;
  for (let k = 0; k < sums.length; k++) {
    const share = sums[k] / weight;
    if (share > 0) total -= share * Math.log2(share);
  }
  return total;
}

/**
 * How good a split is, as scikit-learn ranks them: higher is better, comparable within one node.
 * The formulas are scikit-learn's to the rounding, so that equally good splits are equal here too.
 */
export function proxyOf(
  criterion: TreeCriterion,
  left: Float64Array,
  right: Float64Array,
  weightLeft: number,
  weightRight: number,
): number {
  if (criterion === "squaredError") {
    return (left[0] * left[0]) / weightLeft + (right[0] * right[0]) / weightRight;
  }
  const impurity = criterion === "gini" ? gini : entropy;
  return -weightRight * impurity(right, weightRight) - weightLeft * impurity(left, weightLeft);
}
