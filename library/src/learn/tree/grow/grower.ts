import type { Random } from "../../../random/index.ts";
import { closest, type RankedColumns } from "./columns.ts";
import { impurityOf, type NodeSamples, type TreeCriterion } from "./criteria.ts";
import { DrawnSplits } from "./drawn-splits.ts";
import { NodeSorter } from "./node-sorter.ts";
import { Scan } from "./scans.ts";

/** How a tree grows, all texts and parts resolved to numbers. */
export interface GrowOptions {
  readonly criterion: TreeCriterion;
  /** Draw one threshold a feature instead of trying all. */
  readonly randomSplits: boolean;
  /** Infinity for no limit. */
  readonly maxDepth: number;
  readonly minSamplesSplit: number;
  readonly minSamplesLeaf: number;
  readonly minWeightLeaf: number;
  /** The features tried for each split. */
  readonly maxFeatures: number;
  /**
   * Also where all features are tried, try them in random order, so that of equally good ones none is
   * favoured; otherwise the first is taken.
   */
  readonly shuffle: boolean;
  /** With a finite number the best nodes are split first. */
  readonly maxLeafNodes: number;
  readonly minImpurityDecrease: number;
}

/** What a tree learns from: class codes, or numbers. Samples of weight 0 are left out. */
export interface GrowTarget {
  /** The number of classes; 1 for numbers. */
  readonly outputs: number;
  readonly target: Int32Array | Float64Array;
  readonly weights: Float64Array;
}

/** A split of a node. */
export interface Split {
  feature: number;
  threshold: number;
  missingLeft: boolean;
  /** The highest rank that goes left. */
  rank: number;
}

const machine = 10 * Number.EPSILON;

/** The samples of a tree that grows, and the search for the best split of a node. */
export class Grower {
  readonly #columns: RankedColumns;
  readonly #options: GrowOptions;
  readonly #random: Random;
  readonly #codes: Int32Array;
  readonly #numbers: Float64Array;
  readonly #weights: Float64Array;
  readonly #samples: Int32Array;
  readonly #spare: Int32Array;
  readonly #sorter: NodeSorter;
  readonly #scan: Scan;
  readonly #features: Int32Array;
  readonly #constants: Int32Array;
  readonly #draws: DrawnSplits;
  readonly node: NodeSamples;
  readonly outputs: number;
  /** Samples of positive weight, and their weight. */
  readonly count: number;
  readonly weight: number;
  /** The best split that `search` found. */
  readonly best: Split = { feature: -1, threshold: 0, missingLeft: false, rank: -1 };
  /** After `search`: how many features are known to be constant in the node. */
  constants = 0;

  constructor(columns: RankedColumns, target: GrowTarget, options: GrowOptions, random: Random) {
    const { rows } = columns;
    const classes = options.criterion !== "squaredError";
    this.#columns = columns;
    this.#options = options;
    this.#random = random;
    this.outputs = target.outputs;
    this.#codes = target.target instanceof Int32Array ? target.target : new Int32Array(0);
    this.#numbers = target.target instanceof Float64Array ? target.target : new Float64Array(0);
    this.#weights = target.weights;
    const samples = new Int32Array(rows);
    let count = 0;
    let weight = 0;
    for (let i = 0; i < rows; i++) {
      if (target.weights[i] === 0) continue;
      samples[count++] = i;
      weight += target.weights[i];
    }
    this.count = count;
    this.weight = weight;
    this.#samples = samples;
    this.#spare = new Int32Array(count);
    this.#sorter = new NodeSorter(options.randomSplits ? 0 : count);
    this.#scan = new Scan(options.criterion, target.outputs, options);
    this.#features = Int32Array.from({ length: columns.columns }, (_, j) => j);
    this.#constants = new Int32Array(columns.columns);
    const { criterion, randomSplits } = options;
    const drawn = randomSplits ? count : 0;
    this.#draws = new DrawnSplits(criterion, target.outputs, options, random, drawn);
    this.node = {
      codes: new Int32Array(classes ? count : 0),
      products: new Float64Array(classes ? 0 : count),
      weights: new Float64Array(count),
      totals: new Float64Array(target.outputs),
      count: 0,
      weight: 0,
      squares: 0,
    };
  }

