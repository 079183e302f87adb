/**
 * Images: reading, processing and showing them; measures for object detection and segmentation.
 *
 * An image is an `Image`, a tensor, `{ data, shape }` or nested arrays, `[height, width, channels]`, of
 * bytes from 0 to 255 or floats from 0 to 1; every function gives a new `Image`.
 *
 * A box is `{ box: [x0, y0, x1, y1], label, score? }` in any unit; a mask is a tensor, nested arrays or
 * `{ data, shape }`. Where a measure takes truth and prediction, the truth comes first. What an empty
 * set gives is said with each function; broken input throws and names the value.
 *
 * @module
 */
export { averagePrecision, precisionRecallCurve } from "./average-precision.ts";
export type { DetectionOptions, PrecisionRecallPoint } from "./average-precision.ts";
export { cxcywhToXyxy, xyxyToCxcywh } from "./box.ts";
export type { Box, CXCYWH, Label, ScoredBox, XYXY } from "./box.ts";
export * from "./color/index.ts";
export * from "./contours/index.ts";
export type { BorderMode, BorderOptions } from "./core/index.ts";
export * from "./filters/index.ts";
export * from "./geometry/index.ts";
export * from "./hough/index.ts";
export { Image } from "./image/index.ts";
export type { ColorSpace, ImageLike, PixelData, ShowOptions } from "./image/index.ts";
export * from "./intensity/index.ts";
export * from "./io/index.ts";
export { iou, iouMatrix } from "./iou.ts";
export { dice, maskIoU, meanMaskIoU } from "./masks.ts";
export type { MaskOptions } from "./masks.ts";
export type { DetectionStyle } from "./matching.ts";
export { cocoThresholds, meanAveragePrecision } from "./mean-average-precision.ts";
export type { ClassPrecision, MeanAveragePrecisionOptions } from "./mean-average-precision.ts";
export * from "./morphology/index.ts";
export type { NdArrayLike, NestedNumbers, TensorLike } from "./ndarray.ts";
export { nonMaxSuppression } from "./nms.ts";
export type { NmsOptions } from "./nms.ts";
export * from "./regions/index.ts";
export * from "./boxes/index.ts";
export * from "./detection/index.ts";
export * from "./segmentation/index.ts";
export * from "./features/index.ts";
export * from "./robust/index.ts";
export * from "./augment/index.ts";
export * from "./draw/index.ts";
