import { type AnyEstimator, Classifier } from "../base/index.ts";

/** An estimator that learns; parameters are checked by the estimator itself. */
export interface Learner extends AnyEstimator {
  fit(x: never, y: never): unknown;
}

/** An estimator as this folder calls it, whatever its samples and targets are. */
export interface Called extends AnyEstimator {
  readonly classes_?: readonly (string | number | boolean)[];
  readonly labels_?: Int32Array;
  fit(x: unknown, y?: unknown, options?: object): Called;
  predict(x: unknown): ArrayLike<string | number | boolean>;
  score(x: unknown, y?: unknown, options?: object): number;
  predictProba?(x: unknown): unknown;
  decisionFunction?(x: unknown): unknown;
}

/** What an estimator predicts. */
export type Prediction<E> = E extends { predict(x: never): infer R } ? R : undefined;

/** The parameters of an estimator. */
export type ParamsOf<E> = E extends { getParams(): infer P } ? P : never;

/** Whether it predicts labels: a classifier, or what ends in one (a pipeline, a search). */
export function isClassifier(estimator: object): boolean {
  if (estimator instanceof Classifier) return true;
  const params = (estimator as Partial<AnyEstimator>).getParams?.() as
    { estimator?: unknown; steps?: unknown } | undefined;
  const inner = params?.estimator;
  if (typeof inner === "object" && inner !== null) return isClassifier(inner);
  const steps = params?.steps;
  const last: unknown = Array.isArray(steps) ? steps.at(-1) : undefined;
  const step: unknown = Array.isArray(last) ? last[1] : last;
  return typeof step === "object" && step !== null && isClassifier(step);
}
