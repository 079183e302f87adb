import type { Label } from "../box.ts";
import { rleArea, rleIntersection } from "./rle/index.ts";
import type { Rle } from "./rle/index.ts";

/** A thing, or a region of stuff, in a panoptic segmentation. */
export interface Segment {
  readonly label: Label;
  readonly mask: Rle;
}

/** Panoptic quality of one class, or of all. */
export interface PanopticNumbers {
  /** Panoptic quality: `sq · rq`. */
  readonly pq: number;
  /** Segmentation quality: the mean IoU of the matched segments. */
  readonly sq: number;
  /** Recognition quality: an F1 score of segments. */
  readonly rq: number;
}

/** One class. */
export interface PanopticClass extends PanopticNumbers {
  readonly label: Label;
  /** Matched segments, predicted ones alone, and true ones alone. */
  readonly matched: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/**
 * Panoptic quality: segments of one class match where their IoU is above 0.5; unmatched ones count
 * half against it. The numbers of all are means over the classes that occur.
 *
 * Source: A. Kirillov and others, Panoptic Segmentation, CVPR 2019.
 *
 * @param truth - For each image its segments, which do not overlap.
 * @param prediction - For each image the segments found, which do not overlap.
 * @throws RangeError when the numbers of images or the sizes of masks differ.
 * @example
 * const mask = encodeRle([[1, 1], [0, 0]]);
 * const { pq } = panopticQuality([[{ label: "sky", mask }]], [[{ label: "sky", mask }]]);
 * pq; // 1
 */
export function panopticQuality(
  truth: readonly (readonly Segment[])[],
  prediction: readonly (readonly Segment[])[],
): PanopticNumbers & { readonly classes: readonly PanopticClass[] } {
  if (truth.length !== prediction.length)
    throw new RangeError(
      `There are truths for ${String(truth.length)} images and predictions for ${String(prediction.length)}.`,
    );
  const labels = [...new Set([...truth, ...prediction].flat().map(({ label }) => label))];
  const classes = labels.map((label): PanopticClass => {
    let [sum, matched, falsePositives, falseNegatives] = [0, 0, 0, 0];
    for (const [i, segments] of truth.entries()) {
      const objects = segments.filter((segment) => segment.label === label);
      const found = prediction[i].filter((segment) => segment.label === label);
      const shares = objects
        .map((object) => bestOverlap(object.mask, found))
        .filter((iou) => iou > 0.5);
      sum += shares.reduce((total, iou) => total + iou, 0);
      matched += shares.length;
      falsePositives += found.length - shares.length;
      falseNegatives += objects.length - shares.length;
    }
    const sq = matched === 0 ? 0 : sum / matched;
    const rq = matched / (matched + (falsePositives + falseNegatives) / 2);
    return { label, pq: sq * rq, sq, rq, matched, falsePositives, falseNegatives };
  });
  const mean = (name: keyof PanopticNumbers) =>
    classes.reduce((sum, one) => sum + one[name], 0) / classes.length;
  return { pq: mean("pq"), sq: mean("sq"), rq: mean("rq"), classes };
}

/** Above 0.5 there is one such segment at most, since segments do not overlap. */
function bestOverlap(mask: Rle, found: readonly Segment[]): number {
  return found.reduce((best, segment) => {
    const shared = rleIntersection(mask, segment.mask);
    return Math.max(best, shared / (rleArea(mask) + rleArea(segment.mask) - shared));
  }, 0);
}
