export { ElasticNet, type ElasticNetParams, type LassoParams } from "./elastic-net.ts";
export {
  enetPath,
  type EnetPathOptions,
  lassoPath,
  type LassoPath,
  type PathOptions,
} from "./lasso-path.ts";
export { Lasso } from "./lasso.ts";
export { LinearRegression, type LinearRegressionParams } from "./linear-regression.ts";
export { LogisticRegression, type LogisticRegressionParams } from "./logistic-regression.ts";
export { RidgeClassifier, type RidgeClassifierParams } from "./ridge-classifier.ts";
export { Ridge, type RidgeParams } from "./ridge.ts";
export * from "./sgd/index.ts";
