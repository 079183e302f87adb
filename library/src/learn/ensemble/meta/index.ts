export type { NamedEstimators } from "./members.ts";
export { VotingClassifier, type VotingClassifierParams } from "./voting-classifier.ts";
export { VotingRegressor, type VotingRegressorParams } from "./voting-regressor.ts";
export { StackingClassifier, type StackingClassifierParams } from "./stacking-classifier.ts";
export { StackingRegressor, type StackingRegressorParams } from "./stacking-regressor.ts";
export { BaggingClassifier, type BaggingClassifierParams } from "./bagging-classifier.ts";
export { BaggingRegressor, type BaggingRegressorParams } from "./bagging-regressor.ts";
