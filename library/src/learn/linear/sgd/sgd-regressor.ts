import {
  checkChoice,
  checkLengths,
  checkNumber,
  randomOf,
  readTarget,
  readWeights,
  register,
  type RegressionData,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../../base/index.ts";
import { affine } from "../../linalg/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import { warnUnfinished } from "../convergence.ts";
import { stochasticDescent } from "./descent.ts";
import { numberLosses, type NumberLossName } from "./losses.ts";
import { endState, type SGDState, startWeights } from "./outputs.ts";
import { checkSGD, sgdDefaults, type SGDParams } from "./params.ts";

export interface SGDRegressorParams extends SGDParams {
  /** `"huber"` and `"epsilonInsensitive"` do not let single samples far away rule. Default `"squaredError"`. */
  loss: NumberLossName;
  /** Where the losses but `"squaredError"` change their shape. Default 0.1. */
  epsilon: number;
}

/**
 * Linear regression learned by stochastic gradient descent: one sample a step, for many samples or such
 * as come one after another (`partialFit`). Scale the features first.
 *
 * Source: Bottou, Stochastic Gradient Descent Tricks (2012). O(samples · features) a round.
 *
 * Differs from scikit-learn as `SGDClassifier` does.
 *
 * @example
 * const x = [[-2], [-1], [1], [2]];
 * const model = new SGDRegressor({ shuffle: false, tol: 1e-9 }).fit(x, [-3, -1, 3, 5]);
 * Array.from(model.predict([[0], [3]]), Math.round); // [1, 7]
 */
export class SGDRegressor extends Regressor<SGDRegressorParams, SGDState> {
  constructor(params: Partial<SGDRegressorParams> = {}) {
    const own = { learningRate: "invscaling", powerT: 0.25 } as const;
    super({ ...sgdDefaults, ...own, loss: "squaredError", epsilon: 0.1 }, params);
  }

  fit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    const data = this.readRegression(x, y, options);
    const { warmStart, maxIter } = this.params;
    const before = warmStart && this.isFitted ? this.fitted() : undefined;
    return this.#descend(data, before, 1, maxIter);
  }

  /** One round more over these samples. */
  partialFit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    if (!this.isFitted) return this.#descend(this.readRegression(x, y, options), undefined, 1, 1);
    const before = this.fitted();
    const samples = this.readMore(x);
    const target = readTarget(y, this.name);
    checkLengths(samples, target.length, this.name);
    const weights = readWeights(options.sampleWeight, samples.rows, this.name);
    const { data, rows, columns } = samples;
    const named = new Matrix(data, rows, columns, this.featureNamesIn_ ?? samples.names);
    return this.#descend({ x: named, y: target, weights }, before, before.steps, 1);
  }

  #descend(
    { x, y, weights }: RegressionData,
    before: SGDState | undefined,
    t: number,
    maxIter: number,
  ): this {
    const params = { ...this.params, maxIter };
    checkSGD(this.name, params);
    checkChoice(this.name, "loss", params.loss, Object.keys(numberLosses));
    checkNumber(this.name, "epsilon", params.epsilon, { from: 0 });
    const loss = numberLosses[params.loss](params.epsilon);
    const outputs = startWeights(before, 1, x.columns);
    const random = randomOf(params.randomState);
    const done = stochasticDescent(this.name, x, y, weights, loss, params, outputs[0], t, random);
    if (!done.converged && maxIter > 1) {
      warnUnfinished(this.name, maxIter, "Raise maxIter, or scale the features (StandardScaler).");
    }
    return this.learned(
      endState(outputs, done.iterations, t + done.iterations * x.rows, params),
      x,
    );
  }

  predict(x: MatrixLike): Float64Array {
    const { coef, intercept } = this.fitted("prediction");
    return affine(this.readMore(x), coef.data, intercept).data;
  }

  /** The features' weights [features]. */
  get coef_(): Float64Array {
    return this.fitted("coef_").coef.data.slice();
  }

  /** What is predicted where all features are 0. */
  get intercept_(): number {
    return this.fitted("intercept_").intercept[0];
  }

  /** The number of rounds that `fit` took. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  /** The number of the next step. */
  get t_(): number {
    return this.fitted("t_").steps;
  }
}

register("SGDRegressor", SGDRegressor);
