import {
  checkNumber,
  type ClassificationData,
  type ClassifierState,
  type Label,
  type LabelsLike,
  type PartialFitOptions,
  type SampleOptions,
} from "../base/index.ts";
import { affine } from "../linalg/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { classSums, sumOf } from "./class-sums.ts";
import { checkPriors, NaiveBayes } from "./naive-bayes.ts";

export interface DiscreteNBParams {
  /** Added to every count, from 0 (Laplace: 1). Default 1. */
  alpha: number;
  /** Take the classes' shares in y as priors; else all classes are alike. Default true. */
  fitPrior: boolean;
  /** The classes' probabilities, in the order of their labels. Default: as `fitPrior` says. */
  classPrior: readonly number[] | undefined;
}

export const discreteDefaults: DiscreteNBParams = {
  alpha: 1,
  fitPrior: true,
  classPrior: undefined,
};

/** Counts of features by class, and what follows from them. */
export interface DiscreteState extends ClassifierState {
  readonly counts: Float64Array;
  /** [classes, features]. */
  readonly sums: Float64Array;
}

/** What a sample's score for a class is made of: its features times `coef`, and `start`. */
export interface Scoring {
  /** [classes, features]. */
  readonly coef: Float64Array;
  readonly start: Float64Array;
}

/** Naive Bayes on counts. */
export abstract class DiscreteNB<L extends Label, P extends DiscreteNBParams> extends NaiveBayes<
  L,
  P,
  DiscreteState
> {
  /** The samples as they are counted. */
  protected counted(x: Matrix): Matrix {
    const wrong = x.data.findIndex((value) => value < 0);
    if (wrong < 0) return x;
    throw new RangeError(
      `${this.name} counts, so that features must be from 0; feature "${x.featureNames()[wrong % x.columns]}" has ${x.data[wrong]} in row ${Math.floor(wrong / x.columns)}.`,
    );
  }

  /** The scores that the counts and the smoothing lead to. */
  protected abstract scoring(state: DiscreteState): Scoring;

  protected learn<M extends Label>(x: MatrixLike, y: LabelsLike<M>, options: SampleOptions): void {
    this.#count(this.readClassification(x, y, options, 1), undefined);
  }

  protected learnPart<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: PartialFitOptions<M>,
  ): void {
    this.#count(this.readPart(x, y, options), this.isFitted ? this.fitted() : undefined);
  }

  #count(data: ClassificationData, before: DiscreteState | undefined): void {
    const { alpha, classPrior } = this.params;
    const { x, classes, codes, weights } = data;
    checkNumber(this.name, "alpha", alpha, { from: 0 });
    if (classPrior) checkPriors(this.name, "classPrior", classPrior, classes.length);
    const { counts, sums } = classSums(this.counted(x), codes, weights, classes.length);
    before?.counts.forEach((count, k) => (counts[k] += count));
    before?.sums.forEach((sum, at) => (sums[at] += sum));
    if (!(sumOf(counts) > 0)) {
      throw new RangeError(`${this.name} needs a sample with a weight above 0.`);
    }
    const names = before && this.featureNamesIn_;
    this.learned(
      { classes, counts, sums },
      names ? new Matrix(x.data, x.rows, x.columns, names) : x,
    );
  }

  protected joint(x: Matrix): Matrix {
    const { coef, start } = this.scoring(this.fitted());
    return affine(this.counted(x), coef, start);
  }

  /** The logarithm of each class's probability before its features are seen [classes]. */
  get classLogPrior_(): Float64Array {
    const { counts } = this.fitted("classLogPrior_");
    const { fitPrior, classPrior } = this.params;
    if (classPrior) return Float64Array.from(classPrior, Math.log);
    const total = sumOf(counts);
    return counts.map((count) => (fitPrior ? Math.log(count / total) : -Math.log(counts.length)));
  }

  /** The weight of each class's samples [classes]. */
  get classCount_(): Float64Array {
    return this.fitted("classCount_").counts.slice();
  }

  /** The weighted sums of the features in each class [classes, features]. */
  get featureCount_(): Matrix {
    const { sums, counts } = this.fitted("featureCount_");
    return new Matrix(sums.slice(), counts.length, sums.length / counts.length);
  }

  /** The logarithms of the features' probabilities in each class [classes, features]. */
  get featureLogProb_(): Matrix {
    const state = this.fitted("featureLogProb_");
    const data = this.logProbabilities(state);
    return new Matrix(data, state.counts.length, data.length / state.counts.length);
  }

  /** [classes, features]. */
  protected abstract logProbabilities(state: DiscreteState): Float64Array;

  /** As scikit-learn has it, a smoothing of 0 becomes the least that keeps logarithms finite. */
  protected get smoothing(): number {
    return Math.max(this.params.alpha, Number.MIN_VALUE);
  }
}
