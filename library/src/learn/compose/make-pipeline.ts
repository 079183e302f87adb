import type { AnyEstimator } from "../base/index.ts";
import { namesFor } from "./names.ts";
import { Pipeline, type Step } from "./pipeline.ts";

/**
 * A pipeline whose steps are named by their classes: `standardScaler`, `ridge`.
 *
 * @example
 * makePipeline(new StandardScaler(), new DummyClassifier()).steps.map(([name]) => name);
 * // ["standardScaler", "dummyClassifier"]
 */
export function makePipeline<E extends AnyEstimator>(
  ...estimators: readonly [...(AnyEstimator | "passthrough")[], E]
): Pipeline<E> {
  const names = namesFor(estimators);
  return new Pipeline<E>(estimators.map((one, at): Step => [names[at], one]));
}
