import {
  type AnyEstimator,
  argMaxRows,
  checkInteger,
  checkNumber,
  Classifier,
  type ClassifierState,
  type Label,
  type LabelsLike,
  randomOf,
  type RandomState,
  register,
  rounds,
  type SampleOptions,
} from "../../../base/index.ts";
import { Matrix, type MatrixLike } from "../../../matrix/index.ts";
import { DecisionTreeClassifier } from "../../../tree/index.ts";
import { freshFrom, type Member, weightedImportances } from "./members.ts";

export interface AdaBoostClassifierParams {
  /** The classifier that is fitted again and again, which takes `sampleWeight`; default a stump. */
  estimator: AnyEstimator | undefined;
  /** The greatest number of rounds; a perfect fit ends them. Default 50. */
  nEstimators: number;
  /** What each classifier's weight is multiplied by, above 0. Default 1. */
  learningRate: number;
  /** Makes what the classifiers draw the same in every run. */
  randomState: RandomState;
  /** Show a progress bar in a notebook while it learns, which counts rounds. Default false. */
  verbose: boolean;
}

interface State extends ClassifierState {
  readonly members: readonly AnyEstimator[];
  readonly weights: Float64Array;
  readonly errors: Float64Array;
}

/**
 * Classifiers in a row, each on weights that rise for the samples its predecessor got wrong; they vote
 * with weights by their errors (SAMME).
 *
 * Fitting takes `nEstimators` times what the classifier takes.
 *
 * Source: J. Zhu, H. Zou, S. Rosset, T. Hastie, Multi-class AdaBoost, 2009.
 *
 * Differs from scikit-learn: the decision function is a Matrix, of two classes with one column.
 *
 * @example
 * const boosted = new AdaBoostClassifier({ nEstimators: 10 });
 * const middle = boosted.fit([[1], [2], [3], [4], [5], [6]], ["out", "out", "in", "in", "out", "out"]);
 * middle.predict([[0], [3.4], [9]]); // ["out", "in", "out"]
 */
export class AdaBoostClassifier<L extends Label = Label> extends Classifier<
  L,
  AdaBoostClassifierParams,
  State
