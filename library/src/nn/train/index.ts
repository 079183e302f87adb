/**
 * Training of compiled models: `train`.
 *
 * @module
 */
export type { Clipping } from "./clipping.ts";
export type { TrainOptions } from "./options.ts";
export { TrainResult } from "./result.ts";
export type { Samples, Values, ValuesOrNamed } from "./samples.ts";
export { train, trainingOf } from "./train.ts";
export type { ClassWeight } from "./weights.ts";
