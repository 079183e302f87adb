import {
  checkNumber,
  type ClassificationData,
  type ClassifierState,
  type Label,
  type LabelsLike,
  type PartialFitOptions,
  register,
  type SampleOptions,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { classSums, sumOf } from "./class-sums.ts";
import { checkPriors, NaiveBayes } from "./naive-bayes.ts";

export interface GaussianNBParams {
  /** The classes' probabilities, in the order of their labels. Default: their shares in y. */
  priors: readonly number[] | undefined;
  /** This part of the greatest variance of a feature is added to all variances. Default 1e-9. */
  varSmoothing: number;
}

interface State extends ClassifierState {
  readonly counts: Float64Array;
  readonly means: Float64Array;
  /** Without the part that is added to them. */
  readonly variances: Float64Array;
  readonly added: number;
}

/**
 * Naive Bayes with a normal distribution for each feature in each class.
 *
 * Source: Chan, Golub & LeVeque, Updating Formulae and a Pairwise Algorithm for Computing Sample
 * Variances (1979), for what `partialFit` adds. O(samples · features).
 *
 * Differs from scikit-learn: `partialFit` takes away from the earlier variances exactly what was added
 * to them, which moves results by about 1e-9.
 *
 * @example
 * const model = new GaussianNB().fit([[0], [1], [4], [5]], ["low", "low", "high", "high"]);
 * model.predict([[0.4], [9]]); // ["low", "high"]
 * model.theta_.toArray(); // [[4.5], [0.5]]
 */
export class GaussianNB<L extends Label = Label> extends NaiveBayes<L, GaussianNBParams, State> {
  constructor(params: Partial<GaussianNBParams> = {}) {
    super({ priors: undefined, varSmoothing: 1e-9 }, params);
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): GaussianNB<M> {
    this.#learn(this.readClassification(x, y, options, 1), undefined);
    return this as unknown as GaussianNB<M>;
  }

  /** Learns more samples, and keeps what was learned; the first call names all `classes`. */
  partialFit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: PartialFitOptions<M> = {},
  ): GaussianNB<M> {
    this.#learn(this.readPart(x, y, options), this.isFitted ? this.fitted() : undefined);
    return this as unknown as GaussianNB<M>;
  }

  #learn(data: ClassificationData, before: State | undefined): void {
    const { varSmoothing, priors } = this.params;
    const { x, classes, codes, weights } = data;
    checkNumber(this.name, "varSmoothing", varSmoothing, { from: 0 });
    if (priors) checkPriors(this.name, "priors", priors, classes.length);
    const n = x.columns;
    const { counts, sums } = classSums(x, codes, weights, classes.length);
    if (before === undefined && !(sumOf(counts) > 0)) {
      throw new RangeError(`${this.name} needs a sample with a weight above 0.`);
    }
    const means = sums.map((sum, at) =>
      counts[Math.floor(at / n)] > 0 ? sum / counts[Math.floor(at / n)] : 0,
    );
    const variances = new Float64Array(means.length);
    for (let i = 0; i < x.rows; i++) {
      const into = codes[i] * n;
      for (let j = 0; j < n; j++)
        variances[into + j] += weights[i] * (x.data[i * n + j] - means[into + j]) ** 2;
    }
    for (let at = 0; at < variances.length; at++) {
      const count = counts[Math.floor(at / n)];
      if (count > 0) variances[at] /= count;
    }
    if (before) merge(before, counts, means, variances, n);
    const added = varSmoothing * greatestVariance(x);
    this.learned(
      { classes, counts, means, variances, added },
      before ? named(x, this.featureNamesIn_) : x,
    );
  }

  protected joint(x: Matrix): Matrix {
    const { classes, means, variances, added } = this.fitted();
    const priors = this.classPrior_;
    const n = x.columns;
    const data = new Float64Array(x.rows * classes.length);
    const halves = variances.map((variance) => 0.5 / (variance + added));
    for (let k = 0; k < classes.length; k++) {
      let start = Math.log(priors[k]);
      for (let j = 0; j < n; j++)
        start -= Math.log(2 * Math.PI * (variances[k * n + j] + added)) / 2;
      for (let i = 0; i < x.rows; i++) {
        let sum = 0;
        for (let j = 0; j < n; j++) {
          const apart = x.data[i * n + j] - means[k * n + j];
          sum += apart * apart * halves[k * n + j];
        }
        data[i * classes.length + k] = start - sum;
      }
    }
    return new Matrix(data, x.rows, classes.length);
  }

  /** The mean of each feature in each class [classes, features]. */
  get theta_(): Matrix {
    const { means, counts } = this.fitted("theta_");
    return new Matrix(means.slice(), counts.length, means.length / counts.length);
  }

  /** The variance of each feature in each class [classes, features], with what is added to it. */
  get var_(): Matrix {
    const { variances, counts, added } = this.fitted("var_");
    const data = variances.map((variance) => variance + added);
    return new Matrix(data, counts.length, data.length / counts.length);
  }

  /** The probability of each class before its features are seen [classes]. */
  get classPrior_(): Float64Array {
    const { counts } = this.fitted("classPrior_");
    if (this.params.priors) return Float64Array.from(this.params.priors);
    const total = sumOf(counts);
    return counts.map((count) => count / total);
  }

  /** The weight of each class's samples [classes]. */
  get classCount_(): Float64Array {
    return this.fitted("classCount_").counts.slice();
  }

  /** What is added to all variances. */
  get epsilon_(): number {
    return this.fitted("epsilon_").added;
  }
}

/** Adds the counts, means and variances of earlier samples to those of new ones. */
function merge(
  before: State,
  counts: Float64Array,
  means: Float64Array,
  variances: Float64Array,
  n: number,
): void {
  for (let k = 0; k < counts.length; k++) {
    const old = before.counts[k];
    const total = old + counts[k];
    if (!(total > 0)) continue;
    for (let at = k * n; at < (k + 1) * n; at++) {
      const apart = before.means[at] - means[at];
      variances[at] =
        (old * before.variances[at] + counts[k] * variances[at]) / total +
        ((old * counts[k]) / total ** 2) * apart * apart;
      means[at] = (old * before.means[at] + counts[k] * means[at]) / total;
    }
    counts[k] = total;
  }
}

const named = (x: Matrix, names: readonly string[] | undefined): Matrix =>
  names === undefined ? x : new Matrix(x.data, x.rows, x.columns, names);

function greatestVariance(x: Matrix): number {
  let greatest = 0;
  const { rows, columns, data } = x;
  const means = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) means[j] += data[i * columns + j] / rows;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) squares[j] += (data[i * columns + j] - means[j]) ** 2;
  for (let j = 0; j < columns; j++) greatest = Math.max(greatest, squares[j] / rows);
  return greatest;
}

register("GaussianNB", GaussianNB);
