/**
 * Training that can be repeated and watched: seeded initialisers, seeded shuffles, and loops with a
 * live progress line. Models, layers, optimisers and losses are TensorFlow.js's own: import
 * `@tensorflow/tfjs-node` beside this.
 *
 * @module
 */
export { shuffledBatches, type BatchOptions } from "./batches.ts";
export * from "./data/index.ts";
export * from "./preprocessing/index.ts";
export {
  fitLoop,
  type EpochsOptions,
  type LoopResult,
  type StepResult,
  type StepsOptions,
} from "./fit-loop.ts";
export {
  accelerate,
  compileStep,
  getLearningRate,
  setLearningRate,
  type Acceleration,
  type CompiledStep,
  type EagerReport,
  type GraphOptions,
  type GraphReport,
  type StepReport,
} from "./graph/index.ts";
export {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  leCunNormal,
  orthogonal,
  randomNormal,
  type Initializer,
} from "./initializers.ts";
export * from "./layers/index.ts";
export * from "./models/index.ts";
export type { Metrics } from "./progress-line.ts";
export * as random from "./random/index.ts";
export { setSeed } from "./random/course.ts";
export type { SeedOrRandom } from "./seed.ts";
export * from "./train/index.ts";
export * from "./callbacks/index.ts";
export * from "./inspect/index.ts";
export * from "./memory/index.ts";
export * from "./save/index.ts";
export * as losses from "./losses/index.ts";
export * as metrics from "./metrics/index.ts";
export { Random, type Seed } from "../random/index.ts";
