export { VarianceThreshold, type VarianceThresholdParams } from "./variance-threshold.ts";
