/**
 * What detectors need around a network: anchors, targets, suppression and evaluation.
 *
 * @module
 */
export { gridAnchors, pyramidAnchors } from "./anchors.ts";
export type { AnchorShapes, GridAnchorsOptions, PyramidAnchorsOptions } from "./anchors.ts";
export { assignTargets, background, ignored } from "./assign.ts";
export type { AssignOptions } from "./assign.ts";
export { cocoEvaluate } from "./coco/index.ts";
export type {
  CocoClass,
  CocoDetection,
  CocoNumbers,
  CocoOptions,
  CocoResult,
  CocoTruth,
} from "./coco/index.ts";
export { decodeBoxes, encodeBoxes } from "./coding.ts";
export type { BoxCodingOptions, Deltas } from "./coding.ts";
export { kmeansAnchors } from "./kmeans-anchors.ts";
export type { KmeansAnchors, KmeansAnchorsOptions, Shape } from "./kmeans-anchors.ts";
export { softNms } from "./soft-nms.ts";
export type { SoftNmsOptions } from "./soft-nms.ts";
export { decodeYolo, encodeYolo } from "./yolo-coding.ts";
export type { YoloOptions, YoloTarget } from "./yolo-coding.ts";
