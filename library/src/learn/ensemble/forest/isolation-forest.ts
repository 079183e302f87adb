import {
  checkInteger,
  checkNumber,
  Estimator,
  randomOf,
  type RandomState,
  register,
} from "../../base/index.ts";
import type { Random } from "../../../random/index.ts";
import type { Matrix, MatrixLike } from "../../matrix/index.ts";
import { growTree, plainColumns, type TreeArrays } from "../../tree/grow/index.ts";
import { checkCount, featureCount, growOptions, growthDefaults } from "../../tree/params.ts";
import { leavesOf, parentsOf, rounded } from "../../tree/traverse.ts";

export interface IsolationForestParams {
  /** The number of trees. Default 100. */
  nEstimators: number;
  /** The samples drawn for each tree, without replacement; below 1, a part of all. Default `"auto"`: 256. */
  maxSamples: number | "auto";
  /**
   * The part of the samples that are outliers, up to 0.5: it decides where `predict` draws the line.
   * Default `"auto"`: where the paper draws it.
   */
  contamination: number | "auto";
  /** The features drawn for each tree; 1 for all, below 1 a part of all. Default 1. */
  maxFeatures: number;
  /** Makes the draws the same in every run. */
  randomState: RandomState;
}

interface State {
  readonly trees: readonly TreeArrays[];
  /** The features of each tree. */
  readonly features: readonly Int32Array[];
  readonly samples: number;
  readonly offset: number;
}

/**
 * Finds outliers: each tree splits at random until samples stand alone, and those that few splits set
 * apart are unusual. Missing values go to a side drawn at random.
 *
 * Source: F. T. Liu, K. M. Ting, Z.-H. Zhou, Isolation Forest, ICDM (2008).
 * Complexity: O(trees × m log m) to fit, m samples a tree; O(trees × log m) a sample to predict.
 *
 * Differs from scikit-learn: other random numbers, so scores differ slightly; no `bootstrap`, no weights,
 * no `nJobs` (256 samples a tree need no threads). As there, `maxFeatures: 1` means all of them.
 *
 * @example
 * const x = Array.from({ length: 50 }, (_, i) => [i % 7, i % 5]);
 * const forest = new IsolationForest({ randomState: 1 }).fit([...x, [60, 60]]);
 * forest.predict([[3, 2], [60, 60]]); // [1, -1]
 */
export class IsolationForest extends Estimator<IsolationForestParams, State> {
  constructor(params: Partial<IsolationForestParams> = {}) {
    super(
      {
        nEstimators: 100,
        maxSamples: "auto",
        contamination: "auto",
        maxFeatures: 1,
        randomState: undefined,
      },
      params,
    );
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: MatrixLike): this {
    const { nEstimators, maxSamples, contamination, maxFeatures, randomState } = this.params;
    checkInteger(this.name, "nEstimators", nEstimators, 1);
    if (maxSamples !== "auto") checkCount(this.name, "maxSamples", maxSamples, 1);
    checkCount(this.name, "maxFeatures", maxFeatures, 1);
    if (contamination !== "auto") {
      checkNumber(this.name, "contamination", contamination, { above: 0, to: 0.5 });
    }
    const matrix = this.readFit(x);
    const { rows, columns } = matrix;
    const random = randomOf(randomState);
    const samples = sampleCount(maxSamples, rows);
    const width = maxFeatures === 1 ? columns : featureCount(maxFeatures, columns);
    const maxDepth = Math.ceil(Math.log2(Math.max(samples, 2)));
    const size = { rows: samples, columns: width, weight: samples };
    const growth = { ...growthDefaults, maxDepth, maxFeatures: 1 };
    const options = growOptions(growth, "squaredError", true, size);
    const weights = new Float64Array(samples).fill(1);
    const trees: TreeArrays[] = [];
    const features: Int32Array[] = [];
    for (let k = 0; k < nEstimators; k++) {
      const own = draw(columns, width, random);
      const seen = matrix.take(draw(rows, samples, random));
      const ranked = plainColumns(width === columns ? seen : seen.takeColumns(own), this.name);
      // What the trees learn does not matter: one feature is drawn for each split, and a threshold.
      const target = Float64Array.from({ length: samples }, () => random.uniform());
      trees.push(growTree(ranked, { outputs: 1, target, weights }, options, random));
      features.push(own);
    }
    const made = { trees, features, samples, offset: -0.5 };
    if (contamination !== "auto") {
      made.offset = quantile(scores(made, matrix), contamination);
    }
    return this.learned(made, matrix);
  }

