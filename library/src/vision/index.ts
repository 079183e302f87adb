/**
 * Measures for object detection and segmentation.
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
export { iou, iouMatrix } from "./iou.ts";
export { dice, maskIoU, meanMaskIoU } from "./masks.ts";
export type { MaskOptions } from "./masks.ts";
export type { DetectionStyle } from "./matching.ts";
export { cocoThresholds, meanAveragePrecision } from "./mean-average-precision.ts";
export type { ClassPrecision, MeanAveragePrecisionOptions } from "./mean-average-precision.ts";
export type { NdArrayLike, NestedNumbers, TensorLike } from "./ndarray.ts";
export { nonMaxSuppression } from "./nms.ts";
export type { NmsOptions } from "./nms.ts";
