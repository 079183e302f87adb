import {
  type AnyEstimator,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../../base/index.ts";
import { replaceSteps } from "../../compose/names.ts";
import { Ridge } from "../../linear/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import type { Called } from "../../model-selection/learner.ts";
import type { Samples } from "../../model-selection/samples.ts";
import { memberNamed, readNumbered } from "./members.ts";
import { learnStack, type Stack, type StackingParams, throughStack } from "./stack.ts";

export type StackingRegressorParams = StackingParams;

/**
 * Regressors whose predictions a final regressor learns to combine. It learns from predictions for
 * samples that were left out (cross-validation), so a member that overfits is not trusted too much.
 *
 * Samples go to the members as they were given, so pipelines find a frame's columns. Parameters of one
 * are set by `setParams({ name__param: value })`. Fitting takes what all members take, once for all
 * samples and once for each split.
 *
 * Source: D. H. Wolpert, Stacked generalization, 1992.
 *
 * Differs from scikit-learn: the final regressor is `new Ridge()` where none is given, as there is no
 * RidgeCV; `cv` takes no `"prefit"`.
 *
 * @example
 * const stack = new StackingRegressor({
 *   estimators: [["near", new KNeighborsRegressor({ nNeighbors: 1 })], ["line", new LinearRegression()]],
 *   finalEstimator: new LinearRegression(),
 *   cv: 2,
 * });
 * stack.fit([[0], [1], [2], [4]], [1, 3, 5, 9]).predict([[10]])[0].toFixed(3); // "21.000"
 */
export class StackingRegressor extends Regressor<StackingRegressorParams, Stack> {
  constructor(params: Partial<StackingRegressorParams> = {}) {
    super({ estimators: [], finalEstimator: undefined, cv: undefined, passthrough: false }, params);
  }

  override setParams(
    given: Partial<StackingRegressorParams> | Readonly<Record<string, unknown>>,
  ): this {
    return super.setParams(replaceSteps(this.params.estimators, given, "estimators"));
  }

  protected override inner(name: string): AnyEstimator | undefined {
    return memberNamed(this.params.estimators, name) ?? super.inner(name);
  }

  fit(x: Samples, y: TargetLike, options: SampleOptions = {}): this {
    const read = readNumbered(x, y, options, this.name);
    const final = this.params.finalEstimator ?? new Ridge();
    const asked = () => "predict" as const;
    const stack = learnStack({ of: this, params: this.params, final, asked, columns }, read);
    return this.learned(stack, read.features);
  }

  predict(x: Samples): Float64Array {
    const { final } = this.fitted("prediction");
    return (final as Called).predict(this.transform(x)) as Float64Array;
  }

  /** What the final regressor sees [n, members]; with `passthrough`, the features follow. */
  transform(x: Samples): Matrix {
    const state = this.fitted("transform");
    const features = state.passthrough ? this.readMore(x as MatrixLike) : undefined;
    return throughStack(state, x, features, columns, this.name);
  }

  /** The names of the columns that `transform` gives. */
  getFeatureNamesOut(): string[] {
    return [...this.fitted("names").names];
  }

  /** The regressors, as they have learned from all samples. */
  get estimators_(): readonly AnyEstimator[] {
    return this.fitted("estimators_").members.map(([, member]) => member);
  }

  /** The regressors by their names. */
  get namedEstimators_(): Readonly<Record<string, AnyEstimator>> {
    return Object.fromEntries(this.fitted("namedEstimators_").members);
  }

  /** What combines their predictions. */
  get finalEstimator_(): AnyEstimator {
    return this.fitted("finalEstimator_").final;
  }
}

const columns = (said: unknown, name: string): Matrix => {
  const numbers = Float64Array.from(said as ArrayLike<number>);
  return new Matrix(numbers, numbers.length, 1, [name]);
};

register("StackingRegressor", StackingRegressor);
