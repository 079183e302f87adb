import {
  checkChoice,
  checkInteger,
  checkNumber,
  type ClassWeight,
  classWeights,
  type Label,
  type LabelsLike,
  randomOf,
  type RandomState,
  register,
  type SampleOptions,
  timesClass,
} from "../base/index.ts";
import { LinearClassifier, type LinearClassifierState } from "../linear/linear-classifier.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { descendHinge, withConstant } from "./dual-descent.ts";

export interface LinearSVCParams {
  /** What a sample on the wrong side costs: its error, or the square of it. Default `"squaredHinge"`. */
  loss: "hinge" | "squaredHinge";
  /** How much errors cost. Default 1. */
  C: number;
  /** Stop when the conditions of the optimum are violated by no more. Default 1e-4. */
  tol: number;
  /** Whether there is an intercept. Default true. */
  fitIntercept: boolean;
  /** The constant feature that the intercept is the weight of; the greater, the freer. Default 1. */
  interceptScaling: number;
  /** Weights of classes, by which C is multiplied. Default undefined: all 1. */
  classWeight: ClassWeight | undefined;
  /** The most passes over the samples. Default 1000. */
  maxIter: number;
  /** Makes the order of the samples, and so the result, the same in every run. */
  randomState: RandomState;
}

interface State extends LinearClassifierState {
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * A linear support vector machine for many samples; for more than two classes, one machine for each
 * class against the rest. The intercept is held small with the weights, as in liblinear.
 *
 * Source: C.-J. Hsieh et al., A dual coordinate descent method for large-scale linear SVM, ICML (2008).
 * O(n · features) a pass.
 *
 * Differs from scikit-learn: always the dual problem, with the penalty |w|²; `decisionFunction` is
 * [n, 1] for two classes.
 *
 * @example
 * const svc = new LinearSVC({ randomState: 1 }).fit([[0], [1], [3], [4]], ["a", "a", "b", "b"]);
 * svc.predict([[0.5], [3.5]]); // ["a", "b"]
 */
export class LinearSVC<L extends Label = Label> extends LinearClassifier<
  L,
  LinearSVCParams,
  State
> {
  constructor(params: Partial<LinearSVCParams> = {}) {
    super(
      {
        loss: "squaredHinge",
        C: 1,
        tol: 1e-4,
        fitIntercept: true,
        interceptScaling: 1,
        classWeight: undefined,
        maxIter: 1000,
        randomState: undefined,
      },
      params,
    );
  }

  fit<M extends Label>(x: MatrixLike, y: LabelsLike<M>, options: SampleOptions = {}): LinearSVC<M> {
    const { loss, C, tol, fitIntercept, interceptScaling, classWeight, maxIter, randomState } =
      this.params;
    checkChoice(this.name, "loss", loss, ["hinge", "squaredHinge"]);
    checkNumber(this.name, "C", C, { above: 0 });
    checkNumber(this.name, "tol", tol, { above: 0 });
    checkNumber(this.name, "interceptScaling", interceptScaling, { above: 0 });
    checkInteger(this.name, "maxIter", maxIter, 1);
    const { x: samples, classes, codes, weights } = this.readClassification(x, y, options);
    const { rows, columns } = samples;
    const ofClass = classWeights(classWeight, classes, codes, undefined, this.name);
    const c = timesClass(weights, codes, ofClass).map((weight) => C * weight);
    const data = fitIntercept
      ? withConstant(samples.data, rows, columns, interceptScaling)
      : samples.data;
    const width = columns + Number(fitIntercept);
    const shared = { data, rows, width, c, squared: loss === "squaredHinge", maxIter };
    const random = randomOf(randomState);
    const positives = classes.length === 2 ? [1] : classes.map((_, k) => k);
    const solutions = positives.map((positive) => {
      const signs = Int8Array.from(codes, (code) => (code === positive ? 1 : -1));
      return descendHinge({ ...shared, y: signs, tolerance: tol, random });
    });
    const coef = Matrix.zeros(positives.length, columns, samples.names);
    solutions.forEach((one, k) => coef.data.set(one.weights.subarray(0, columns), k * columns));
    const intercept = Float64Array.from(solutions, (one) =>
      fitIntercept ? one.weights[columns] * interceptScaling : 0,
    );
    const iterations = Math.max(...solutions.map((one) => one.iterations));
    const converged = solutions.every((one) => one.converged);
    this.learned({ classes, coef, intercept, iterations, converged }, samples);
    return this as unknown as LinearSVC<M>;
  }

  /** The most passes that a machine took. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  /** Whether every machine reached `tol` before `maxIter`. */
  get converged_(): boolean {
    return this.fitted("converged_").converged;
  }
}

register("LinearSVC", LinearSVC);
