import {
  type AnyEstimator,
  Estimator,
  type Label,
  type LabelsLike,
  readLabels,
  readTarget,
  type SampleOptions,
  type TargetLike,
  readWeights,
} from "../../base/index.ts";
import { checkStepNames } from "../../compose/names.ts";
import { describe, type Matrix } from "../../matrix/index.ts";
import { featuresOf } from "../../model-selection/features.ts";
import type { Called } from "../../model-selection/learner.ts";
import { countAll, type Samples } from "../../model-selection/samples.ts";

/** Names and estimators; `"drop"` leaves one out. */
export type NamedEstimators = readonly (readonly [
  name: string,
  estimator: AnyEstimator | "drop",
])[];

/** An estimator of an ensemble that has learned. */
export type NamedMember = readonly [name: string, member: AnyEstimator];

/** Samples as they were given (a frame stays one), and what was read of their targets. */
export interface Read<Y> {
  readonly x: Samples;
  readonly y: Y;
  readonly features: Matrix;
  readonly count: number;
  /** Only where weights were given: not every estimator takes them. */
  readonly weights: Float64Array | undefined;
}

/** The samples and labels. @throws RangeError where there are none, or not as many of each */
export function readLabelled(
  x: Samples,
  y: LabelsLike<Label>,
  options: SampleOptions,
  who: string,
): Read<Label[]> {
  return read(x, readLabels(y, who), options, who);
}

/** The samples and numbers. @throws RangeError where there are none, or not as many of each */
export function readNumbered(
  x: Samples,
  y: TargetLike,
  options: SampleOptions,
  who: string,
): Read<Float64Array> {
  return read(x, readTarget(y, who), options, who);
}

function read<Y extends ArrayLike<unknown>>(
  x: Samples,
  y: Y,
  options: SampleOptions,
  who: string,
): Read<Y> {
  const features = featuresOf(x, who);
  const count = countAll(who, x);
  if (features.columns === 0) {
    throw new RangeError(`${who} needs at least one feature; the samples have none.`);
  }
  if (count !== y.length) {
    throw new RangeError(`${who} received ${count} samples in X, but ${y.length} in y.`);
  }
  const weights = options.sampleWeight && readWeights(options.sampleWeight, count, who);
  return { x, y, features, count, weights };
}

/**
 * Copies that have learned nothing, of those that are not dropped.
 *
 * @throws RangeError for none, and for names that are equal; TypeError for what does not predict
 */
export function freshMembers(estimators: NamedEstimators, who: string): [string, Called][] {
  const isList: boolean = Array.isArray(estimators);
  if (!isList || estimators.length === 0) {
    throw new RangeError(
      `${who} needs estimators: [["name", estimator], …]; it has ${describe(estimators)}.`,
    );
  }
  checkStepNames(estimators, who);
  const kept = estimators.filter(([, one]) => one !== "drop");
  if (kept.length === 0) throw new RangeError(`${who}: all estimators are dropped; keep one.`);
  return kept.map(([name, one]) => {
    if (one instanceof Estimator && "predict" in one) return [name, one.clone() as Called];
    throw new TypeError(`${who}: "${name}" must be an estimator that predicts, or "drop".`);
  });
}

/** The estimator of this name. */
export function memberNamed(estimators: NamedEstimators, name: string): AnyEstimator | undefined {
  const found = estimators.find(([one]) => one === name)?.[1];
  return found instanceof Estimator ? found : undefined;
}
