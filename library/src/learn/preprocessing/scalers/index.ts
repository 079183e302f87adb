export { Binarizer, type BinarizerParams } from "./binarizer.ts";
export { MaxAbsScaler } from "./max-abs-scaler.ts";
export { MinMaxScaler, type MinMaxScalerParams } from "./min-max-scaler.ts";
export { Normalizer, type NormalizerParams } from "./normalizer.ts";
export { RobustScaler, type RobustScalerParams } from "./robust-scaler.ts";
export { StandardScaler, type StandardScalerParams } from "./standard-scaler.ts";
