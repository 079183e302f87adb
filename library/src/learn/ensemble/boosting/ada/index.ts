export { AdaBoostClassifier, type AdaBoostClassifierParams } from "./ada-boost-classifier.ts";
export { AdaBoostRegressor, type AdaBoostRegressorParams } from "./ada-boost-regressor.ts";
