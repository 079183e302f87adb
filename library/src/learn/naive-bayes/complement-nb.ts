import {
  type Label,
  type LabelsLike,
  type PartialFitOptions,
  register,
  type SampleOptions,
} from "../base/index.ts";
import type { MatrixLike } from "../matrix/index.ts";
import {
  discreteDefaults,
  DiscreteNB,
  type DiscreteNBParams,
  type DiscreteState,
  type Scoring,
} from "./discrete.ts";

export interface ComplementNBParams extends DiscreteNBParams {
  /** Scale each class's weights to the sum 1. Default false. */
  norm: boolean;
}

/**
 * Naive Bayes for counts that learns each class from all others, which suits classes of different
 * sizes. Features must not be negative. The prior counts only where there is one class.
 *
 * Source: Rennie, Shih, Teevan & Karger, Tackling the Poor Assumptions of Naive Bayes Text Classifiers
 * (2003). O(samples · features).
 *
 * @example
 * const model = new ComplementNB().fit([[2, 0], [3, 1], [0, 4]], ["tea", "tea", "coffee"]);
 * model.predict([[1, 0], [0, 2]]); // ["tea", "coffee"]
 */
export class ComplementNB<L extends Label = Label> extends DiscreteNB<L, ComplementNBParams> {
  constructor(params: Partial<ComplementNBParams> = {}) {
    super({ ...discreteDefaults, norm: false }, params);
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): ComplementNB<M> {
    this.learn(x, y, options);
    return this as unknown as ComplementNB<M>;
  }

  /** Learns more samples, and keeps what was learned; the first call names all `classes`. */
  partialFit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: PartialFitOptions<M> = {},
  ): ComplementNB<M> {
    this.learnPart(x, y, options);
    return this as unknown as ComplementNB<M>;
  }

  protected logProbabilities({ sums, counts }: DiscreteState): Float64Array {
    const n = sums.length / counts.length;
    const all = new Float64Array(n);
    sums.forEach((sum, at) => (all[at % n] += sum));
    const shares = sums.map((sum, at) => all[at % n] + this.smoothing - sum);
    for (let k = 0; k < counts.length; k++) {
      const row = shares.subarray(k * n, (k + 1) * n);
      const total = row.reduce((sum, share) => sum + share, 0);
      for (let j = 0; j < n; j++) row[j] = Math.log(row[j] / total);
      const scale = this.params.norm ? row.reduce((sum, value) => sum + value, 0) : -1;
      for (let j = 0; j < n; j++) row[j] /= scale;
    }
    return shares;
  }

  protected scoring(state: DiscreteState): Scoring {
    const prior = this.classLogPrior_;
    const start = prior.length === 1 ? prior : new Float64Array(prior.length);
    return { coef: this.logProbabilities(state), start };
  }
}

register("ComplementNB", ComplementNB);
