/**
 * Steps compiled to TensorFlow graphs; README.md says how.
 *
 * @module
 */
export { accelerate, acceleratedStep, isAccelerated, type Acceleration } from "./accelerate.ts";
export { compileStep, type CompiledStep } from "./compile-step.ts";
export { getLearningRate, setLearningRate } from "./learning-rate.ts";
export type { GraphOptions } from "./options.ts";
export type { EagerReport, GraphReport, StepReport } from "./report.ts";
