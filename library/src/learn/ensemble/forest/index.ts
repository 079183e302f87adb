export { RandomForestClassifier } from "./random-forest-classifier.ts";
export { ExtraTreesClassifier } from "./extra-trees-classifier.ts";
export { RandomForestRegressor } from "./random-forest-regressor.ts";
export { ExtraTreesRegressor } from "./extra-trees-regressor.ts";
export type { ForestClassifierParams } from "./forest-classifier.ts";
export type { ForestRegressorParams } from "./forest-regressor.ts";
export { IsolationForest, type IsolationForestParams } from "./isolation-forest.ts";
export type { ForestParams } from "./params.ts";
