/**
 * COCO's evaluation.
 *
 * @module
 */
export { cocoEvaluate } from "./evaluate.ts";
export type {
  CocoClass,
  CocoDetection,
  CocoNumbers,
  CocoOptions,
  CocoResult,
  CocoTruth,
} from "./types.ts";
