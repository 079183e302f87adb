import { corners } from "../../box.ts";
import type { XYXY } from "../../box.ts";
import { checkScore } from "../../checks.ts";
import { rleArea, rleIoU } from "../../segmentation/rle/index.ts";
import type { CocoDetection, CocoTruth } from "./types.ts";

/** The truths and detections of one class in one image, measured once for all thresholds. */
export interface ImageOfClass {
  readonly truths: readonly { crowd: boolean; area: number }[];
  /** The best first. */
  readonly found: readonly { score: number; area: number }[];
  /** A row for each detection, a column for each truth. */
  readonly overlaps: readonly (readonly number[])[];
}

/** Measures one class in one image. */
export function measureImage(
  truth: readonly CocoTruth[],
  detections: readonly CocoDetection[],
  by: "box" | "mask",
  most: number,
): ImageOfClass {
  const found = detections
    .map((detection, i) => ({ detection, score: checkScore(detection, i) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ detection }) => detection);
  return {
    truths: truth.map((object) => ({
      crowd: object.crowd ?? false,
      area: object.area ?? areaOf(object, by),
    })),
    found: found.map((detection) => ({ score: detection.score, area: areaOf(detection, by) })),
    overlaps: found.map((detection) => truth.map((object) => overlapOf(detection, object, by))),
  };
}

function areaOf(object: CocoTruth | CocoDetection, by: "box" | "mask"): number {
  return by === "mask" ? rleArea(maskOf(object)) : boxArea(corners(object));
}

/** Against a crowd, what counts is the share of the detection that lies in it. */
function overlapOf(found: CocoDetection, object: CocoTruth, by: "box" | "mask"): number {
  const crowd = object.crowd ?? false;
  if (by === "mask") return rleIoU(maskOf(found), maskOf(object), crowd);
  const [a, b] = [corners(found), corners(object)];
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (crowd ? boxArea(a) : boxArea(a) + boxArea(b) - shared);
}

function maskOf(object: CocoTruth | CocoDetection) {
  if (object.mask !== undefined) return object.mask;
  throw new TypeError(
    `With by: "mask" every truth and every detection needs a mask in runs (see encodeRle); the one with the label ${String(object.label)} and the box [${object.box.join(", ")}] has none.`,
  );
}

const boxArea = (box: XYXY): number => (box[2] - box[0]) * (box[3] - box[1]);
