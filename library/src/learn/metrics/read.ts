import { checkOptions } from "../../frame/engine/options.ts";
import {
  codeLabels,
  type Label,
  type LabelsLike,
  readLabels,
  readTargets,
  readWeights,
  type TargetLike,
} from "../base/index.ts";
import type { Matrix } from "../matrix/index.ts";
import { describe } from "../matrix/index.ts";

/** What nearly every metric takes. */
export interface WeightOption {
  /** One weight a sample, from 0; default all 1. */
  readonly sampleWeight?: ArrayLike<number>;
}

/** True and predicted labels as places in `classes`. */
export interface LabelPair {
  readonly classes: Label[];
  readonly actual: Int32Array;
  readonly predicted: Int32Array;
  readonly weights: Float64Array;
}

/** @throws RangeError unless both have the same length, of at least one. */
export function checkPair(who: string, actual: number, predicted: number): void {
  if (actual !== predicted) {
    throw new RangeError(
      `${who} compares sample with sample, but there are ${actual} true values and ${predicted} predicted ones.`,
    );
  }
  if (actual === 0) throw new RangeError(`${who} needs at least one sample; it received none.`);
}

/** Reads labels that are compared with labels; `known` are the options that the metric has. */
export function readLabelPair(
  who: string,
  yTrue: LabelsLike<Label>,
  yPred: LabelsLike<Label>,
  options: WeightOption,
  known: readonly string[] = [],
): LabelPair {
  checkOptions(who, options, ["sampleWeight", ...known]);
  const truth = readLabels(yTrue, who);
  const guess = readLabels(yPred, who);
  checkPair(who, truth.length, guess.length);
  const { classes, codes } = codeLabels([...truth, ...guess]);
  return {
    classes,
    actual: codes.subarray(0, truth.length),
    predicted: codes.subarray(truth.length),
    weights: readWeights(options.sampleWeight, truth.length, who),
  };
}

/** Numbers that are compared with numbers: [samples, outputs]. */
export interface NumberPair {
  readonly actual: Matrix;
  readonly predicted: Matrix;
  readonly weights: Float64Array;
}

/** Reads targets that are compared with predictions, of one output or several. */
export function readNumberPair(
  who: string,
  yTrue: TargetLike,
  yPred: TargetLike,
  options: WeightOption,
  known: readonly string[] = [],
): NumberPair {
  checkOptions(who, options, ["sampleWeight", ...known]);
  const actual = readTargets(yTrue, who).y;
  const predicted = readTargets(yPred, who).y;
  checkPair(who, actual.rows, predicted.rows);
  if (actual.columns !== predicted.columns) {
    throw new RangeError(
      `${who} compares output with output, but there are ${actual.columns} true ones and ${predicted.columns} predicted ones.`,
    );
  }
  return { actual, predicted, weights: readWeights(options.sampleWeight, actual.rows, who) };
}

/** The place of each label in `labels`; -1 for one that is not there. */
export function placesIn(labels: readonly Label[], classes: readonly Label[]): Int32Array {
  return Int32Array.from(classes, (label) => labels.indexOf(label));
}

/** @throws RangeError for a list of labels that is empty or repeats one. */
export function checkLabels(who: string, labels: readonly Label[]): void {
  if (labels.length > 0 && new Set(labels).size === labels.length) return;
  throw new RangeError(
    `${who}: labels must be different labels, at least one; they are ${describe(labels)}: ${labels.map((label) => describe(label)).join(", ")}.`,
  );
}

/** The sum of the values; 0 for none. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}

/** 0 ÷ 0 is 0 here, as in the sums of shares. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
