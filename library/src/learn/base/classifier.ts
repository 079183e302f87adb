import type { Matrix } from "../matrix/index.ts";
import { type MatrixLike } from "../matrix/index.ts";
import { Estimator } from "./estimator.ts";
import {
  codeLabels,
  codesAmong,
  type Label,
  type LabelsLike,
  readLabels,
  sortLabels,
} from "./labels.ts";
import { checkLengths, type PartialFitOptions, type SampleOptions } from "./supervised.ts";
import { readWeights } from "./target.ts";

/** What every classifier's state holds. */
export interface ClassifierState {
  readonly classes: readonly Label[];
}

/** Samples to learn classes from, checked: `codes[i]` is the place of sample i's label in `classes`. */
export interface ClassificationData {
  readonly x: Matrix;
  readonly classes: Label[];
  readonly codes: Int32Array;
  readonly weights: Float64Array;
}

/**
 * An estimator that predicts one label a sample.
 *
 * @typeParam L - the labels' type, which `fit` takes from y and `predict` gives back
 */
export abstract class Classifier<
  L extends Label,
  P extends object,
  S extends ClassifierState,
> extends Estimator<P, S> {
  /** Learns from samples [n, features] and one label a sample [n]. */
  abstract fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options?: SampleOptions,
  ): Classifier<M, P, S>;

  /** The place of each sample's label in `classes_`. */
  protected abstract decide(x: Matrix): ArrayLike<number>;

  /** The labels, sorted. */
  get classes_(): L[] {
    return [...this.fitted("classes_").classes] as L[];
  }

  /** One label a sample [n]. */
  predict(x: MatrixLike): L[] {
    const { classes } = this.fitted("prediction");
    return Array.from(this.decide(this.readMore(x)), (code) => classes[code] as L);
  }

  /** Accuracy: the part of the samples whose label is predicted. */
  score<M extends Label>(x: MatrixLike, y: LabelsLike<M>, options: SampleOptions = {}): number {
    const predicted = this.predict(x);
    const actual: Label[] = readLabels(y, this.name);
    if (predicted.length !== actual.length) {
      throw new RangeError(
        `${this.name} received ${predicted.length} samples in X, but ${actual.length} in y.`,
      );
    }
    const weights = readWeights(options.sampleWeight, actual.length, this.name);
    let right = 0;
    let total = 0;
    actual.forEach((label, i) => {
      total += weights[i] ?? 0;
      if (label === predicted[i]) right += weights[i] ?? 0;
    });
    return right / total;
  }

  /**
   * Reads and checks what `fit` received.
   *
   * @param least the least number of classes; default 2
   * @throws RangeError for fewer classes
   */
  protected readClassification<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
    least = 2,
  ): ClassificationData {
    const matrix = this.readFit(x);
    const labels = readLabels(y, this.name);
    checkLengths(matrix, labels.length, this.name);
    const { classes, codes } = codeLabels(labels);
    if (classes.length < least) {
      throw new RangeError(
        `${this.name} needs at least ${least} classes to tell apart; y has only ${JSON.stringify(classes[0])}.`,
      );
    }
    const weights = readWeights(options.sampleWeight, matrix.rows, this.name);
    return { x: matrix, classes, codes, weights };
  }

  /**
   * Reads what `partialFit` received.
   *
   * @param least the least number of classes
   * @throws RangeError when the classes are not named in the first call, or y has one that is not among
   * them
   */
  protected readPart<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: PartialFitOptions<M>,
    least = 1,
  ): ClassificationData {
    const matrix = this.isFitted ? this.readMore(x) : this.readFit(x);
    const labels = readLabels(y, this.name);
    checkLengths(matrix, labels.length, this.name);
    const weights = readWeights(options.sampleWeight, matrix.rows, this.name);
    const named = options.classes && sortLabels([...new Set<Label>(options.classes)]);
    const known = this.isFitted ? this.fitted().classes : named;
    if (known === undefined || known.length < least) {
      throw new RangeError(
        `${this.name}: the first partialFit needs all labels that will come, at least ${least}: { classes: [...] }.`,
      );
    }
    return { x: matrix, classes: [...known], codes: codesAmong(labels, known, this.name), weights };
  }
}

/** The place of the greatest value in each row; of equals, the first. */
export function argMaxRows(scores: Matrix): Int32Array {
  const { rows, columns, data } = scores;
  const best = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    let greatest = -Infinity;
    for (let j = 0; j < columns; j++) {
      const value = data[i * columns + j] ?? -Infinity;
      if (value > greatest) {
        greatest = value;
        best[i] = j;
      }
    }
  }
  return best;
}
