import type { Random } from "../../../../random/index.ts";
import type { BinMapper, Binned } from "./binned.ts";
import { HistogramBuilder } from "./histogram.ts";
import { NodeQueue } from "./node-queue.ts";
import { type FeatureBins, nodeValue, searchNumeric, type Split } from "./split.ts";
import { hasBit, searchCategories } from "./split-categories.ts";
import type { HistTree } from "./tree.ts";
import type { Workspace } from "./workspace.ts";

/** How trees grow. */
export interface GrowOptions {
  readonly maxLeafNodes: number | null;
  readonly maxDepth: number | null;
  readonly minSamplesLeaf: number;
  readonly l2: number;
  readonly maxFeatures: number;
  /** For each feature 1, -1 or 0. */
  readonly monotonic: Int8Array;
  readonly random: Random;
}

/** A node while its tree grows. */
export interface GrowingNode {
  readonly depth: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly gradient: number;
  readonly hessian: number;
  value: number;
  lower: number;
  upper: number;
  split: Split;
  /** Its address. */
  histogram: number | undefined;
  left: GrowingNode | undefined;
  right: GrowingNode | undefined;
}

const noSplit = (): Split => ({
  gain: -1,
  feature: 0,
  bin: 0,
  missingLeft: false,
  left: undefined,
  gradientLeft: 0,
  hessianLeft: 0,
  countLeft: 0,
});

/**
 * Grows trees on binned samples, the leaf that gains most first (G. Ke et al., LightGBM, 2017). Its
 * arrays serve one tree after the other.
 */
export class TreeGrower {
  readonly #data: Binned;
  readonly #mapper: BinMapper;
  readonly #options: GrowOptions;
  readonly #work: Workspace;
  readonly #histograms: HistogramBuilder;
  readonly #features: FeatureBins[];
  readonly #rules: { minSamplesLeaf: number; l2: number };
  readonly #aside: Int32Array;
  #output = 0;
  /** The leaves of the tree grown last. */
  leaves: GrowingNode[] = [];

