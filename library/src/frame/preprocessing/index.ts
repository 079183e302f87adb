/**
 * Labels as numbers, categories as columns of 0 and 1, and columns on one scale, with danfo's names and
 * scikit-learn's answers. What `fit` has learned ends in an underscore.
 *
 * @module
 */
export { type DummiesOptions, getDummies } from "./dummies.ts";
export { LabelEncoder } from "./label-encoder.ts";
export type { Labels, LabelsLike, NumbersLike, ScaledLike } from "./kinds.ts";
export { MinMaxScaler, type MinMaxScalerOptions } from "./min-max-scaler.ts";
export { OneHotEncoder, type OneHotEncoderOptions } from "./one-hot-encoder.ts";
export { StandardScaler, type StandardScalerOptions } from "./standard-scaler.ts";
