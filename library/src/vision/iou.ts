import { corners } from "./box.ts";
import type { Box, XYXY } from "./box.ts";

/**
 * Intersection over union of two boxes: the area they share over the area they cover together, 0
 * when they are apart (or both without area) and 1 when they are equal.
 *
 * @throws RangeError for a box that is not `[x0, y0, x1, y1]` with its corners in order.
 * @example
 * iou([0, 0, 2, 2], [1, 0, 3, 2]); // 2 / 6
 */
export function iou(a: XYXY | Box, b: XYXY | Box): number {
  return overlap(corners(a), corners(b));
}

/**
 * `iou` of every box of `a` (rows) with every box of `b` (columns): `a.length` rows of `b.length`
 * numbers.
 *
 * @throws RangeError as `iou` does.
 * @example
 * iouMatrix([[0, 0, 2, 2]], [[0, 0, 2, 2], [0, 0, 2, 1]]); // [[1, 0.5]]
 */
export function iouMatrix(a: readonly (XYXY | Box)[], b: readonly (XYXY | Box)[]): number[][] {
  const columns = b.map(corners);
  return a.map(corners).map((row) => columns.map((column) => overlap(row, column)));
}

/** `iou` of corners that were checked before. */
export function overlap(a: XYXY, b: XYXY): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared);
}
