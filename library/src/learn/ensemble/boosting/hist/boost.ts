import { randomOf, rounds as showRounds } from "../../../base/index.ts";
import type { Random } from "../../../../random/index.ts";
import type { Matrix } from "../../../matrix/index.ts";
import type { BinMapper } from "./binned.ts";
import { binSamples } from "./binned.ts";
import type { Categories } from "./categories.ts";
import { eachColumn } from "./columns.ts";
import { hasStalled, setAside } from "./early-stopping.ts";
import { packTree, TreeGrower } from "./grower.ts";
import type { HistLoss } from "./losses.ts";
import type { HistGradientBoostingParams } from "./params.ts";
import { binThresholds } from "./thresholds.ts";
import { addBinned, type HistTree } from "./tree.ts";
import { Workspace } from "./workspace.ts";

/** What boosting learned. */
export interface BoostedState {
  /** The constant that the trees are added to; one for each output. */
  readonly baseline: Float64Array;
  /** For each round a tree for each output. */
  readonly rounds: readonly (readonly HistTree[])[];
  /** The loss before the first round and after each, with its sign turned, where it was watched. */
  readonly trainScore: Float64Array;
  readonly validationScore: Float64Array;
  readonly earlyStopping: boolean;
  readonly categories: Categories | undefined;
}

/** Samples to learn from: of classes, `y` holds codes. */
export interface BoostData {
  readonly x: Matrix;
  readonly y: Float64Array;
  /** Undefined where all are 1. */
  readonly weights: Float64Array | undefined;
}

/** What the kind of the target decides. */
export interface BoostTask {
  /** The estimator's name. */
  readonly who: string;
  readonly loss: HistLoss;
  readonly outputs: number;
  readonly isClassifier: boolean;
  readonly categories: Categories | undefined;
  readonly monotonic: Int8Array;
}

/** Samples of which the quantiles are taken, where there are more. */
const subsample = 200_000;

/** Weights, or undefined where all are 1: then sums need no products. */
export const unlessOnes = (weights: Float64Array): Float64Array | undefined =>
  weights.every((weight) => weight === 1) ? undefined : weights;

/** Learns: each round fits a tree to the derivatives of the loss, and adds a part of it. */
export function boost(
  data: BoostData,
  params: Readonly<HistGradientBoostingParams>,
  task: BoostTask,
): BoostedState {
  const random = randomOf(params.randomState);
  const { loss, outputs, categories } = task;
  const stops = params.earlyStopping === "auto" ? data.x.rows > 10_000 : params.earlyStopping;
  const { train, validation } = parted(data, stops, params, task, random);
  const mapper = makeMapper(train, params.maxBins, categories, random);
  const n = train.x.rows;
  const work = new Workspace(n, train.x.columns, outputs);
  const binned = binSamples(train.x, mapper, work.memory);
  const watched = validation && { ...validation, binned: binSamples(validation.x, mapper) };
  const constant = loss.constantHessian && train.weights === undefined;
  const grower = new TreeGrower(binned, mapper, work, constant, {
    ...params,
    l2: params.l2Regularization,
    monotonic: task.monotonic,
    random,
  });
  const baseline = loss.intercept(train.y, train.weights);
  const raw = constants(baseline, n);
  const rawWatched = watched && constants(baseline, watched.x.rows);
  const rounds: HistTree[][] = [];
  const trainLosses: number[] = [];
  const validationLosses: number[] = [];
  const watch = (): boolean => {
    if (!stops) return false;
    trainLosses.push(loss.mean(train.y, raw, train.weights));
    if (watched && rawWatched) {
      validationLosses.push(loss.mean(watched.y, rawWatched, watched.weights));
    }
    const losses = watched ? validationLosses : trainLosses;
    return hasStalled(losses, params.nIterNoChange, params.tol);
  };
  watch();
  const shown = { who: task.who, verbose: params.verbose, unit: "rounds" };
  for (const _ of showRounds(shown, params.maxIter)) {
    void _;
    loss.derivatives(train.y, raw, train.weights, work.pairs);
    const trees = Array.from({ length: outputs }, (_, k) => {
      const root = grower.grow(k);
      settleLeaves(grower, loss, train, params.learningRate, raw, k * n);
      return packTree(root, mapper);
    });
    rounds.push(trees);
    if (watched && rawWatched) {
      trees.forEach((tree, k) => addBinned(tree, watched.binned, rawWatched, k * watched.x.rows));
    }
    if (watch()) break;
  }
  return {
    baseline,
    rounds,
    trainScore: Float64Array.from(trainLosses, (value) => -value),
    validationScore: Float64Array.from(validationLosses, (value) => -value),
    earlyStopping: stops,
    categories,
  };
}

