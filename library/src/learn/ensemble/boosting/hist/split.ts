import type { Histogram } from "./histogram.ts";

/** How a node's samples part, and what the two sides are worth. */
export interface Split {
  gain: number;
  feature: number;
  /** Bins up to this go left; of a categorical feature, those in `left`. */
  bin: number;
  missingLeft: boolean;
  /** The bins that go left as bits, for a categorical feature. */
  left: Uint32Array | undefined;
  gradientLeft: number;
  hessianLeft: number;
  countLeft: number;
}

/** What the search for a split knows of the node. */
export interface NodeSums {
  readonly count: number;
  readonly gradient: number;
  readonly hessian: number;
  readonly value: number;
  /** What the values of the children are held between, for monotonic constraints. */
  readonly lower: number;
  readonly upper: number;
}

/** What every split has to meet. */
export interface SplitRules {
  readonly minSamplesLeaf: number;
  readonly l2: number;
}

/** The least hessian of a side. */
export const minHessian = 1e-3;

/** The value of a leaf: the Newton step, held between bounds. */
export function nodeValue(
  gradient: number,
  hessian: number,
  l2: number,
  lower: number,
  upper: number,
): number {
  const value = -gradient / (hessian + l2 + 1e-15);
  return value < lower ? lower : value > upper ? upper : value;
}

/** What a feature's bins are. */
export interface FeatureBins {
  readonly feature: number;
  /** The first number of the feature in the histogram. */
  readonly start: number;
  readonly size: number;
  readonly hasMissing: boolean;
  /** 1 where predictions must not fall as the feature rises, -1 where they must not rise, else 0. */
  readonly monotonic: number;
}

/** Looks for a numeric feature's best split; one that gains more than `best` replaces it. */
export function searchNumeric(
  best: Split,
  histogram: Histogram,
  stride: number,
  bins: FeatureBins,
  node: NodeSums,
  rules: SplitRules,
): void {
  // Missing to the right, then (where there are such) to the left.
  scan(best, histogram, stride, bins, node, rules, false);
  if (bins.hasMissing) scan(best, histogram, stride, bins, node, rules, true);
}

function scan(
  best: Split,
  histogram: Histogram,
  stride: number,
  bins: FeatureBins,
  node: NodeSums,
  rules: SplitRules,
  fromRight: boolean,
): void {
  const { start, size, monotonic } = bins;
  const { count, gradient, hessian, lower, upper } = node;
  const { minSamplesLeaf, l2 } = rules;
  const bounded = lower !== -Infinity || upper !== Infinity;
  const here = gradient * node.value;
  const steps = fromRight ? size - 1 : size - 1 + Number(bins.hasMissing);
  const step = fromRight ? -stride : stride;
  const last = stride - 1;
  let at = fromRight ? start + (size - 1) * stride : start;
  let gradientNear = 0;
  let hessianNear = 0;
  let countNear = 0;
  let bestGain = best.gain;
  let found = -1;
  for (let i = 0; i < steps; i++, at += step) {
    const inBin = histogram[at + last];
    countNear += inBin;
    gradientNear += histogram[at];
    hessianNear += histogram[at + 1];
    if (countNear < minSamplesLeaf) continue;
    if (count - countNear < minSamplesLeaf) break;
    const hessianFar = hessian - hessianNear;
    if (hessianNear < minHessian) continue;
    if (hessianFar < minHessian) break;
    const gradientFar = gradient - gradientNear;
    let near = -gradientNear / (hessianNear + l2 + 1e-15);
    let far = -gradientFar / (hessianFar + l2 + 1e-15);
    if (bounded) {
      near = near < lower ? lower : near > upper ? upper : near;
      far = far < lower ? lower : far > upper ? upper : far;
    }
    if (monotonic !== 0) {
      const rise = fromRight ? near - far : far - near;
      if (rise * monotonic < 0) continue;
    }
    const gain = fromRight
      ? here - gradientFar * far - gradientNear * near
      : here - gradientNear * near - gradientFar * far;
    if (gain > bestGain && gain > 0) {
      bestGain = gain;
      found = i;
      best.gradientLeft = fromRight ? gradientFar : gradientNear;
      best.hessianLeft = fromRight ? hessianFar : hessianNear;
      best.countLeft = fromRight ? count - countNear : countNear;
    }
  }
  if (found < 0) return;
  best.gain = bestGain;
  best.feature = bins.feature;
  best.bin = fromRight ? size - 2 - found : found;
  best.missingLeft = fromRight;
  best.left = undefined;
}
