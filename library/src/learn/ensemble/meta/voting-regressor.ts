import {
  type AnyEstimator,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../../base/index.ts";
import { replaceSteps } from "../../compose/names.ts";
import { fitOn } from "../../model-selection/fit-and-score.ts";
import type { Called } from "../../model-selection/learner.ts";
import { countAll, type Samples } from "../../model-selection/samples.ts";
import {
  freshMembers,
  memberNamed,
  type NamedEstimators,
  type NamedMember,
  readNumbered,
} from "./members.ts";
import { votingWeights } from "./voting-weights.ts";

export interface VotingRegressorParams {
  /** Regressors by name; `"drop"` leaves one out. They stay as they are. */
  estimators: NamedEstimators;
  /** What each regressor's prediction weighs, one number each; default all 1. */
  weights: ArrayLike<number> | undefined;
}

interface State {
  readonly members: readonly NamedMember[];
  readonly weights: Float64Array;
}

/**
 * Different regressors that learn from the same samples; the prediction is the mean of theirs.
 *
 * Samples go to the regressors as they were given, so pipelines find a frame's columns. Parameters of
 * one are set by `setParams({ name__param: value })`, one is exchanged by `setParams({ name: estimator })`.
 * Fitting takes what all regressors take together.
 *
 * Source: M. P. Perrone, L. N. Cooper, When networks disagree: ensemble methods for hybrid neural
 * networks, 1993.
 *
 * Differs from scikit-learn: there is no `transform`.
 *
 * @example
 * const mean = new VotingRegressor({
 *   estimators: [["line", new LinearRegression()], ["near", new KNeighborsRegressor({ nNeighbors: 1 })]],
 *   weights: [1, 3],
 * });
 * mean.fit([[0], [1], [2]], [0, 1, 2]).predict([[6]])[0].toFixed(6); // "3.000000"
 */
export class VotingRegressor extends Regressor<VotingRegressorParams, State> {
  constructor(params: Partial<VotingRegressorParams> = {}) {
    super({ estimators: [], weights: undefined }, params);
  }

  override setParams(
    given: Partial<VotingRegressorParams> | Readonly<Record<string, unknown>>,
  ): this {
    return super.setParams(replaceSteps(this.params.estimators, given, "estimators"));
  }

  protected override inner(name: string): AnyEstimator | undefined {
    return memberNamed(this.params.estimators, name);
  }

  fit(x: Samples, y: TargetLike, options: SampleOptions = {}): this {
    const { estimators } = this.params;
    const members = freshMembers(estimators, this.name);
    const weights = votingWeights(this.params.weights, estimators, this.name);
    const read = readNumbered(x, y, options, this.name);
    for (const [, member] of members) fitOn(member, x, read.y, read.weights);
    return this.learned({ members, weights }, read.features);
  }

  predict(x: Samples): Float64Array {
    const { members, weights } = this.fitted("prediction");
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = new Float64Array(countAll(this.name, x));
    members.forEach(([, member], m) => {
      const said = (member as Called).predict(x) as ArrayLike<number>;
      for (let i = 0; i < mean.length; i++) mean[i] += (weights[m] / total) * said[i];
    });
    return mean;
  }

  /** The regressors, as they have learned. */
  get estimators_(): readonly AnyEstimator[] {
    return this.fitted("estimators_").members.map(([, member]) => member);
  }

  /** The regressors by their names. */
  get namedEstimators_(): Readonly<Record<string, AnyEstimator>> {
    return Object.fromEntries(this.fitted("namedEstimators_").members);
  }
}

register("VotingRegressor", VotingRegressor);
