export { DummyClassifier, type DummyClassifierParams } from "./dummy-classifier.ts";
export { DummyRegressor, type DummyRegressorParams } from "./dummy-regressor.ts";
