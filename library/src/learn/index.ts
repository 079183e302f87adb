/**
 * Estimators by scikit-learn's contract, on typed arrays: `fit`, `predict`, `transform`, `score`;
 * learned values end in `_`. Samples come as frames, rows, matrices or tensors; labels keep their type.
 *
 * @module
 */
export {
  type AnyEstimator,
  type AnyTarget,
  Classifier,
  type ClassWeight,
  Clusterer,
  Estimator,
  type EstimatorJSON,
  fromJSON,
  kindOf,
  type Label,
  type LabelsLike,
  NotFittedError,
  type PartialFitOptions,
  type RandomState,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
  Transformer,
} from "./base/index.ts";
export * from "./cluster/index.ts";
export * from "./decomposition/index.ts";
export * from "./compose/index.ts";
export * from "./dummy/index.ts";
export * from "./feature-extraction/index.ts";
export * from "./feature-selection/index.ts";
export * from "./ensemble/boosting/index.ts";
export * from "./gaussian-process/index.ts";
export * from "./linear/index.ts";
export * from "./manifold/index.ts";
export * from "./ensemble/forest/index.ts";
export * from "./ensemble/meta/index.ts";
export * from "./mixture/index.ts";
export * from "./neighbors/index.ts";
export * from "./naive-bayes/index.ts";
export { Matrix, type MatrixLike, SparseMatrix, type TableLike } from "./matrix/index.ts";
export * from "./preprocessing/index.ts";
export * from "./svm/index.ts";
export * from "./tree/index.ts";
export * from "./inspection/index.ts";
export * from "./metrics/index.ts";
export * from "./model-selection/index.ts";
