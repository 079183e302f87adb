import type { Box, Label, ScoredBox } from "./box.ts";
import { checkImages, checkPart } from "./checks.ts";
import { matchDetections } from "./matching.ts";
import type { DetectionStyle } from "./matching.ts";

/** Options of the detection metrics. */
export interface DetectionOptions {
  /** A detection is right when it overlaps its truth by at least this IoU. Default 0.5. */
  readonly iouThreshold?: number;
  /** Look at this class alone. By default labels are ignored and every box counts as an object. */
  readonly label?: Label;
  /** Rules of PASCAL VOC or of COCO; see `DetectionStyle`. Default `"voc"`. */
  readonly style?: DetectionStyle;
}

/** One point of a precision–recall curve: what one gets by keeping scores of `threshold` and more. */
export interface PrecisionRecallPoint {
  readonly threshold: number;
  /** Share of the kept detections that are right. */
  readonly precision: number;
  /** Share of the objects that are found; NaN when there are none. */
  readonly recall: number;
}

/**
 * Precision and recall as the score threshold falls, a point for each detection, the best first.
 *
 * @param truth - For each image its annotated boxes.
 * @param predictions - For each image the boxes found, with scores.
 * @returns No points without detections.
 * @throws RangeError when the numbers of images differ, or for a broken box or score.
 * @example
 * line(precisionRecallCurve(truth, found, { label: "circle" }), { x: "recall", y: "precision" });
 */
export function precisionRecallCurve(
  truth: readonly (readonly Box[])[],
  predictions: readonly (readonly ScoredBox[])[],
  options: DetectionOptions = {},
): PrecisionRecallPoint[] {
  checkImages(truth, predictions);
  const threshold = checkPart("iouThreshold", options.iouThreshold ?? 0.5);
  const { judged, truths } = matchDetections(
    truth,
    predictions,
    options.label,
    threshold,
    options.style ?? "voc",
  );
  let right = 0;
  return judged.map(({ score, correct }, i) => {
    if (correct) right++;
    return {
      threshold: score,
      precision: right / (i + 1),
      recall: truths === 0 ? NaN : right / truths,
    };
  });
}

/**
 * Average precision of a detector for one class: the area under its precision–recall curve, after
 * each precision is raised to the best at the same or a higher recall.
 *
 * @returns 0 to 1; 0 when objects are there and nothing was detected; NaN when there is no object,
 *   since nothing could be found.
 * @throws RangeError when the numbers of images differ, or for a broken box or score.
 * @example
 * const truth = [[{ box: [0, 0, 4, 4], label: "cat" }]];
 * const found = [[{ box: [0, 0, 4, 3], label: "cat", score: 0.9 }]];
 * averagePrecision(truth, found, { label: "cat" }); // 1
 */
export function averagePrecision(
  truth: readonly (readonly Box[])[],
  predictions: readonly (readonly ScoredBox[])[],
  options: DetectionOptions = {},
): number {
  const curve = precisionRecallCurve(truth, predictions, options);
  const objects = truth
    .flat()
    .filter(({ label }) => options.label === undefined || label === options.label);
  if (objects.length === 0) return NaN;
  const best = curve.map(({ precision }) => precision);
  for (let i = best.length - 2; i >= 0; i--) best[i] = Math.max(best[i] ?? 0, best[i + 1] ?? 0);
  return options.style === "coco" ? meanAtLevels(curve, best) : areaUnder(curve, best);
}

function areaUnder(curve: readonly PrecisionRecallPoint[], best: readonly number[]): number {
  let before = 0;
  return curve.reduce((area, { recall }, i) => {
    const step = (recall - before) * (best[i] ?? 0);
    before = recall;
    return area + step;
  }, 0);
}

function meanAtLevels(curve: readonly PrecisionRecallPoint[], best: readonly number[]): number {
  let total = 0;
  let i = 0;
  for (let level = 0; level <= 100; level++) {
    while (i < curve.length && (curve[i]?.recall ?? 0) < level * 0.01) i++;
    total += best[i] ?? 0;
  }
  return total / 101;
}
