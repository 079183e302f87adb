export { KNeighborsClassifier, type KNeighborsClassifierParams } from "./k-neighbors-classifier.ts";
export { KNeighborsRegressor, type KNeighborsRegressorParams } from "./k-neighbors-regressor.ts";
export { NearestCentroid, type NearestCentroidParams } from "./nearest-centroid.ts";
export { NearestNeighbors, type NearestNeighborsParams } from "./nearest-neighbors.ts";
export type { Neighbors, RadiusNeighbors } from "./questions.ts";
export type { DistanceFunction, Metric } from "./search/index.ts";
export type { NeighborWeights } from "./weights.ts";
