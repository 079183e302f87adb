/**
 * Pipelines of data for training.
 *
 * @module
 */
export { isBatchSource, type Batch, type BatchSource, type TensorOrNamed } from "./contract.ts";
