import { checkImages, checkPart } from "../../checks.ts";
import type { Label } from "../../box.ts";
import { cocoThresholds } from "../../mean-average-precision.ts";
import { oneOf, wholeNumber } from "../../options.ts";
import { curveOf } from "./curve.ts";
import { measureImage } from "./image.ts";
import type { ImageOfClass } from "./image.ts";
import { matchImage } from "./match.ts";
import type { AreaRange } from "./match.ts";
import type {
  CocoClass,
  CocoDetection,
  CocoNumbers,
  CocoOptions,
  CocoResult,
  CocoTruth,
} from "./types.ts";

/**
 * COCO's twelve numbers for a detector, as pycocotools gives them: precision and recall averaged over
 * IoU thresholds and classes, for objects of all sizes, small, medium and large ones, with crowds
 * left out of the count.
 *
 * Source: T.-Y. Lin and others, Microsoft COCO, ECCV 2014; the rules of its evaluation server.
 *
 * @param truth - For each image its annotations.
 * @param predictions - For each image the detections, with scores.
 * @returns NaN for a number where nothing of the kind is annotated (pycocotools says -1).
 * @throws RangeError when the numbers of images differ, or for a broken box, score or option;
 *   TypeError for `by: "mask"` where a mask is missing.
 * @example
 * const truth = [[{ box: [0, 0, 50, 50], label: "cat" }]];
 * const found = [[{ box: [0, 0, 50, 40], label: "cat", score: 0.9 }]];
 * const { AP50, AP75, APSmall } = cocoEvaluate(truth, found);
 * [AP50, AP75, APSmall]; // [1, 1, NaN]
 */
export function cocoEvaluate(
  truth: readonly (readonly CocoTruth[])[],
  predictions: readonly (readonly CocoDetection[])[],
  options: CocoOptions = {},
): CocoResult {
  checkImages(truth, predictions);
  const by = oneOf("by", options.by ?? "box", ["box", "mask"]);
  const thresholds = options.iouThresholds ?? cocoThresholds;
  if (thresholds.length === 0)
    throw new RangeError("The option iouThresholds is an empty list; give at least one number.");
  for (const threshold of thresholds) checkPart("iouThresholds", threshold);
  const most = options.maxDetections ?? [1, 10, 100];
  for (const count of most) wholeNumber("maxDetections", count);
  const [small, large] = options.areas ?? [32 ** 2, 96 ** 2];
  const ranges = {
    all: [0, 1e10],
    small: [0, small],
    medium: [small, large],
    large: [large, 1e10],
  };
  const labels = [...new Set(truth.flat().map(({ label }) => label))];
  const classes = labels.map((label): CocoClass => {
    const ofLabel = (box: { label: Label }) => box.label === label;
    const images = truth.map((objects, i) =>
      measureImage(objects.filter(ofLabel), predictions[i].filter(ofLabel), by, Math.max(...most)),
    );
    const grid = (range: readonly number[], count: number) =>
      thresholds.map((threshold) => pointsOf(images, threshold, range as AreaRange, count));
    const all = most.map((count) => grid(ranges.all, count));
    const [few, medium, full] = all;
    const [s, m, l] = [ranges.small, ranges.medium, ranges.large].map((r) => grid(r, most[2]));
    const at = (threshold: number) => full.filter((_, i) => thresholds[i] === threshold);
    return {
      label,
      truths: full[0]?.truths ?? 0,
      precision: full.map(({ precision }) => precision ?? new Float64Array(101).fill(NaN)),
      AP: meanPrecision(full),
      AP50: meanPrecision(at(0.5)),
      AP75: meanPrecision(at(0.75)),
      APSmall: meanPrecision(s),
      APMedium: meanPrecision(m),
      APLarge: meanPrecision(l),
      AR1: meanRecall(few),
      AR10: meanRecall(medium),
      AR100: meanRecall(full),
      ARSmall: meanRecall(s),
      ARMedium: meanRecall(m),
      ARLarge: meanRecall(l),
    };
  });
  const numbers = Object.fromEntries(
    numberNames.map((name) => [name, mean(classes.map((one) => one[name]))]),
  ) as unknown as CocoNumbers;
  return { ...numbers, classes, iouThresholds: [...thresholds] };
}

const numberNames = [
  ...(["AP", "AP50", "AP75", "APSmall", "APMedium", "APLarge"] as const),
  ...(["AR1", "AR10", "AR100", "ARSmall", "ARMedium", "ARLarge"] as const),
];

interface Points {
  readonly truths: number;
  readonly precision: Float64Array | undefined;
  readonly recall: number;
}

function pointsOf(
  images: readonly ImageOfClass[],
  threshold: number,
  range: AreaRange,
  most: number,
): Points {
  const matched = images.map((image) => matchImage(image, threshold, range));
  const truths = matched.reduce((sum, image) => sum + image.truths, 0);
  const curve = curveOf(
    matched.flatMap(({ detections }) => detections.slice(0, most)),
    truths,
  );
  return { truths, precision: curve?.precision, recall: curve?.recall ?? NaN };
}

const meanPrecision = (points: readonly Points[]): number =>
  mean(points.map(({ precision }) => (precision === undefined ? NaN : mean([...precision]))));

const meanRecall = (points: readonly Points[]): number => mean(points.map(({ recall }) => recall));

/** The mean of what is a number. */
function mean(values: readonly number[]): number {
  const there = values.filter((value) => !Number.isNaN(value));
  return there.reduce((sum, value) => sum + value, 0) / there.length;
}
