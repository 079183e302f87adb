export type { CategoricalFeatures } from "./categories.ts";
export {
  HistGradientBoostingClassifier,
  type HistGradientBoostingClassifierParams,
} from "./hist-gradient-boosting-classifier.ts";
export {
  HistGradientBoostingRegressor,
  type HistGradientBoostingRegressorParams,
} from "./hist-gradient-boosting-regressor.ts";
export type { HistGradientBoostingParams } from "./params.ts";
export type { HistTree } from "./tree.ts";
