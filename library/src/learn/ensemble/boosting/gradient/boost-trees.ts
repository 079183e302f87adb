import { permutation, randomOf, rounds as showRounds } from "../../../base/index.ts";
import type { Matrix } from "../../../matrix/index.ts";
import { growTree, rankColumns, type TreeArrays } from "../../../tree/grow/index.ts";
import { growOptions, totalWeight } from "../../../tree/params.ts";
import { pruned } from "../../../tree/prune.ts";
import { addValues, leavesOf, rounded } from "../../../tree/traverse.ts";
import { constants } from "../hist/boost.ts";
import { setAside } from "../hist/early-stopping.ts";
import type { GradientLoss } from "./losses.ts";
import { type GradientBoostingParams, growthOf } from "./params.ts";

/** What gradient boosting learned. */
export interface GradientState {
  readonly baseline: Float64Array;
  readonly learningRate: number;
  /** For each round a tree for each output. */
  readonly rounds: readonly (readonly TreeArrays[])[];
  readonly trainScore: Float64Array;
  /** The loss on the samples that a round did not learn from; empty without `subsample`. */
  readonly oobScores: Float64Array;
  readonly oobImprovement: Float64Array;
}

/** Samples to learn from; of classes, `y` holds codes. `weights` are undefined where all are 1. */
export interface GradientData {
  readonly x: Matrix;
  readonly y: Float64Array;
  readonly weights: Float64Array | undefined;
}

interface Part extends GradientData {
  readonly data: Float32Array;
  readonly raw: Float64Array;
}

/** Learns: each round fits a tree to the negative gradient of the loss, and adds a part of it. */
export function boostTrees(
  who: string,
  given: GradientData,
  params: Readonly<GradientBoostingParams>,
  loss: GradientLoss,
  classes: number,
): GradientState {
  const random = randomOf(params.randomState);
  const outputs = classes > 2 ? classes : 1;
  const { learningRate, nIterNoChange, subsample } = params;
  const { train: kept, validation: watched } = parted(given, params, classes > 0, random);
  const baseline = loss.intercept(kept.y, kept.weights);
  const train = withRaw(kept, baseline);
  const watch = watched && withRaw(watched, baseline);
  const { rows, columns } = train.x;
  const ones = train.weights ?? new Float64Array(rows).fill(1);
  const size = { rows, columns, weight: totalWeight(ones, who) };
  const how = growOptions(growthOf(params), "squaredError", false, size);
  const ranked = rankColumns(train.x, who);
  const residuals = new Float64Array(rows * outputs);
  const rounds: TreeArrays[][] = [];
  const trainScore: number[] = [];
  const oobScores: number[] = [];
  const oobImprovement: number[] = [];
  const recent = new Float64Array(nIterNoChange ?? 0).fill(Infinity);
  const shown = { who, verbose: params.verbose, unit: "rounds" };
  for (const round of showRounds(shown, params.nEstimators)) {
    let weights = ones;
    let outside: Float64Array | undefined;
    if (subsample < 1) {
      const inside = new Uint8Array(rows);
      const count = Math.max(1, Math.floor(subsample * rows));
      for (const i of permutation(rows, random).subarray(0, count)) inside[i] = 1;
      weights = ones.map((weight, i) => weight * inside[i]);
      outside = ones.map((weight, i) => weight * (1 - inside[i]));
    }
    loss.prepare?.(train.y, train.raw, ones);
    const before = outside && loss.factor * loss.mean(train.y, train.raw, outside);
    loss.residuals(train.y, train.raw, residuals);
    const trees = Array.from({ length: outputs }, (_, k) => {
      const target = residuals.subarray(k * rows, (k + 1) * rows);
      const grown = growTree(ranked, { outputs: 1, target, weights }, how, random);
      const tree = pruned(grown, params.ccpAlpha);
      const leaves = leavesOf(tree, train.data, columns);
      const raw = train.raw.subarray(k * rows, (k + 1) * rows);
      const y = outputs === 1 ? train.y : train.y.map((code) => Number(code === k));
      if (loss.leaf) settle(tree, leaves, loss.leaf, { y, raw, residuals: target, weights });
      for (let i = 0; i < rows; i++) raw[i] += learningRate * tree.value[leaves[i]];
      return tree;
    });
    rounds.push(trees);
    trainScore.push(loss.factor * loss.mean(train.y, train.raw, weights));
    if (outside && before !== undefined) {
      const now = loss.factor * loss.mean(train.y, train.raw, outside);
      oobImprovement.push((oobScores.at(-1) ?? before) - now);
      oobScores.push(now);
    }
    if (!watch) continue;
    addRound(trees, watch, learningRate);
    const now = loss.factor * loss.mean(watch.y, watch.raw, watch.weights);
    if (!recent.some((value) => now + params.tol < value)) break;
    recent[round % recent.length] = now;
  }
  return {
    ...{ baseline, learningRate, rounds },
    trainScore: Float64Array.from(trainScore),
    oobScores: Float64Array.from(oobScores),
    oobImprovement: Float64Array.from(oobImprovement),
  };
}

/** Adds a round's trees to the raw predictions. */
export function addRound(
  trees: readonly TreeArrays[],
  { x, data, raw }: Pick<Part, "x" | "data" | "raw">,
  learningRate: number,
): void {
  trees.forEach((tree, k) => {
    const sums = raw.subarray(k * x.rows, (k + 1) * x.rows);
    addValues(tree, data, x.columns, sums, learningRate);
  });
}

/** Gives each leaf the value that the loss says is best for its samples. */
function settle(
  tree: TreeArrays,
  leaves: Int32Array,
  best: NonNullable<GradientLoss["leaf"]>,
  all: { y: Float64Array; raw: Float64Array; residuals: Float64Array; weights: Float64Array },
): void {
  const members: number[][] = Array.from({ length: tree.nodeCount }, () => []);
  for (let i = 0; i < leaves.length; i++) {
    if (all.weights[i] > 0) members[leaves[i]].push(i);
  }
  members.forEach((samples, node) => {
    if (samples.length === 0) return;
    const take = (values: Float64Array): Float64Array =>
      Float64Array.from(samples, (i) => values[i]);
    tree.value[node] = best({
      y: take(all.y),
      raw: take(all.raw),
      residuals: take(all.residuals),
      weights: take(all.weights),
    });
  });
}

function withRaw(part: GradientData, baseline: Float64Array): Part {
  return { ...part, data: rounded(part.x), raw: constants(baseline, part.x.rows) };
}

function parted(
  given: GradientData,
  params: Readonly<GradientBoostingParams>,
  isClassifier: boolean,
  random: ReturnType<typeof randomOf>,
): { train: GradientData; validation: GradientData | undefined } {
  const { x, y, weights } = given;
  if (params.nIterNoChange === undefined || x.rows < 2) {
    return { train: given, validation: undefined };
  }
  const codes = isClassifier ? y : undefined;
  const { train, validation } = setAside(x.rows, params.validationFraction, codes, random);
  const take = (places: Int32Array): GradientData => ({
    x: x.take(places),
    y: Float64Array.from(places, (i) => y[i]),
    weights: weights && Float64Array.from(places, (i) => weights[i]),
  });
  return { train: take(train), validation: take(validation) };
}
