import {
  checkChoice,
  checkInteger,
  checkNumber,
  randomOf,
  type RandomState,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../base/index.ts";
import type { MatrixLike } from "../matrix/index.ts";
import { descendEpsilon, withConstant } from "./dual-descent.ts";

export interface LinearSVRParams {
  /** Errors up to this cost nothing. Default 0. */
  epsilon: number;
  /** What errors beyond cost: as much, or the square. Default `"epsilonInsensitive"`. */
  loss: "epsilonInsensitive" | "squaredEpsilonInsensitive";
  /** How much errors cost. Default 1. */
  C: number;
  /** Stop when the conditions of the optimum are violated by this part of what they were. Default 1e-4. */
  tol: number;
  /** Whether there is an intercept. Default true. */
  fitIntercept: boolean;
  /** The constant feature that the intercept is the weight of; the greater, the freer. Default 1. */
  interceptScaling: number;
  /** The most passes over the samples. Default 1000. */
  maxIter: number;
  /** Makes the order of the samples, and so the result, the same in every run. */
  randomState: RandomState;
}

interface State {
  readonly coef: Float64Array;
  readonly intercept: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Linear support vector regression for many samples. The intercept is held small with the weights, as
 * in liblinear.
 *
 * Source: C.-H. Ho and C.-J. Lin, Large-scale linear support vector regression, JMLR 13 (2012).
 * O(n · features) a pass.
 *
 * Differs from scikit-learn: always the dual problem; `intercept_` is a number.
 *
 * @example
 * const svr = new LinearSVR({ C: 100, randomState: 1 }).fit([[0], [1], [2]], [1, 3, 5]);
 * svr.predict([[3]])[0].toFixed(1); // "7.0"
 */
export class LinearSVR extends Regressor<LinearSVRParams, State> {
  constructor(params: Partial<LinearSVRParams> = {}) {
    super(
      {
        epsilon: 0,
        loss: "epsilonInsensitive",
        C: 1,
        tol: 1e-4,
        fitIntercept: true,
        interceptScaling: 1,
        maxIter: 1000,
        randomState: undefined,
      },
      params,
    );
  }

  fit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    const { epsilon, loss, C, tol, fitIntercept, interceptScaling, maxIter, randomState } =
      this.params;
    checkChoice(this.name, "loss", loss, ["epsilonInsensitive", "squaredEpsilonInsensitive"]);
    checkNumber(this.name, "epsilon", epsilon, { from: 0 });
    checkNumber(this.name, "C", C, { above: 0 });
    checkNumber(this.name, "tol", tol, { above: 0 });
    checkNumber(this.name, "interceptScaling", interceptScaling, { above: 0 });
    checkInteger(this.name, "maxIter", maxIter, 1);
    const { x: samples, y: target, weights } = this.readRegression(x, y, options);
    const { rows, columns } = samples;
    const data = fitIntercept
      ? withConstant(samples.data, rows, columns, interceptScaling)
      : samples.data;
    const found = descendEpsilon(
      {
        data,
        rows,
        width: columns + Number(fitIntercept),
        y: target,
        c: weights.map((weight) => C * weight),
        squared: loss === "squaredEpsilonInsensitive",
        tolerance: tol,
        maxIter,
        random: randomOf(randomState),
      },
      epsilon,
    );
    const intercept = fitIntercept ? found.weights[columns] * interceptScaling : 0;
    const { iterations, converged } = found;
    const coef = found.weights.slice(0, columns);
    return this.learned({ coef, intercept, iterations, converged }, samples);
  }

  predict(x: MatrixLike): Float64Array {
    const { coef, intercept } = this.fitted("prediction");
    const { data, rows, columns } = this.readMore(x);
    const predicted = new Float64Array(rows).fill(intercept);
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) predicted[i] += data[i * columns + j] * coef[j];
    return predicted;
  }

  /** The features' weights [features]. */
  get coef_(): Float64Array {
    return this.fitted("coef_").coef.slice();
  }

  /** What is added to the weighted sums. */
  get intercept_(): number {
    return this.fitted("intercept_").intercept;
  }

  /** The passes over the samples. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  /** Whether `tol` was reached before `maxIter`. */
  get converged_(): boolean {
    return this.fitted("converged_").converged;
  }
}

register("LinearSVR", LinearSVR);
