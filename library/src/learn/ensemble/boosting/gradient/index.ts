export {
  GradientBoostingClassifier,
  type GradientBoostingClassifierParams,
} from "./gradient-boosting-classifier.ts";
export {
  GradientBoostingRegressor,
  type GradientBoostingRegressorParams,
} from "./gradient-boosting-regressor.ts";
export type { GradientBoostingParams } from "./params.ts";