  /** How usual each sample is [n]: near 0 usual, -1 very unusual; minus the score of the paper. */
  scoreSamples(x: MatrixLike): Float64Array {
    const state = this.fitted("scores");
    return scores(state, this.readMore(x));
  }

  /** `scoreSamples` less `offset_`: below 0 for outliers [n]. */
  decisionFunction(x: MatrixLike): Float64Array {
    const { offset } = this.fitted("decision");
    return this.scoreSamples(x).map((score) => score - offset);
  }

  /** -1 for an outlier, 1 for any other sample [n]. */
  predict(x: MatrixLike): Int32Array {
    return Int32Array.from(this.decisionFunction(x), (value) => (value < 0 ? -1 : 1));
  }

  /** Learns, and says of the same samples which are outliers (-1) [n]. */
  fitPredict(x: MatrixLike): Int32Array {
    return this.fit(x).predict(x);
  }

  /** The score below which a sample is an outlier. */
  get offset_(): number {
    return this.fitted("offset_").offset;
  }

  /** The samples drawn for each tree. */
  get maxSamples_(): number {
    return this.fitted("maxSamples_").samples;
  }
}

function sampleCount(maxSamples: number | "auto", rows: number): number {
  if (maxSamples === "auto") return Math.min(256, rows);
  if (maxSamples < 1) return Math.max(1, Math.floor(maxSamples * rows));
  return Math.min(maxSamples, rows);
}

/** Different whole numbers below `count`, ascending. R. W. Floyd's method: O(taken). */
function draw(count: number, taken: number, random: Random): Int32Array {
  if (taken === count) return Int32Array.from({ length: count }, (_, i) => i);
  const chosen = new Set<number>();
  for (let top = count - taken; top < count; top++) {
    const candidate = random.integer(0, top + 1);
    chosen.add(chosen.has(candidate) ? top : candidate);
  }
  return Int32Array.from(chosen).sort();
}

/** The mean number of splits that set one of `count` samples apart in a random tree. */
function meanPath(count: number): number {
  if (count <= 1) return 0;
  if (count === 2) return 1;
  const gamma = 0.5772156649015329;
  return 2 * (Math.log(count - 1) + gamma) - (2 * (count - 1)) / count;
}

function scores(state: State, x: Matrix): Float64Array {
  const { trees, features, samples } = state;
  const depths = new Float64Array(x.rows);
  const all = rounded(x);
  trees.forEach((tree, k) => {
    const own = features[k];
    const data = own.length === x.columns ? all : rounded(x.takeColumns(own));
    const leaves = leavesOf(tree, data, own.length);
    const lengths = pathLengths(tree);
    for (let i = 0; i < x.rows; i++) depths[i] += lengths[leaves[i]];
  });
  const usual = trees.length * meanPath(samples);
  return depths.map((depth) => -(2 ** (usual === 0 ? -1 : -depth / usual)));
}

/** For each leaf, the splits above it, and those that its samples would still need. */
function pathLengths(tree: TreeArrays): Float64Array {
  const parents = parentsOf(tree);
  const depths = new Int32Array(tree.nodeCount);
  for (let node = 1; node < tree.nodeCount; node++) depths[node] = depths[parents[node]] + 1;
  return Float64Array.from(depths, (depth, node) => depth + meanPath(tree.nNodeSamples[node]));
}

/** As numpy's percentile: between two values, in proportion. */
function quantile(values: Float64Array, part: number): number {
  const sorted = values.toSorted();
  const at = part * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

register("IsolationForest", IsolationForest);
