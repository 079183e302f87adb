export { type ClassWeight, classWeights, timesClass } from "./class-weight.ts";
export {
  argMaxRows,
  type ClassificationData,
  Classifier,
  type ClassifierState,
} from "./classifier.ts";
export { Clusterer, type ClustererState } from "./clusterer.ts";
export { type AnyEstimator, Estimator, type EstimatorJSON, fromJSON } from "./estimator.ts";
export { rounds, type Shown, withBar } from "./fit-progress.ts";
export { type Delegating, type EstimatorKind, kindOf } from "./kind.ts";
export {
  codeLabels,
  type CodedLabels,
  codesAmong,
  columnOf,
  type Label,
  type LabelsLike,
  readLabels,
  type SeriesLike,
  sortLabels,
} from "./labels.ts";
export { CellTransformer } from "./cell-transformer.ts";
export { NotFittedError } from "./not-fitted.ts";
export { checkChoice, checkInteger, checkNumber, type Range } from "./parameters.ts";
export { permutation, randomOf, type RandomState } from "./random.ts";
export { type EstimatorClass, register, registered } from "./registry.ts";
export {
  type Prediction,
  type RegressionData,
  type RegressionsData,
  Regressor,
} from "./regressor.ts";
export { checkLengths, type PartialFitOptions, type SampleOptions } from "./supervised.ts";
export { readTarget, readTargets, readWeights, type TargetLike } from "./target.ts";
export { type AnyTarget, Transformer } from "./transformer.ts";
