/**
 * What a training calls while it runs, and what steers it.
 *
 * @module
 */
export type { Callback, History, TrainingRun } from "./contract.ts";
export { learningRateOf, setLearningRate } from "./learning-rate.ts";
