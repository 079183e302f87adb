import { Classifier } from "./classifier.ts";
import { Clusterer } from "./clusterer.ts";
import type { AnyEstimator } from "./estimator.ts";
import { Regressor } from "./regressor.ts";
import { Transformer } from "./transformer.ts";

/** What an estimator is for. */
export type EstimatorKind = "classifier" | "regressor" | "clusterer" | "transformer";

/** An estimator that is what the one inside it is, as a pipeline is what its last step is. */
export interface Delegating {
  readonly finalEstimator: AnyEstimator | undefined;
}

/** What the estimator is for; of a pipeline, what its last step is for. */
export function kindOf(estimator: unknown): EstimatorKind | undefined {
  if (estimator instanceof Classifier) return "classifier";
  if (estimator instanceof Regressor) return "regressor";
  if (estimator instanceof Clusterer) return "clusterer";
  if (estimator instanceof Transformer) return "transformer";
  const inner: unknown = (estimator as Partial<Delegating> | undefined)?.finalEstimator;
  return inner === undefined ? undefined : kindOf(inner);
}