/** Gives each leaf its final value, and adds it to the raw predictions of its samples. */
function settleLeaves(
  grower: TreeGrower,
  loss: HistLoss,
  train: BoostData,
  learningRate: number,
  raw: Float64Array,
  offset: number,
): void {
  const { samples } = grower;
  for (const leaf of grower.leaves) {
    const within = samples.subarray(leaf.from, leaf.to);
    if (loss.leaf) {
      const residuals = Float64Array.from(within, (i) => train.y[i] - raw[offset + i]);
      const { weights } = train;
      leaf.value = loss.leaf(residuals, weights && Float64Array.from(within, (i) => weights[i]));
    }
    leaf.value *= learningRate;
    const { value } = leaf;
    for (let i = 0; i < within.length; i++) raw[offset + within[i]] += value;
  }
}

/** Each output's constant for each sample, output after output. */
export function constants(baseline: Float64Array, rows: number): Float64Array {
  const raw = new Float64Array(baseline.length * rows);
  baseline.forEach((value, k) => raw.fill(value, k * rows, (k + 1) * rows));
  return raw;
}

function parted(
  data: BoostData,
  stops: boolean,
  params: Readonly<HistGradientBoostingParams>,
  task: BoostTask,
  random: Random,
): { train: BoostData; validation: BoostData | undefined } {
  const { validationFraction } = params;
  if (!stops || validationFraction === null || data.x.rows < 2) {
    return { train: data, validation: undefined };
  }
  const { x, y, weights } = data;
  const codes = task.isClassifier ? y : undefined;
  const { train, validation } = setAside(x.rows, validationFraction, codes, random);
  const take = (places: Int32Array): BoostData => ({
    x: x.take(places),
    y: Float64Array.from(places, (i) => y[i]),
    weights: weights && Float64Array.from(places, (i) => weights[i]),
  });
  return { train: take(train), validation: take(validation) };
}

function makeMapper(
  { x, weights }: BoostData,
  maxBins: number,
  categories: Categories | undefined,
  random: Random,
): BinMapper {
  const drawn = x.rows > subsample ? draw(x.rows, weights, random) : undefined;
  const sample = drawn ? x.take(drawn) : x;
  // Samples drawn by their weights are not weighed again.
  const still = drawn ? undefined : weights;
  const thresholds: (Float64Array | undefined)[] = [];
  eachColumn(sample, (column, j) => {
    thresholds[j] = categories?.[j] ? undefined : binThresholds(column, maxBins, still);
  });
  const sizes = thresholds.map((edges, j) =>
    edges ? edges.length + 1 : (categories?.[j]?.length ?? 0),
  );
  return { thresholds, sizes: Int32Array.from(sizes) };
}

/** Samples drawn with replacement, by their weights. */
function draw(rows: number, weights: Float64Array | undefined, random: Random): Int32Array {
  if (weights === undefined) {
    return Int32Array.from({ length: subsample }, () => random.integer(0, rows));
  }
  let total = 0;
  const sums = weights.map((weight) => (total += weight));
  return Int32Array.from({ length: subsample }, () => {
    const wanted = random.uniform() * total;
    let low = 0;
    let high = rows - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}