  /** Reads the samples of a node, and gives its impurity. */
  enter(start: number, end: number): number {
    const node = this.node;
    const samples = this.#samples;
    const weights = this.#weights;
    const { totals } = node;
    for (let k = 0; k < totals.length; k++) totals[k] = 0;
    let weight = 0;
    let squares = 0;
    if (this.#options.criterion === "squaredError") {
      const numbers = this.#numbers;
      let sum = 0;
      for (let p = start; p < end; p++) {
        const i = samples[p];
        const w = weights[i];
        const product = w * numbers[i];
        node.products[p - start] = product;
        node.weights[p - start] = w;
        sum += product;
        squares += product * numbers[i];
        weight += w;
      }
      totals[0] = sum;
    } else {
      const codes = this.#codes;
      for (let p = start; p < end; p++) {
        const i = samples[p];
        const w = weights[i];
        node.codes[p - start] = codes[i];
        node.weights[p - start] = w;
        totals[codes[i]] += w;
        weight += w;
      }
    }
    node.count = end - start;
    node.weight = weight;
    node.squares = squares;
    return impurityOf(this.#options.criterion, totals, weight, squares);
  }

  /** Whether a node at this depth, just entered, is not to be split. */
  isLeaf(depth: number, impurity: number): boolean {
    const { maxDepth, minSamplesSplit, minSamplesLeaf, minWeightLeaf } = this.#options;
    const { count, weight } = this.node;
    return (
      depth >= maxDepth ||
      count < minSamplesSplit ||
      count < 2 * minSamplesLeaf ||
      weight < 2 * minWeightLeaf ||
      impurity <= machine
    );
  }

  /**
   * Finds the best split of the node just entered, into `best`.
   *
   * Features are drawn as in scikit-learn: without replacement until `maxFeatures` were looked at and one
   * of them was not constant. Where all are looked at and `shuffle` is off, none are drawn, and of
   * equally good ones the first is taken.
   *
   * @param known how many features are known to be constant, from the node's parent
   * @returns whether there is one
   */
  search(start: number, end: number, known: number): boolean {
    const { maxFeatures, shuffle, randomSplits } = this.#options;
    const features = this.#features;
    const constants = this.#constants;
    const scan = this.#scan;
    const draws = this.#draws;
    const samples = this.#samples;
    const { values, offsets, rows } = this.#columns;
    const best = this.best;
    const all = maxFeatures >= features.length && !shuffle;
    let rest = features.length;
    let visited = 0;
    let found = 0;
    let drawn = 0;
    let total = known;
    let proxy = -Infinity;
    while (rest > total && (visited < maxFeatures || visited <= found + drawn)) {
      visited++;
      let at = all ? rest - found - 1 : this.#random.integer(drawn, rest - found);
      if (at < known) {
        swap(features, at, drawn++);
        continue;
      }
      at += found;
      const feature = features[at];
      const different = randomSplits
        ? draws.draw(values, feature * rows, samples, start, this.node)
        : this.#sort(feature, start, end);
      if (!different) {
        swap(features, at, total++);
        found++;
        continue;
      }
      swap(features, --rest, at);
      if (!randomSplits) {
        scan.search(this.#sorter, this.node, values, offsets[feature]);
      }
      const own = randomSplits ? draws.proxy : scan.proxy;
      if (own > proxy || (all && own === proxy && feature < best.feature)) {
        if (own === -Infinity) continue;
        proxy = own;
        if (!randomSplits) this.#keep(feature);
        else this.#keepDrawn(feature);
      }
    }
    // Siblings and children have to find the known constants in the same order.
    for (let k = 0; k < known; k++) features[k] = constants[k];
    for (let k = known; k < total; k++) constants[k] = features[k];
    this.constants = total;
    return proxy > -Infinity;
  }

  /** Puts the samples of the best split's left side first, in their order; gives where the right starts. */
  partition(start: number, end: number): number {
    if (this.#options.randomSplits) return this.#partitionDrawn(start, end);
    const { feature, rank, missingLeft } = this.best;
    const { ranks, rows, offsets } = this.#columns;
    const column = feature * rows;
    const missing = offsets[feature + 1] - offsets[feature];
    const samples = this.#samples;
    const spare = this.#spare;
    let left = start;
    let right = 0;
    for (let p = start; p < end; p++) {
      const i = samples[p];
      const own = ranks[column + i];
      if (own <= rank || (own === missing && missingLeft)) samples[left++] = i;
      else spare[right++] = i;
    }
    for (let p = 0; p < right; p++) samples[left + p] = spare[p];
    return left;
  }

  #partitionDrawn(start: number, end: number): number {
    const { feature, threshold, missingLeft } = this.best;
    const { values, rows } = this.#columns;
    const column = feature * rows;
    const samples = this.#samples;
    const spare = this.#spare;
    const missing = Number(missingLeft);
    let left = start;
    let right = 0;
    // Each sample is written to both sides, and one of the two is kept: no branch to guess.
    for (let p = start; p < end; p++) {
      const i = samples[p];
      const value = values[column + i];
      const goes = Number(value <= threshold) + (value === value ? 0 : missing);
      samples[left] = i;
      spare[right] = i;
      left += goes;
      right += 1 - goes;
    }
    for (let p = 0; p < right; p++) samples[left + p] = spare[p];
    return left;
  }

  /** How much purer the tree is by a split of the node, from `start` by way of `middle` to `end`. */
  improvement(start: number, middle: number, end: number, impurity: number): number {
    const left = this.enter(start, middle);
    const weightLeft = this.node.weight;
    const right = this.enter(middle, end);
    const weightRight = this.node.weight;
    const weight = weightLeft + weightRight;
    const gain = impurity - (weightRight / weight) * right - (weightLeft / weight) * left;
    return (weight / this.weight) * gain;
  }

  #sort(feature: number, start: number, end: number): boolean {
    const { ranks, rows, offsets, values } = this.#columns;
    const sorter = this.#sorter;
    const offset = offsets[feature];
    const missing = offsets[feature + 1] - offset;
    if (!sorter.sort(ranks, feature * rows, this.#samples, start, end, missing)) return false;
    if (sorter.known < end - start) return true;
    const lowest = values[offset + sorter.keys[0]];
    return values[offset + sorter.keys[sorter.known - 1]] > Math.fround(lowest + closest);
  }

  #keep(feature: number): void {
    const { best } = this;
    const { offsets, values } = this.#columns;
    const { place, missingLeft, countLeft } = this.#scan;
    const { keys, known } = this.#sorter;
    const offset = offsets[feature];
    best.feature = feature;
    best.rank = keys[place];
    best.threshold =
      place + 1 === known
        ? Infinity
        : values[offset + keys[place]] / 2 + values[offset + keys[place + 1]] / 2;
    // Where nothing is missing, what is missing later goes with the majority.
    const { count } = this.node;
    best.missingLeft = known < count ? missingLeft : countLeft > count - countLeft;
  }

  #keepDrawn(feature: number): void {
    const { best } = this;
    best.feature = feature;
    best.threshold = this.#draws.threshold;
    best.missingLeft = this.#draws.missingLeft;
  }
}

function swap(values: Int32Array, a: number, b: number): void {
  const held = values[a];
  values[a] = values[b];
  values[b] = held;
}