> {
  constructor(params: Partial<AdaBoostClassifierParams> = {}) {
    super(
      {
        estimator: undefined,
        nEstimators: 50,
        learningRate: 1,
        randomState: undefined,
        verbose: false,
      },
      params,
    );
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): AdaBoostClassifier<M> {
    const { nEstimators, learningRate, estimator, verbose } = this.params;
    checkInteger(this.name, "nEstimators", nEstimators, 1);
    checkNumber(this.name, "learningRate", learningRate, { above: 0 });
    const data = this.readClassification(x, y, options);
    const { x: samples, classes, codes } = data;
    const random = randomOf(this.params.randomState);
    const labels = Array.from(codes, (code) => classes[code]);
    const members: AnyEstimator[] = [];
    const weights: number[] = [];
    const errors: number[] = [];
    let current = normed(data.weights, this.name);
    for (const _ of rounds({ who: this.name, verbose, unit: "rounds" }, nEstimators)) {
      void _;
      current = current.map((weight) => (weight === 0 ? 0 : Math.max(weight, Number.EPSILON)));
      const member = freshFrom(estimator ?? new DecisionTreeClassifier({ maxDepth: 1 }), random);
      member.fit(samples, labels, { sampleWeight: current });
      const predicted = member.predict(samples) as ArrayLike<Label>;
      const wrong = labels.map((label, i) => label !== predicted[i]);
      const error = sumWhere(current, wrong) / sumWhere(current);
      if (error > 0 && error >= 1 - 1 / classes.length) {
        if (members.length > 0) break;
        throw new RangeError(
          `${this.name}: the first ${member.name} is right for ${((1 - error) * 100).toFixed(1)} % of the weight, no more than guessing. Give a better estimator.`,
        );
      }
      const weight =
        error <= 0
          ? 1
          : learningRate * (Math.log((1 - error) / error) + Math.log(classes.length - 1));
      members.push(member);
      weights.push(weight);
      errors.push(Math.max(0, error));
      if (error <= 0) break;
      const raise = Math.exp(weight);
      const raised = current.map((value, i) => (wrong[i] ? value * raise : value));
      if (!Number.isFinite(sumWhere(raised))) break;
      current = normed(raised, this.name);
    }
    const learned = {
      members,
      weights: Float64Array.from(weights),
      errors: Float64Array.from(errors),
    };
    this.learned({ classes, ...learned }, samples);
    return this as unknown as AdaBoostClassifier<M>;
  }

  /** The votes: of two classes one number [n, 1], from -1 to 1, else one for each class. */
  decisionFunction(x: MatrixLike): Matrix {
    this.fitted("decision");
    const votes = this.#votes(this.readMore(x));
    if (votes.columns > 2) return votes;
    const data = Float64Array.from(
      { length: votes.rows },
      (_, i) => votes.at(i, 1) - votes.at(i, 0),
    );
    return new Matrix(data, votes.rows, 1);
  }

  /** The probability of each class [n, classes], in the order of `classes_`. */
  predictProba(x: MatrixLike): Matrix {
    const { classes } = this.fitted("probabilities");
    const votes = this.#votes(this.readMore(x));
    const scale = 1 / (classes.length - 1);
    const data = votes.data.map((vote) => Math.exp(vote * scale));
    for (let from = 0; from < data.length; from += classes.length) {
      const row = data.subarray(from, from + classes.length);
      const sum = row.reduce((total, value) => total + value, 0);
      for (let k = 0; k < row.length; k++) row[k] /= sum;
    }
    return new Matrix(data, votes.rows, classes.length, classes.map(String));
  }

  /** The classifiers. */
  get estimators_(): readonly AnyEstimator[] {
    return this.fitted("estimators_").members;
  }

  /** What each classifier's vote weighs. */
  get estimatorWeights_(): Float64Array {
    return this.fitted("estimatorWeights_").weights.slice();
  }

  /** The weighted part of the samples that each classifier got wrong. */
  get estimatorErrors_(): Float64Array {
    return this.fitted("estimatorErrors_").errors.slice();
  }

  /** The weighted mean of the classifiers' importances. @throws TypeError where they have none. */
  get featureImportances_(): Float64Array {
    const { members, weights } = this.fitted("featureImportances_");
    return weightedImportances(this.name, members, weights, this.nFeaturesIn_);
  }

  protected decide(x: Matrix): ArrayLike<number> {
    return argMaxRows(this.#votes(x));
  }

  #votes(x: Matrix): Matrix {
    const { classes, members, weights } = this.fitted("votes");
    const width = classes.length;
    const data = new Float64Array(x.rows * width);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const codes = new Map(classes.map((label, code) => [label, code]));
    members.forEach((member, m) => {
      const predicted = (member as Member).predict(x) as ArrayLike<Label>;
      const against = -weights[m] / (width - 1) / total;
      for (let i = 0; i < x.rows; i++) {
        const code = codes.get(predicted[i]) ?? -1;
        for (let k = 0; k < width; k++) {
          data[i * width + k] += k === code ? weights[m] / total : against;
        }
      }
    });
    return new Matrix(data, x.rows, width, classes.map(String));
  }
}

function normed(weights: Float64Array, who: string): Float64Array {
  const total = sumWhere(weights);
  if (total > 0) return weights.map((weight) => weight / total);
  throw new RangeError(`${who}: at least one sample needs a weight above 0.`);
}

function sumWhere(weights: Float64Array, where?: readonly boolean[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) if (where?.[i] ?? true) sum += weights[i];
  return sum;
}

register("AdaBoostClassifier", AdaBoostClassifier);
