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

/**
 * Naive Bayes for counts: how often each word is in a text, for example. Features must not be negative.
 *
 * Source: Manning, Raghavan & Schütze, Introduction to Information Retrieval (2008), 13.2.
 * O(samples · features).
 *
 * @example
 * const model = new MultinomialNB().fit([[2, 0], [3, 1], [0, 4]], ["tea", "tea", "coffee"]);
 * model.predict([[1, 0], [0, 2]]); // ["tea", "coffee"]
 */
export class MultinomialNB<L extends Label = Label> extends DiscreteNB<L, DiscreteNBParams> {
  constructor(params: Partial<DiscreteNBParams> = {}) {
    super(discreteDefaults, params);
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): MultinomialNB<M> {
    this.learn(x, y, options);
    return this as unknown as MultinomialNB<M>;
  }

  /** Learns more samples, and keeps what was learned; the first call names all `classes`. */
  partialFit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: PartialFitOptions<M> = {},
  ): MultinomialNB<M> {
    this.learnPart(x, y, options);
    return this as unknown as MultinomialNB<M>;
  }

  protected logProbabilities({ sums, counts }: DiscreteState): Float64Array {
    const n = sums.length / counts.length;
    const shares = sums.map((sum) => sum + this.smoothing);
    for (let k = 0; k < counts.length; k++) {
      let total = 0;
      for (let j = 0; j < n; j++) total += shares[k * n + j];
      for (let j = 0; j < n; j++) shares[k * n + j] = Math.log(shares[k * n + j]) - Math.log(total);
    }
    return shares;
  }

  protected scoring(state: DiscreteState): Scoring {
    return { coef: this.logProbabilities(state), start: this.classLogPrior_ };
  }
}

register("MultinomialNB", MultinomialNB);
