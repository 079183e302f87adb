export {
  GaussianProcessRegressor,
  type GaussianProcessRegressorParams,
  type WithCovariance,
  type WithStd,
} from "./gaussian-process-regressor.ts";
export * from "./kernels/index.ts";
