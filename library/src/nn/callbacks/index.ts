/**
 * What a training calls while it runs, and what steers it.
 *
 * @module
 */
export { bestCheckpoint, type BestCheckpointOptions } from "./best-checkpoint.ts";
export type { Callback, History, TrainingRun } from "./contract.ts";
export { csvLogger, type CsvLoggerOptions } from "./csv-logger.ts";
export { earlyStopping, type EarlyStopping, type EarlyStoppingOptions } from "./early-stopping.ts";
export {
  findLearningRate,
  LearningRates,
  type FindLearningRateOptions,
} from "./find-learning-rate.ts";
export type { MonitorOptions } from "./monitor.ts";
export { reduceOnPlateau, type ReduceOnPlateauOptions } from "./reduce-on-plateau.ts";
export {
  constantRate,
  cosineDecay,
  exponentialDecay,
  learningRateSchedule,
  oneCycle,
  stepDecay,
  type LearningRateSchedule,
  type Schedule,
  type ScheduleOptions,
} from "./schedules.ts";
export { tensorBoard, type TensorBoardOptions } from "./tensor-board.ts";
export { terminateOnNaN } from "./terminate-on-nan.ts";
