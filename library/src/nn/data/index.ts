/**
 * Pipelines of data for training: from tensors, arrays, frames, files and generators to batches.
 *
 * @module
 */
export type { CollateOptions } from "./collate.ts";
export { isBatchSource, type Batch, type BatchSource, type TensorOrNamed } from "./contract.ts";
export { Dataset, type PaddedBatchOptions } from "./dataset.ts";
export type { Batched, Leaf, Nested, NumberArray, Shaped } from "./element.ts";
export type { Column, Columns, RowOf } from "./sources/columns.ts";
export type { FrameOptions, FrameSample } from "./sources/frame.ts";
export { limitedBatches } from "./limited.ts";
export type { LeafSpec, Spec } from "./spec.ts";
export type { BatchingOptions } from "./steps/batch.ts";
export { type At, ElementError } from "./steps/map.ts";
export type { ShuffleOptions } from "./steps/shuffle.ts";
export type { TfDatasetOptions } from "./tf-dataset.ts";
export {
  imageFolder,
  type ImageFolder,
  type ImageFolderOptions,
  type LabelledImage,
} from "./image-folder.ts";
export * from "./split/index.ts";
export { timeSeriesWindows, type TimeSeriesOptions } from "./time-series.ts";
