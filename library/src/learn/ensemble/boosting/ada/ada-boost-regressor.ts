import {
  type AnyEstimator,
  checkChoice,
  checkInteger,
  checkNumber,
  randomOf,
  type RandomState,
  register,
  Regressor,
  rounds,
  type SampleOptions,
  type TargetLike,
} from "../../../base/index.ts";
import type { Random } from "../../../../random/index.ts";
import type { MatrixLike } from "../../../matrix/index.ts";
import { DecisionTreeRegressor } from "../../../tree/index.ts";
import { freshFrom, type Member, weightedImportances } from "./members.ts";

export interface AdaBoostRegressorParams {
  /** The regressor that is fitted again and again; default a tree of depth 3. */
  estimator: AnyEstimator | undefined;
  /** The greatest number of rounds. Default 50. */
  nEstimators: number;
  /** What each regressor's weight is multiplied by, above 0. Default 1. */
  learningRate: number;
  /** How an error, as a part of the greatest, counts. Default `"linear"`. */
  loss: "linear" | "square" | "exponential";
  /** Makes the drawing of samples the same in every run. */
  randomState: RandomState;
  /** Show a progress bar in a notebook while it learns, which counts rounds. Default false. */
  verbose: boolean;
}

interface State {
  readonly members: readonly AnyEstimator[];
  readonly weights: Float64Array;
  readonly errors: Float64Array;
}

/**
 * Regressors in a row, each on samples drawn with weights that rise where its predecessor was far off;
 * the weighted median of what they say is the prediction (AdaBoost.R2).
 *
 * Fitting takes `nEstimators` times what the regressor takes.
 *
 * Source: H. Drucker, Improving regressors using boosting techniques, 1997.
 *
 * Differs from scikit-learn: other samples are drawn, so results are alike, not equal.
 *
 * @example
 * const boosted = new AdaBoostRegressor({ nEstimators: 10, randomState: 1 });
 * boosted.fit([[1], [2], [7], [8]], [10, 10, 30, 30]);
 * boosted.predict([[0], [9]]); // [10, 30]
 */
export class AdaBoostRegressor extends Regressor<AdaBoostRegressorParams, State> {
  constructor(params: Partial<AdaBoostRegressorParams> = {}) {
    super(
      {
        ...{ estimator: undefined, nEstimators: 50, learningRate: 1 },
        ...{ loss: "linear", randomState: undefined, verbose: false },
      },
      params,
    );
  }

  fit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    const { nEstimators, learningRate, estimator, loss, verbose } = this.params;
    checkInteger(this.name, "nEstimators", nEstimators, 1);
    checkNumber(this.name, "learningRate", learningRate, { above: 0 });
    checkChoice(this.name, "loss", loss, ["linear", "square", "exponential"]);
    const { x: samples, y: target, weights: given } = this.readRegression(x, y, options);
    const random = randomOf(this.params.randomState);
    const members: AnyEstimator[] = [];
    const weights: number[] = [];
    const errors: number[] = [];
    let current = this.#normed(given);
    for (const _ of rounds({ who: this.name, verbose, unit: "rounds" }, nEstimators)) {
      void _;
      const places = drawn(current, random);
      const member = freshFrom(estimator ?? new DecisionTreeRegressor({ maxDepth: 3 }), random);
      member.fit(
        samples.take(places),
        Float64Array.from(places, (i) => target[i]),
      );
      const misses = this.#losses(member.predict(samples) as ArrayLike<number>, target, current);
      const error = misses.reduce((sum, miss, i) => sum + current[i] * miss, 0);
      if (error >= 0.5 && members.length > 0) break;
      const beta = error / (1 - error);
      const isPerfect = error <= 0;
      members.push(member);
      weights.push(isPerfect || error >= 0.5 ? 1 : learningRate * Math.log(1 / beta));
      errors.push(error);
      if (isPerfect || error >= 0.5) break;
      current = this.#normed(
        current.map((weight, i) => weight * beta ** ((1 - misses[i]) * learningRate)),
      );
    }
    const learned = { weights: Float64Array.from(weights), errors: Float64Array.from(errors) };
    return this.learned({ members, ...learned }, samples);
  }

  predict(x: MatrixLike): Float64Array {
    const { members, weights } = this.fitted("prediction");
    const samples = this.readMore(x);
    const said = members.map((member) => (member as Member).predict(samples) as ArrayLike<number>);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return Float64Array.from({ length: samples.rows }, (_, i) => {
      const order = said.map((_, m) => m).sort((a, b) => said[a][i] - said[b][i]);
      let sum = 0;
      const middle = order.find((m) => (sum += weights[m]) >= total / 2) ?? order.length - 1;
      return said[middle][i];
    });
  }

  /** The regressors. */
  get estimators_(): readonly AnyEstimator[] {
    return this.fitted("estimators_").members;
  }

  /** What each regressor weighs. */
  get estimatorWeights_(): Float64Array {
    return this.fitted("estimatorWeights_").weights.slice();
  }

  /** Each regressor's mean loss, 0 to 1. */
  get estimatorErrors_(): Float64Array {
    return this.fitted("estimatorErrors_").errors.slice();
  }

  /** The weighted mean of the regressors' importances. @throws TypeError where they have none. */
  get featureImportances_(): Float64Array {
    const { members, weights } = this.fitted("featureImportances_");
    return weightedImportances(this.name, members, weights, this.nFeaturesIn_);
  }

  #losses(predicted: ArrayLike<number>, y: Float64Array, weights: Float64Array): Float64Array {
    const misses = y.map((value, i) => (weights[i] > 0 ? Math.abs(predicted[i] - value) : 0));
    const greatest = misses.reduce((most, miss) => Math.max(most, miss), 0);
    if (greatest === 0) return misses;
    const { loss } = this.params;
    return misses.map((miss) => {
      const part = miss / greatest;
      return loss === "linear" ? part : loss === "square" ? part * part : 1 - Math.exp(-part);
    });
  }

  #normed(weights: Float64Array): Float64Array {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total > 0) return weights.map((weight) => weight / total);
    throw new RangeError(`${this.name}: at least one sample needs a weight above 0.`);
  }
}

/** As many samples, drawn with replacement by their weights. */
function drawn(weights: Float64Array, random: Random): Int32Array {
  let total = 0;
  const sums = weights.map((weight) => (total += weight));
  return Int32Array.from(weights, () => {
    const wanted = random.uniform() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

register("AdaBoostRegressor", AdaBoostRegressor);
