export type { CovarianceType } from "./covariances.ts";
export { GaussianMixture, type GaussianMixtureParams } from "./gaussian-mixture.ts";
