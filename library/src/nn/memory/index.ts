/**
 * Which tensors there are, and who forgot them.
 *
 * @module
 */
export { withMemoryGuard, type GuardOptions } from "./guard.ts";
export { tensorsInUse, type TensorsInUse } from "./in-use.ts";
export { trackTensors, TensorTracking, type TrackedTensor } from "./tracking.ts";
