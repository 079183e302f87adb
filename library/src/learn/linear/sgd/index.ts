export type { ClassLossName, NumberLossName } from "./losses.ts";
export type { SGDParams } from "./params.ts";
export { Perceptron, type PerceptronParams } from "./perceptron.ts";
export { SGDClassifier, type SGDClassifierParams } from "./sgd-classifier.ts";
export { SGDRegressor, type SGDRegressorParams } from "./sgd-regressor.ts";
