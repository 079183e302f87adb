export type { NamedEstimators } from "./members.ts";
export { VotingClassifier, type VotingClassifierParams } from "./voting-classifier.ts";
export { VotingRegressor, type VotingRegressorParams } from "./voting-regressor.ts";
