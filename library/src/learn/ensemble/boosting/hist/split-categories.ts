import type { Histogram } from "./histogram.ts";
import {
  type FeatureBins,
  minHessian,
  type NodeSums,
  type Split,
  type SplitRules,
} from "./split.ts";

/** Categories with less support than this many samples always go right, and smooth the order. */
const minSupport = 10;

/**
 * Looks for a categorical feature's best split. In the order of their mean gradient, some split of the
 * categories into a head and a tail is the best of all splits in two (W. D. Fisher, On Grouping for
 * Maximum Homogeneity, 1958). What is missing is one more category.
 */
export function searchCategories(
  best: Split,
  histogram: Histogram,
  stride: number,
  bins: FeatureBins,
  node: NodeSums,
  rules: SplitRules,
): void {
  const { start, size } = bins;
  const { count, gradient, hessian } = node;
  const { minSamplesLeaf, l2 } = rules;
  const support = count / hessian;
  const used: { bin: number; mean: number }[] = [];
  for (let bin = 0; bin < size + Number(bins.hasMissing); bin++) {
    const inBin = histogram[start + bin * stride + 1];
    if (inBin * support < minSupport) continue;
    used.push({ bin, mean: histogram[start + bin * stride] / (inBin + minSupport) });
  }
  if (used.length <= 1) return;
  used.sort((a, b) => a.mean - b.mean);
  const here = gradient * node.value;
  const half = (used.length + 1) >> 1;
  let chosen: readonly { bin: number }[] | undefined;
  // A head goes left, then a tail: so categories of little support are with the greater part.
  for (const fromEnd of [false, true]) {
    const order = fromEnd ? used.toReversed() : used;
    let gradientLeft = 0;
    let hessianLeft = 0;
    let countLeft = 0;
    for (let i = 0; i < (fromEnd ? half - 1 : half); i++) {
      const at = start + order[i].bin * stride;
      gradientLeft += histogram[at];
      hessianLeft += histogram[at + 1];
      countLeft += histogram[at + stride - 1];
      const hessianRight = hessian - hessianLeft;
      if (countLeft < minSamplesLeaf || hessianLeft < minHessian) continue;
      if (count - countLeft < minSamplesLeaf || hessianRight < minHessian) break;
      const gradientRight = gradient - gradientLeft;
      const left = within(-gradientLeft / (hessianLeft + l2 + 1e-15), node);
      const right = within(-gradientRight / (hessianRight + l2 + 1e-15), node);
      const gain = here - gradientLeft * left - gradientRight * right;
      if (gain <= best.gain || gain <= 0) continue;
      Object.assign(best, { gain, gradientLeft, hessianLeft, countLeft });
      chosen = order.slice(0, i + 1);
    }
  }
  if (chosen === undefined) return;
  best.feature = bins.feature;
  best.bin = 0;
  best.left = bitsOf(chosen);
  best.missingLeft = bins.hasMissing && hasBit(best.left, size);
}

const within = (value: number, { lower, upper }: NodeSums): number =>
  Math.min(Math.max(value, lower), upper);

function bitsOf(bins: readonly { bin: number }[]): Uint32Array {
  const bits = new Uint32Array(8);
  for (const { bin } of bins) bits[bin >> 5] |= 1 << (bin & 31);
  return bits;
}

/** Whether a bin is among those that go left. */
export const hasBit = (bits: Uint32Array, bin: number): boolean =>
  ((bits[bin >> 5] >>> (bin & 31)) & 1) === 1;
