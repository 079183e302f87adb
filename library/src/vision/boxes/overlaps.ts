import { corners } from "../box.ts";
import type { Box, XYXY } from "../box.ts";
import { overlap } from "../iou.ts";
import { oneOf } from "../options.ts";

/** A measure of how well two boxes agree; see the functions of these names. */
export type OverlapMeasure = "iou" | "giou" | "diou" | "ciou";

/**
 * Generalised IoU: IoU minus the share of the smallest box around both that neither covers. Boxes
 * that are apart get less than 0, the less the farther they are, so that it can be trained on.
 *
 * Source: H. Rezatofighi and others, Generalized Intersection over Union, CVPR 2019.
 *
 * @returns -1 to 1; the IoU, 0, where the box around both has no area.
 * @throws RangeError for a broken box.
 * @example
 * giou([0, 0, 2, 2], [4, 0, 6, 2]); // 0 - 4 / 12
 */
export function giou(a: XYXY | Box, b: XYXY | Box): number {
  const [p, q] = [corners(a), corners(b)];
  const around =
    (Math.max(p[2], q[2]) - Math.min(p[0], q[0])) * (Math.max(p[3], q[3]) - Math.min(p[1], q[1]));
  if (around === 0) return overlap(p, q);
  const width = Math.max(0, Math.min(p[2], q[2]) - Math.max(p[0], q[0]));
  const height = Math.max(0, Math.min(p[3], q[3]) - Math.max(p[1], q[1]));
  const covered = area(p) + area(q) - width * height;
  return overlap(p, q) - (around - covered) / around;
}

/**
 * Distance IoU: IoU minus the squared distance of the centres over the squared diagonal of the
 * smallest box around both.
 *
 * Source: Z. Zheng and others, Distance-IoU Loss, AAAI 2020.
 *
 * @returns above -1, up to 1.
 * @throws RangeError for a broken box.
 * @example
 * diou([0, 0, 2, 2], [2, 0, 4, 2]); // 0 - 4 / 20
 */
export function diou(a: XYXY | Box, b: XYXY | Box): number {
  const [p, q] = [corners(a), corners(b)];
  const diagonal =
    (Math.max(p[2], q[2]) - Math.min(p[0], q[0])) ** 2 +
    (Math.max(p[3], q[3]) - Math.min(p[1], q[1])) ** 2;
  if (diagonal === 0) return overlap(p, q);
  const distance = ((p[0] + p[2] - q[0] - q[2]) / 2) ** 2 + ((p[1] + p[3] - q[1] - q[3]) / 2) ** 2;
  return overlap(p, q) - distance / diagonal;
}

/**
 * Complete IoU: distance IoU that also counts a difference in the ratio of width to height.
 *
 * Source: Z. Zheng and others, Distance-IoU Loss, AAAI 2020.
 *
 * @returns 1 for equal boxes, and less than `diou` where the shapes differ.
 * @throws RangeError for a broken box, or one without height.
 * @example
 * ciou([0, 0, 2, 2], [0, 0, 2, 2]); // 1
 */
export function ciou(a: XYXY | Box, b: XYXY | Box): number {
  const angles = [corners(a), corners(b)].map((box) => {
    if (box[3] > box[1]) return Math.atan((box[2] - box[0]) / (box[3] - box[1]));
    throw new RangeError(
      `The ratio of width to height needs a height above 0; the box was [${box.join(", ")}].`,
    );
  });
  const shape = (4 / Math.PI ** 2) * (angles[0] - angles[1]) ** 2;
  const shared = overlap(corners(a), corners(b));
  const weight = shape === 0 ? 0 : shape / (1 - shared + shape);
  return diou(a, b) - weight * shape;
}

/**
 * A measure of every box of `a` (rows) with every box of `b` (columns).
 *
 * @param measure - Default `"iou"`.
 * @throws TypeError for an unknown measure; RangeError for a broken box.
 * @example
 * overlapMatrix([[0, 0, 2, 2]], [[0, 0, 2, 2], [2, 0, 4, 2]], "diou"); // [[1, -0.2]]
 */
export function overlapMatrix(
  a: readonly (XYXY | Box)[],
  b: readonly (XYXY | Box)[],
  measure: OverlapMeasure = "iou",
): number[][] {
  const measures = { iou: (p: XYXY, q: XYXY) => overlap(p, q), giou, diou, ciou };
  const compute = measures[oneOf("measure", measure, ["iou", "giou", "diou", "ciou"])];
  const columns = b.map(corners);
  return a.map(corners).map((row) => columns.map((column) => compute(row, column)));
}

const area = (box: XYXY): number => (box[2] - box[0]) * (box[3] - box[1]);