  /** @param constantHessian every hessian is 1 */
  constructor(
    data: Binned,
    mapper: BinMapper,
    work: Workspace,
    constantHessian: boolean,
    options: GrowOptions,
  ) {
    this.#data = data;
    this.#mapper = mapper;
    this.#work = work;
    this.#options = options;
    this.#rules = { minSamplesLeaf: options.minSamplesLeaf, l2: options.l2 };
    this.#histograms = new HistogramBuilder(work, data.rows, data.sizes, constantHessian);
    this.#aside = new Int32Array(data.rows);
    const { starts } = this.#histograms;
    const features = Array.from(data.sizes, (size, feature) => ({
      feature,
      start: starts[feature],
      size,
      hasMissing: data.missing[feature] === 1,
      monotonic: options.monotonic[feature],
    }));
    // Of equal gains the first feature wins: scikit-learn has the categorical ones in front.
    const isCategorical = ({ feature }: FeatureBins) => mapper.thresholds[feature] === undefined;
    this.#features = [
      ...features.filter(isCategorical),
      ...features.filter((one) => !isCategorical(one)),
    ];
  }

  /** The samples, those of a leaf side by side. */
  get samples(): Int32Array {
    return this.#work.samples;
  }

  /** Grows an output's tree by the gradients and hessians as they are now; values are unshrunk. */
  grow(output: number): GrowingNode {
    this.#output = output;
    const { maxLeafNodes, maxDepth, minSamplesLeaf } = this.#options;
    this.leaves = [];
    const queue = new NodeQueue<GrowingNode>();
    const root = this.#makeRoot();
    this.#enqueue(root, queue);
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      const [left, right] = this.#part(node);
      const leaves = this.leaves.length + queue.length + 2;
      const full = maxLeafNodes !== null && leaves >= maxLeafNodes;
      const deep = maxDepth !== null && left.depth >= maxDepth;
      const ends = (child: GrowingNode) => full || deep || child.count < 2 * minSamplesLeaf;
      this.#makeHistograms(node, left, right, ends(left), ends(right));
      for (const child of [left, right]) {
        if (ends(child)) this.#end(child);
        else this.#enqueue(child, queue);
      }
      if (full) for (const waiting of queue.drain()) this.#end(waiting);
    }
    return root;
  }

  #makeRoot(): GrowingNode {
    const { rows } = this.#data;
    const { samples } = this;
    for (let i = 0; i < rows; i++) samples[i] = i;
    const address = this.#histograms.build(0, rows, this.#output);
    const histogram = this.#histograms.read(address);
    const { stride } = this.#histograms;
    const { start, size } = this.#features[0];
    let gradient = 0;
    let hessian = 0;
    for (let bin = 0; bin <= size; bin++) {
      gradient += histogram[start + bin * stride];
      hessian += histogram[start + bin * stride + 1];
    }
    return {
      ...{ depth: 0, from: 0, to: rows, count: rows },
      ...{ gradient, hessian, value: 0, lower: -Infinity, upper: Infinity },
      ...{ split: noSplit(), histogram: address, left: undefined, right: undefined },
    };
  }

  /** Finds a node's best split; without one it is a leaf. */
  #enqueue(node: GrowingNode, queue: NodeQueue<GrowingNode>): void {
    if (node.count >= 2 * this.#options.minSamplesLeaf) this.#search(node);
    if (node.split.gain > 0) queue.push(node);
    else this.#end(node);
  }

  #search(node: GrowingNode): void {
    if (node.histogram === undefined) return;
    const histogram = this.#histograms.read(node.histogram);
    const { stride } = this.#histograms;
    const best = noSplit();
    for (const bins of this.#drawn()) {
      const search =
        this.#mapper.thresholds[bins.feature] === undefined ? searchCategories : searchNumeric;
      search(best, histogram, stride, bins, node, this.#rules);
    }
    node.split = best;
  }

  /** The features that a node may split on. */
  #drawn(): readonly FeatureBins[] {
    const { maxFeatures, random } = this.#options;
    const count = Math.max(1, Math.ceil(maxFeatures * this.#features.length));
    if (count >= this.#features.length) return this.#features;
    const order = this.#features.map((_, i) => i);
    for (let i = 0; i < count; i++) {
      const j = random.integer(i, order.length);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order
      .slice(0, count)
      .sort((a, b) => a - b)
      .map((i) => this.#features[i]);
  }

  /** Makes the two children of a node, and puts their samples side by side. */
  #part(node: GrowingNode): [GrowingNode, GrowingNode] {
    const { split } = node;
    const countLeft = this.#partSamples(node);
    const { lower, upper } = node;
    const { l2 } = this.#options;
    const make = (from: number, to: number, gradient: number, hessian: number): GrowingNode => ({
      ...{ depth: node.depth + 1, from, to, count: to - from, gradient, hessian },
      value: nodeValue(gradient, hessian, l2, lower, upper),
      ...{ lower, upper, split: noSplit() },
      ...{ histogram: undefined, left: undefined, right: undefined },
    });
    const middle = node.from + countLeft;
    const left = make(node.from, middle, split.gradientLeft, split.hessianLeft);
    const right = make(
      middle,
      node.to,
      node.gradient - split.gradientLeft,
      node.hessian - split.hessianLeft,
    );
    node.left = left;
    node.right = right;
    if (this.#data.missing[split.feature] === 0) split.missingLeft = left.count > right.count;
    const direction = this.#options.monotonic[split.feature];
    if (direction !== 0) {
      const between = (left.value + right.value) / 2;
      const [low, high] = direction > 0 ? [left, right] : [right, left];
      low.upper = between;
      high.lower = between;
    }
    return [left, right];
  }

  #partSamples(node: GrowingNode): number {
    const { split, from, to } = node;
    const { rows, sizes } = this.#data;
    const { bins, samples } = this.#work;
    const aside = this.#aside;
    const column = bins.subarray(split.feature * rows, (split.feature + 1) * rows);
    const goesLeft = leftBins(split, sizes[split.feature]);
    let left = from;
    let right = 0;
    // Written to both places, and only one of the two moves on: no branch to guess.
    for (let i = from; i < to; i++) {
      const sample = samples[i];
      const bit = goesLeft[column[sample]];
      samples[left] = sample;
      aside[right] = sample;
      left += bit;
      right += 1 - bit;
    }
    samples.set(aside.subarray(0, right), left);
    return left - from;
  }

  /** The smaller child is summed, the greater one is what remains of the parent. */
  #makeHistograms(
    node: GrowingNode,
    left: GrowingNode,
    right: GrowingNode,
    leftEnds: boolean,
    rightEnds: boolean,
  ): void {
    const { histogram } = node;
    node.histogram = undefined;
    if (histogram === undefined) return;
    if (leftEnds && rightEnds) {
      this.#histograms.release(histogram);
      return;
    }
    const [small, large] = left.count < right.count ? [left, right] : [right, left];
    small.histogram = this.#histograms.build(small.from, small.to, this.#output);
    large.histogram = this.#histograms.subtract(histogram, small.histogram);
  }

  #end(node: GrowingNode): void {
    if (node.histogram !== undefined) this.#histograms.release(node.histogram);
    node.histogram = undefined;
    node.left = undefined;
    node.right = undefined;
    this.leaves.push(node);
  }
}

