import type { Box, XYXY } from "../box.ts";
import { checkPart } from "../checks.ts";
import { iouMatrix } from "../iou.ts";

/** Options of `assignTargets`. */
export interface AssignOptions {
  /** An anchor that overlaps a truth by at least this IoU learns it. Default 0.5. */
  readonly positive?: number;
  /** An anchor that overlaps every truth by less learns the background. Default 0.4. */
  readonly negative?: number;
  /** The best anchors of a truth learn it even below `positive`. Default true. */
  readonly forceBest?: boolean;
}

/** What an anchor learns where it learns no truth. */
export const background = -1;
/** Anchors between the two thresholds are left out of the loss. */
export const ignored = -2;

/**
 * For each anchor the truth that it learns: its index, `background` (-1), or `ignored` (-2) between
 * the thresholds.
 *
 * Source: S. Ren and others, Faster R-CNN, NeurIPS 2015, section 3.1.2.
 *
 * @throws RangeError for thresholds out of order or outside 0 to 1, or a broken box.
 * @example
 * assignTargets([[0, 0, 4, 4], [0, 0, 4, 2], [9, 9, 12, 12]], [[0, 0, 4, 4]]); // [0, 0, -1]
 */
export function assignTargets(
  anchors: readonly (XYXY | Box)[],
  truth: readonly (XYXY | Box)[],
  options: AssignOptions = {},
): Int32Array {
  const positive = checkPart("positive", options.positive ?? 0.5);
  const negative = checkPart("negative", options.negative ?? Math.min(0.4, positive));
  if (negative > positive)
    throw new RangeError(
      `The option negative (${String(negative)}) must not be above positive (${String(positive)}).`,
    );
  const overlaps = iouMatrix(anchors, truth);
  const most = truth.map((_, t) => overlaps.reduce((best, row) => Math.max(best, row[t]), 0));
  return Int32Array.from(overlaps, (row) => {
    const best = Math.max(0, ...row);
    const nearest = row.indexOf(best);
    if (nearest >= 0 && best >= positive) return nearest;
    const force = (options.forceBest ?? true) && row.some((v, t) => v > 0 && v === most[t]);
    if (force) return nearest;
    return best < negative || nearest < 0 ? background : ignored;
  });
}
