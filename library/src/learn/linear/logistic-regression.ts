import {
  type ClassWeight,
  classWeights,
  timesClass,
  checkInteger,
  checkNumber,
  type Label,
  type LabelsLike,
  register,
  type SampleOptions,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { warnUnfinished } from "./convergence.ts";
import { lbfgs } from "./lbfgs.ts";
import { LinearClassifier, type LinearClassifierState } from "./linear-classifier.ts";
import { type LogisticData, logisticLoss, probabilitiesOf } from "./logistic-loss.ts";
import { proximal } from "./proximal.ts";

export interface LogisticRegressionParams {
  /** The inverse of the penalty's strength, above 0; Infinity is no penalty. Default 1. */
  C: number;
  /** The share of the absolute weights in the penalty: 0 is L2, 1 is L1, between is elastic. Default 0. */
  l1Ratio: number;
  /** Learn an intercept, which is not penalized. Default true. */
  fitIntercept: boolean;
  /** Weights of the classes. Default all 1. */
  classWeight: ClassWeight | undefined;
  /** It ends when no part of the mean loss's gradient is greater. Default 1e-4. */
  tol: number;
  /** So many iterations at most. Default 100; with absolute weights in the penalty ten times as many. */
  maxIter: number;
  /** Start from what was learned before. Default false. */
  warmStart: boolean;
}

interface State extends LinearClassifierState {
  readonly iterations: number;
}

/**
 * Probabilities of classes from weighted sums of the features: the logistic function for two classes,
 * softmax for more.
 *
 * Source: L-BFGS (Nocedal & Wright, Numerical Optimization, 7.2) for L2 and no penalty, FISTA (Beck &
 * Teboulle, 2009) for the others. O(samples · features · classes) an iteration.
 *
 * Differs from scikit-learn: the penalty chooses the solver; FISTA takes the place of saga and does not
 * penalize the intercept, as liblinear does. `decisionFunction` is [n, 1] for two classes.
 *
 * @example
 * const model = new LogisticRegression().fit([[0], [1], [4], [5]], ["low", "low", "high", "high"]);
 * model.predict([[-1], [9]]); // ["low", "high"]
 * model.classes_; // ["high", "low"]
 * model.predictProba([[2.5]]).toArray()[0].map((p) => Number(p.toFixed(3))); // [0.5, 0.5]
 */
export class LogisticRegression<L extends Label = Label> extends LinearClassifier<
  L,
  LogisticRegressionParams,
  State
> {
  constructor(params: Partial<LogisticRegressionParams> = {}) {
    super(
      {
        C: 1,
        l1Ratio: 0,
        fitIntercept: true,
        classWeight: undefined,
        tol: 1e-4,
        maxIter: 100,
        warmStart: false,
      },
      params,
    );
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): LogisticRegression<M> {
    const { C, l1Ratio, fitIntercept, classWeight, tol, maxIter } = this.params;
    checkNumber(this.name, "C", C, { above: 0, to: Infinity });
    checkNumber(this.name, "l1Ratio", l1Ratio, { from: 0, to: 1 });
    checkNumber(this.name, "tol", tol, { from: 0 });
    checkInteger(this.name, "maxIter", maxIter, 1);
    const { x: samples, classes, codes, weights } = this.readClassification(x, y, options);
    const ofClass = classWeights(classWeight, classes, codes, weights, this.name);
    const all = timesClass(weights, codes, ofClass);
    const total = all.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0)) {
      throw new RangeError(`${this.name} needs a sample with a weight above 0.`);
    }
    const outputs = classes.length === 2 ? 1 : classes.length;
    const data: LogisticData = { x: samples, codes, weights: all, outputs, fitIntercept };
    const size = outputs * samples.columns;
    const start = this.#start(classes, samples.columns, size + outputs);
    const strength = C === Infinity ? 0 : 1 / (C * total);
    const objective = logisticLoss(data, strength * (1 - l1Ratio));
    const l1 = strength * l1Ratio;
    const { at, iterations, converged } =
      l1 === 0
        ? lbfgs(objective, start, tol, maxIter)
        : proximal(objective, start, size, l1, tol, 10 * maxIter);
    if (!converged) {
      warnUnfinished(
        this.name,
        iterations,
        "Scale the features (StandardScaler) or raise maxIter.",
      );
    }
    const coef = new Matrix(at.slice(0, size), outputs, samples.columns);
    this.learned({ classes, coef, intercept: at.slice(size), iterations }, samples);
    return this as unknown as LogisticRegression<M>;
  }

  /** The probability of each class [n, classes], in the order of `classes_`. */
  predictProba(x: MatrixLike): Matrix {
    const { classes } = this.fitted("probabilities");
    return probabilitiesOf(this.sums(this.readMore(x)), classes);
  }

  /** The logarithms of `predictProba`. */
  predictLogProba(x: MatrixLike): Matrix {
    const { data, rows, columns, names } = this.predictProba(x);
    return new Matrix(data.map(Math.log), rows, columns, names);
  }

  /** The number of iterations that `fit` took. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  #start(classes: readonly Label[], features: number, size: number): Float64Array {
    const start = new Float64Array(size);
    if (!this.params.warmStart || !this.isFitted) return start;
    const before = this.fitted();
    const same =
      before.coef.columns === features &&
      before.classes.length === classes.length &&
      before.classes.every((label, k) => label === classes[k]);
    if (!same) return start;
    start.set(before.coef.data);
    start.set(before.intercept, before.coef.data.length);
    return start;
  }
}

register("LogisticRegression", LogisticRegression);
