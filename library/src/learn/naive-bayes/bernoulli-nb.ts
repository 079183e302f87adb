import {
  type Label,
  type LabelsLike,
  type PartialFitOptions,
  register,
  type SampleOptions,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import {
  discreteDefaults,
  DiscreteNB,
  type DiscreteNBParams,
  type DiscreteState,
  type Scoring,
} from "./discrete.ts";

export interface BernoulliNBParams extends DiscreteNBParams {
  /** Values above it count as 1, others as 0; undefined where they are 0 and 1 already. Default 0. */
  binarize: number | undefined;
}

/**
 * Naive Bayes for features that are there or not. That a feature is absent counts, too.
 *
 * Source: Manning, Raghavan & Schütze, Introduction to Information Retrieval (2008), 13.3.
 * O(samples · features).
 *
 * @example
 * const model = new BernoulliNB().fit([[1, 0], [1, 1], [0, 1]], ["tea", "tea", "coffee"]);
 * model.predict([[1, 0], [0, 1]]); // ["tea", "coffee"]
 */
export class BernoulliNB<L extends Label = Label> extends DiscreteNB<L, BernoulliNBParams> {
  constructor(params: Partial<BernoulliNBParams> = {}) {
    super({ ...discreteDefaults, binarize: 0 }, params);
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): BernoulliNB<M> {
    this.learn(x, y, options);
    return this as unknown as BernoulliNB<M>;
  }

  /** Learns more samples, and keeps what was learned; the first call names all `classes`. */
  partialFit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: PartialFitOptions<M> = {},
  ): BernoulliNB<M> {
    this.learnPart(x, y, options);
    return this as unknown as BernoulliNB<M>;
  }

  protected override counted(x: Matrix): Matrix {
    const { binarize } = this.params;
    if (binarize === undefined) return x;
    const data = x.data.map((value) => Number(value > binarize));
    return new Matrix(data, x.rows, x.columns, x.names);
  }

  protected logProbabilities({ sums, counts }: DiscreteState): Float64Array {
    const n = sums.length / counts.length;
    const { smoothing } = this;
    return sums.map(
      (sum, at) => Math.log(sum + smoothing) - Math.log(counts[Math.floor(at / n)] + 2 * smoothing),
    );
  }

  protected scoring(state: DiscreteState): Scoring {
    const coef = this.logProbabilities(state);
    const start = this.classLogPrior_;
    const n = coef.length / start.length;
    for (let at = 0; at < coef.length; at++) {
      const absent = Math.log1p(-Math.exp(coef[at]));
      start[Math.floor(at / n)] += absent;
      coef[at] -= absent;
    }
    return { coef, start };
  }
}

register("BernoulliNB", BernoulliNB);
