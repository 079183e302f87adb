export { GroupKFold } from "./group-k-fold.ts";
export { KFold, type KFoldOptions } from "./k-fold.ts";
export * from "./other-splits.ts";
export type { GroupsLike, Samples } from "./samples.ts";
export {
  GroupShuffleSplit,
  ShuffleSplit,
  type ShuffleSplitOptions,
  StratifiedShuffleSplit,
} from "./shuffle-split.ts";
export type { SizeOptions } from "./sizes.ts";
export type { CrossValidator, Split } from "./splitter.ts";
export { StratifiedGroupKFold } from "./stratified-group-k-fold.ts";
export { StratifiedKFold } from "./stratified-k-fold.ts";
export { type TrainTest, trainTestSplit, type TrainTestSplitOptions } from "./train-test-split.ts";
export type { CV } from "./check-cv.ts";
export { crossValPredict, type CrossValPredictOptions } from "./cross-val-predict.ts";
export {
  crossValidate,
  type CrossValidateOptions,
  type CrossValOptions,
  crossValScore,
  type Scoring,
} from "./cross-validate.ts";
export { choices, type Distribution, logUniform, randint, uniform } from "./distributions.ts";
export { ParameterGrid, ParameterSampler } from "./parameter-grid.ts";
export { getScorer, getScorerNames, makeScorer, type Scorer, type ScorerName } from "./scorers.ts";
export * from "./search/index.ts";
export {
  type CurveScores,
  type LearningCurve,
  learningCurve,
  type LearningCurveOptions,
  validationCurve,
  type ValidationCurveOptions,
} from "./curves.ts";
