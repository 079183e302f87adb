import type { Box, Label, ScoredBox } from "../../box.ts";
import type { Rle } from "../../segmentation/rle/index.ts";

/** An annotation for `cocoEvaluate`. */
export interface CocoTruth extends Box {
  /** A box around many objects: detections in it are neither right nor wrong. Default false. */
  readonly crowd?: boolean;
  /** Pixels of the object, which decide whether it is small. By default those of its mask or box. */
  readonly area?: number;
  /** The object's mask, for `by: "mask"`. */
  readonly mask?: Rle;
}

/** A detection for `cocoEvaluate`. */
export interface CocoDetection extends ScoredBox {
  /** The mask found, for `by: "mask"`. */
  readonly mask?: Rle;
}

/** Options of `cocoEvaluate`. */
export interface CocoOptions {
  /** Compare boxes or masks. Default `"box"`. */
  readonly by?: "box" | "mask";
  /** Default 0.5, 0.55, … 0.95. */
  readonly iouThresholds?: readonly number[];
  /** So many detections of a class in an image count for the three recalls. Default 1, 10, 100. */
  readonly maxDetections?: readonly [number, number, number];
  /** Areas in pixels where small ends and where large begins. Default 32² and 96². */
  readonly areas?: readonly [small: number, large: number];
}

/** The twelve numbers of COCO; NaN where nothing of the kind is annotated. */
export interface CocoNumbers {
  /** Average precision over all IoU thresholds. */
  readonly AP: number;
  readonly AP50: number;
  readonly AP75: number;
  readonly APSmall: number;
  readonly APMedium: number;
  readonly APLarge: number;
  /** Average recall with 1 detection of a class in an image (the first of `maxDetections`). */
  readonly AR1: number;
  readonly AR10: number;
  readonly AR100: number;
  readonly ARSmall: number;
  readonly ARMedium: number;
  readonly ARLarge: number;
}

/** One class. */
export interface CocoClass extends CocoNumbers {
  readonly label: Label;
  /** Annotated objects, without crowds. */
  readonly truths: number;
  /** For each IoU threshold, the precision at the 101 levels of recall 0, 0.01, … 1. */
  readonly precision: readonly Float64Array[];
}

/** What `cocoEvaluate` found. */
export interface CocoResult extends CocoNumbers {
  readonly classes: readonly CocoClass[];
  readonly iouThresholds: readonly number[];
}
