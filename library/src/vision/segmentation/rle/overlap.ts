import { checkRle } from "./rle.ts";
import type { Rle } from "./rle.ts";

/**
 * How many pixels two masks share, counted on the runs.
 *
 * @throws RangeError when their sizes differ.
 * @example
 * rleIntersection({ size: [2, 2], counts: [2, 2] }, { size: [2, 2], counts: [3, 1] }); // 1
 */
export function rleIntersection(a: Rle, b: Rle): number {
  if (a.size[0] !== b.size[0] || a.size[1] !== b.size[1])
    throw new RangeError(
      `The masks differ in size: ${a.size.join(" × ")} and ${b.size.join(" × ")}.`,
    );
  let shared = 0;
  walk(a, b, (inA, inB, length) => {
    if (inA && inB) shared += length;
  });
  return shared;
}

/**
 * Intersection over union of two masks in runs; two empty masks give 0 here, as in pycocotools.
 *
 * @param crowd - Measure the intersection against `a` alone, as COCO does where `b` is a crowd.
 * @throws RangeError when their sizes differ.
 * @example
 * rleIoU({ size: [2, 2], counts: [2, 2] }, { size: [2, 2], counts: [3, 1] }); // 0.5
 */
export function rleIoU(a: Rle, b: Rle, crowd = false): number {
  const shared = rleIntersection(a, b);
  const area = (rle: Rle) => rle.counts.reduce((sum, run, i) => sum + (i % 2 === 1 ? run : 0), 0);
  const whole = crowd ? area(a) : area(a) + area(b) - shared;
  return whole === 0 ? 0 : shared / whole;
}

/**
 * Several masks as one: their union, or their intersection.
 *
 * @throws RangeError for no mask, or different sizes.
 * @example
 * mergeRle([{ size: [2, 2], counts: [2, 2] }, { size: [2, 2], counts: [0, 1, 3] }]);
 * // { size: [2, 2], counts: [0, 1, 1, 2] }
 */
export function mergeRle(masks: readonly Rle[], how: "union" | "intersection" = "union"): Rle {
  if (masks.length === 0) throw new RangeError("There is no mask to merge.");
  return masks.reduce((merged, mask) => {
    rleIntersection(merged, mask);
    const counts: number[] = [];
    let [last, run] = [false, 0];
    walk(merged, mask, (inA, inB, length) => {
      const value = how === "union" ? inA || inB : inA && inB;
      if (value !== last) {
        counts.push(run);
        [last, run] = [value, 0];
      }
      run += length;
    });
    return { size: merged.size, counts: [...counts, run] };
  });
}

/** Goes along two masks at once, from one end of a run to the next. */
function walk(a: Rle, b: Rle, visit: (inA: boolean, inB: boolean, length: number) => void): void {
  checkRle(a);
  checkRle(b);
  let [i, j] = [0, 0];
  let [leftA, leftB] = [a.counts[0] ?? 0, b.counts[0] ?? 0];
  while (i < a.counts.length && j < b.counts.length) {
    const length = Math.min(leftA, leftB);
    if (length > 0) visit(i % 2 === 1, j % 2 === 1, length);
    leftA -= length;
    leftB -= length;
    if (leftA === 0) leftA = a.counts[++i] ?? 0;
    if (leftB === 0) leftB = b.counts[++j] ?? 0;
  }
}
