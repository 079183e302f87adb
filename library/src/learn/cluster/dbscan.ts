import {
  checkInteger,
  checkNumber,
  Clusterer,
  type ClustererState,
  readWeights,
  register,
  type SampleOptions,
} from "../base/index.ts";
import type { Matrix, MatrixLike } from "../matrix/index.ts";
import { WithinRadius } from "./within.ts";

export interface DBSCANParams {
  /** Samples no farther apart than this are neighbours. Default 0.5. */
  eps: number;
  /** A sample with so many neighbours, itself included, is a core sample. Default 5. */
  minSamples: number;
}

interface State extends ClustererState {
  readonly core: Int32Array;
  readonly components: Matrix;
}

/**
 * Clusters of any shape where samples lie densely; what lies alone is noise, with the label -1
 * (Ester and others, 1996). Distances are Euclidean. Time O(n²) at worst, less where the feature that
 * varies most keeps samples apart; memory O(n).
 *
 * Differs from scikit-learn: no other metric than the Euclidean.
 *
 * @example
 * const dbscan = new DBSCAN({ eps: 1.5, minSamples: 2 }).fit([[1], [2], [8], [9], [30]]);
 * dbscan.labels_; // [0, 0, 1, 1, -1]
 * dbscan.coreSampleIndices_; // [0, 1, 2, 3]
 */
export class DBSCAN extends Clusterer<DBSCANParams, State> {
  constructor(params: Partial<DBSCANParams> = {}) {
    super({ eps: 0.5, minSamples: 5 }, params);
  }

  /** Learns from samples [n, features]; y is not looked at. A weight counts a sample several times. */
  fit(x: MatrixLike, _y?: unknown, options: SampleOptions = {}): this {
    const { eps, minSamples } = this.params;
    checkNumber(this.name, "eps", eps, { above: 0 });
    checkInteger(this.name, "minSamples", minSamples, 1);
    const samples = this.readFit(x);
    const weights = readWeights(options.sampleWeight, samples.rows, this.name);
    const near = new WithinRadius(samples);
    const core = new Uint8Array(samples.rows);
    for (let i = 0; i < samples.rows; i++) {
      let weight = 0;
      for (const j of near.of(samples.row(i), eps)) weight += weights[j];
      if (weight >= minSamples) core[i] = 1;
    }
    const labels = grow(samples, near, core, eps);
    const places = Int32Array.from(core.keys().filter((i) => core[i] === 1));
    return this.learned({ labels, core: places, components: samples.take(places) }, samples);
  }

  /** The numbers of the core samples. */
  get coreSampleIndices_(): Int32Array {
    return this.fitted("coreSampleIndices_").core.slice();
  }

  /** The core samples [core, features]. */
  get components_(): Matrix {
    const { components } = this.fitted("components_");
    return components.take(Array.from({ length: components.rows }, (_, i) => i));
  }
}

/** From each core sample that is in no cluster yet, a cluster grows over all it reaches. */
function grow(x: Matrix, near: WithinRadius, core: Uint8Array, eps: number): Int32Array {
  const labels = new Int32Array(x.rows).fill(-1);
  const stack: number[] = [];
  let clusters = 0;
  for (let seed = 0; seed < x.rows; seed++) {
    if (core[seed] === 0 || labels[seed] >= 0) continue;
    labels[seed] = clusters;
    stack.push(seed);
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      for (const j of near.of(x.row(i), eps)) {
        if (labels[j] >= 0) continue;
        labels[j] = clusters;
        if (core[j] === 1) stack.push(j);
      }
    }
    clusters += 1;
  }
  return labels;
}

register("DBSCAN", DBSCAN);
