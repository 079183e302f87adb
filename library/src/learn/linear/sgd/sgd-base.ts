import {
  type ClassificationData,
  classWeights,
  type ClassWeight,
  type ClassifierState,
  type Label,
  type LabelsLike,
  type PartialFitOptions,
  randomOf,
  type SampleOptions,
} from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import { warnUnfinished } from "../convergence.ts";
import { LinearClassifier } from "../linear-classifier.ts";
import { stochasticDescent } from "./descent.ts";
import { classLosses, type ClassLossName } from "./losses.ts";
import { endState, type SGDState, startWeights } from "./outputs.ts";
import { checkSGD, type SGDParams } from "./params.ts";

export interface SGDClassifierState extends SGDState, ClassifierState {}

/** What the classifiers by stochastic gradients have in common: one output for each class against the rest. */
export abstract class StochasticClassifier<
  L extends Label,
  P extends object,
> extends LinearClassifier<L, P, SGDClassifierState> {
  protected abstract settings(): SGDParams & {
    readonly loss: ClassLossName;
    readonly classWeight: ClassWeight | undefined;
  };

  protected learn<M extends Label>(x: MatrixLike, y: LabelsLike<M>, options: SampleOptions): void {
    const data = this.readClassification(x, y, options);
    const settings = this.settings();
    const before = settings.warmStart && this.isFitted ? this.fitted() : undefined;
    const same = before?.classes.every((label, k) => label === data.classes[k]);
    this.#descend(data, same ? before : undefined, 1, settings.maxIter, data.x);
  }

  protected learnPart<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: PartialFitOptions<M>,
  ): void {
    if (this.settings().classWeight === "balanced") {
      throw new RangeError(
        `${this.name}: classWeight "balanced" needs all samples at once. Give partialFit sampleWeight or an object of weights.`,
      );
    }
    const data = this.readPart(x, y, options, 2);
    const before = this.isFitted ? this.fitted() : undefined;
    const names = before && this.featureNamesIn_;
    const seen = names ? new Matrix(data.x.data, data.x.rows, data.x.columns, names) : data.x;
    this.#descend(data, before, before?.steps ?? 1, 1, seen);
  }

  #descend(
    { x, classes, codes, weights }: ClassificationData,
    before: SGDClassifierState | undefined,
    t: number,
    rounds: number,
    seen: Matrix,
  ): void {
    const settings = { ...this.settings(), maxIter: rounds };
    checkSGD(this.name, settings);
    const ofClass = classWeights(settings.classWeight, classes, codes, undefined, this.name);
    const random = randomOf(settings.randomState);
    const count = classes.length === 2 ? 1 : classes.length;
    const outputs = startWeights(before, count, x.columns);
    const loss = classLosses[settings.loss];
    let iterations = 0;
    let converged = true;
    outputs.forEach((output, k) => {
      const positive = count === 1 ? 1 : k;
      const rest = count === 1 ? ofClass[0] : 1;
      const signs = Float64Array.from(codes, (code) => (code === positive ? 1 : -1));
      const each = weights.map(
        (weight, i) => weight * (codes[i] === positive ? ofClass[positive] : rest),
      );
      const own = random.fork(k);
      const done = stochasticDescent(this.name, x, signs, each, loss, settings, output, t, own);
      iterations = Math.max(iterations, done.iterations);
      converged &&= done.converged;
    });
    if (!converged && rounds > 1) {
      warnUnfinished(this.name, rounds, "Raise maxIter, or scale the features (StandardScaler).");
    }
    const state = endState(outputs, iterations, t + iterations * x.rows, settings);
    this.learned({ classes, ...state }, seen);
  }

  /** The number of rounds that `fit` took; of several classes, the most. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  /** The number of the next step. */
  get t_(): number {
    return this.fitted("t_").steps;
  }
}