/** For each bin 1 where its samples go left. */
function leftBins(split: Split, missingBin: number): Uint8Array {
  const goes = new Uint8Array(256);
  const { left } = split;
  for (let bin = 0; bin < missingBin; bin++) {
    goes[bin] = Number(left ? hasBit(left, bin) : bin <= split.bin);
  }
  goes[missingBin] = Number(split.missingLeft);
  return goes;
}

/** The tree as columns. */
export function packTree(root: GrowingNode, mapper: BinMapper): HistTree {
  const nodes: GrowingNode[] = [];
  const visit = (node: GrowingNode): void => {
    nodes.push(node);
    if (node.left) visit(node.left);
    if (node.right) visit(node.right);
  };
  visit(root);
  const places = new Map(nodes.map((node, i) => [node, i]));
  const place = (node: GrowingNode | undefined): number => (node && places.get(node)) ?? -1;
  const inner = ({ left }: GrowingNode): boolean => left !== undefined;
  const categorical = nodes.filter((node) => inner(node) && node.split.left);
  const bits = new Uint32Array(categorical.length * 8);
  categorical.forEach(({ split }, i) => bits.set(split.left ?? [], i * 8));
  return {
    feature: Int32Array.from(nodes, ({ split }) => split.feature),
    threshold: Float64Array.from(nodes, ({ split }) => {
      const edges = mapper.thresholds[split.feature];
      // Beyond the last threshold only what is missing goes right.
      return edges && split.bin < edges.length ? edges[split.bin] : Infinity;
    }),
    bin: Int32Array.from(nodes, ({ split }) => split.bin),
    left: Int32Array.from(nodes, ({ left }) => place(left)),
    right: Int32Array.from(nodes, ({ right }) => place(right)),
    missingLeft: Uint8Array.from(nodes, ({ split }) => Number(split.missingLeft)),
    value: Float64Array.from(nodes, ({ value }) => value),
    gain: Float64Array.from(nodes, (node) => (inner(node) ? node.split.gain : 0)),
    count: Int32Array.from(nodes, ({ count }) => count),
    category: Int32Array.from(nodes, (node) => {
      const at = categorical.indexOf(node);
      return at < 0 ? -1 : at * 8;
    }),
    bits,
  };
}
