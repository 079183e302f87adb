import { averagePrecision } from "./average-precision.ts";
import type { Box, Label, ScoredBox } from "./box.ts";
import { checkImages } from "./checks.ts";
import type { DetectionStyle } from "./matching.ts";

/** Options of `meanAveragePrecision`. */
export interface MeanAveragePrecisionOptions {
  /** One IoU or several to average over. Default 0.5 for VOC, and 0.5, 0.55, … 0.95 for COCO. */
  readonly iouThreshold?: number | readonly number[];
  /** Rules of PASCAL VOC or of COCO; see `DetectionStyle`. Default `"voc"`. */
  readonly style?: DetectionStyle;
}

/** How well one class is found. */
export interface ClassPrecision {
  readonly label: Label;
  /** Average precision, the mean over the IoU thresholds. */
  readonly ap: number;
  /** How many boxes of this class are annotated. */
  readonly truths: number;
  /** How many were detected. */
  readonly predictions: number;
}

/** The IoU thresholds of COCO's main metric. */
export const cocoThresholds: readonly number[] = Array.from(
  { length: 10 },
  (_, i) => (50 + 5 * i) / 100,
);

/**
 * Mean average precision: `averagePrecision` of every class that is annotated anywhere, averaged over
 * classes (and IoU thresholds). Detections of a class that is never annotated do not count, as in
 * both benchmarks.
 *
 * @param truth - For each image its annotated boxes.
 * @param predictions - For each image the boxes found, with scores.
 * @returns `mAP` from 0 to 1, NaN when nothing is annotated; and every class in the order first met.
 * @throws RangeError when the numbers of images differ, for a broken box or score, or a threshold
 *   outside 0 to 1.
 * @example
 * const truth = [[{ box: [0, 0, 4, 4], label: "cat" }]];
 * const found = [[{ box: [0, 0, 4, 3], label: "cat", score: 0.9 }]];
 * meanAveragePrecision(truth, found).mAP; // 1
 * meanAveragePrecision(truth, found, { style: "coco" }).mAP; // 0.6
 */
export function meanAveragePrecision(
  truth: readonly (readonly Box[])[],
  predictions: readonly (readonly ScoredBox[])[],
  options: MeanAveragePrecisionOptions = {},
): { mAP: number; classes: ClassPrecision[] } {
  checkImages(truth, predictions);
  const style = options.style ?? "voc";
  const given = options.iouThreshold ?? (style === "coco" ? cocoThresholds : 0.5);
  const thresholds = typeof given === "number" ? [given] : given;
  if (thresholds.length === 0)
    throw new RangeError("The option iouThreshold is an empty list; give at least one number.");
  const objects = truth.flat();
  const found = predictions.flat();
  const classes = [...new Set(objects.map(({ label }) => label))].map((label) => ({
    label,
    ap: mean(
      thresholds.map((iouThreshold) =>
        averagePrecision(truth, predictions, { iouThreshold, label, style }),
      ),
    ),
    truths: objects.filter((box) => box.label === label).length,
    predictions: found.filter((box) => box.label === label).length,
  }));
  return { mAP: mean(classes.map(({ ap }) => ap)), classes };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
