export * from "./explained.ts";
export {
  maxError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanPinballLoss,
  meanSquaredError,
  meanSquaredLogError,
  medianAbsoluteError,
  type PinballOptions,
  rootMeanSquaredError,
  rootMeanSquaredLogError,
} from "./errors.ts";
export type { RegressionOptions } from "./outputs.ts";
