import { Random } from "../../../random/index.ts";
import {
  growTree,
  type GrowOptions,
  type Pulse,
  type RankedColumns,
  type TreeArrays,
} from "../../tree/grow/index.ts";

/** All that the trees of a forest are grown from, as plain data that threads can share. */
export interface ForestJob {
  readonly columns: RankedColumns;
  readonly target: Int32Array | Float64Array;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly options: GrowOptions;
  /** The samples drawn with replacement for each tree; 0 for all samples as they are. */
  readonly draws: number;
  /** Weigh the classes alike in each tree's draw. */
  readonly balanceDraws: boolean;
  /** One seed a tree: a tree is the same whichever thread grows it. */
  readonly seeds: Float64Array;
}

/** How often each sample was drawn for a tree, by its own generator. */
export function drawCounts(job: ForestJob, random: Random): Float64Array {
  const { weights, draws } = job;
  const { length } = weights;
  const counts = new Float64Array(length);
  if (weights.every((weight) => weight === weights[0])) {
    for (let k = 0; k < draws; k++) counts[random.integer(0, length)]++;
    return counts;
  }
  // With weights, a sample is drawn as often as it weighs, as in scikit-learn.
  const upTo = new Float64Array(length);
  let sum = 0;
  for (let i = 0; i < length; i++) upTo[i] = sum += weights[i];
  for (let k = 0; k < draws; k++) {
    const at = random.uniform(0, sum);
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > at) high = middle;
      else low = middle + 1;
    }
    counts[low]++;
  }
  return counts;
}

/** Grows tree number `index`. */
export function growMember(job: ForestJob, index: number, pulse: Pulse): TreeArrays {
  const { columns, target, outputs, options, draws } = job;
  const random = new Random(job.seeds[index]);
  const weights = draws > 0 ? drawCounts(job, random) : job.weights;
  if (job.balanceDraws) balance(weights, target, outputs);
  const minWeightLeaf = options.minWeightLeaf * weights.reduce((sum, weight) => sum + weight, 0);
  const how = { ...options, minWeightLeaf };
  return growTree(columns, { outputs, target, weights }, how, random, pulse);
}

function balance(counts: Float64Array, codes: ArrayLike<number>, classes: number): void {
  const sums = new Float64Array(classes);
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    sums[codes[i]] += counts[i];
    total += counts[i];
  }
  const present = sums.filter((sum) => sum > 0).length;
  for (let i = 0; i < counts.length; i++) counts[i] *= total / (present * sums[codes[i]]);
}
