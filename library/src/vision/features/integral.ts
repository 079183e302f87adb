import type { ImageLike } from "../image/index.ts";
import { corners } from "../box.ts";
import type { XYXY } from "../box.ts";
import { grayPlane } from "./gray.ts";

/** Sums over everything above and left, with a row and a column of 0 before them. */
export interface IntegralImage {
  /** Size of the image. */
  readonly height: number;
  readonly width: number;
  /** `(height + 1) * (width + 1)` sums, in the image's own unit. */
  readonly data: Float64Array;
}

/** Light beside dark across, down, or in three stripes, or in a checkerboard of four. */
export type HaarFeature = "across" | "down" | "across-3" | "down-3" | "four";

/**
 * Sums of all pixels above and left of each corner, so that the sum of any box takes four reads.
 * OpenCV's integral.
 *
 * Source: F. Crow, Summed-area tables, SIGGRAPH 1984.
 *
 * @example
 * integralImage([[1, 2], [3, 4]]).data; // [0, 0, 0, 0, 1, 3, 0, 4, 10]
 */
export function integralImage(image: ImageLike): IntegralImage {
  const { height, width, data } = grayPlane(image, true);
  const sums = new Float64Array((height + 1) * (width + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x];
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
    }
  }
  return { height, width, data: sums };
}

/**
 * The sum of the pixels in a box.
 *
 * @param box - `[x0, y0, x1, y1]` in whole pixels inside the image; x1 and y1 lie beyond the last.
 * @throws RangeError for a box that is broken, not whole or outside.
 * @example
 * integralSum(integralImage([[1, 2], [3, 4]]), [1, 0, 2, 2]); // 6
 */
export function integralSum(integral: IntegralImage, box: XYXY): number {
  const [x0, y0, x1, y1] = corners(box);
  const { height, width, data } = integral;
  if (!box.every(Number.isInteger) || x0 < 0 || y0 < 0 || x1 > width || y1 > height)
    throw new RangeError(
      `The box holds whole pixels inside the image of ${String(height)} × ${String(width)}; it was [${box.join(", ")}].`,
    );
  const at = (x: number, y: number) => data[y * (width + 1) + x];
  return at(x1, y1) - at(x0, y1) - at(x1, y0) + at(x0, y0);
}

/**
 * A Haar-like feature of a box: the sum of its dark parts less that of its light ones. The box is cut
 * into equal parts; the second of them is dark (of four, those at the top right and bottom left).
 *
 * Source: P. Viola and M. Jones, Rapid Object Detection, CVPR 2001.
 *
 * @throws RangeError when the box cannot be cut into whole pixels, or lies outside.
 * @example
 * haarFeature(integralImage([[1, 5], [1, 5]]), [0, 0, 2, 2], "across"); // 8
 */
export function haarFeature(integral: IntegralImage, box: XYXY, feature: HaarFeature): number {
  const [x0, y0, x1, y1] = corners(box);
  const columns = { across: 2, down: 1, "across-3": 3, "down-3": 1, four: 2 }[feature];
  const rows = { across: 1, down: 2, "across-3": 1, "down-3": 3, four: 2 }[feature];
  const [width, height] = [(x1 - x0) / columns, (y1 - y0) / rows];
  if (!Number.isInteger(width) || !Number.isInteger(height))
    throw new RangeError(
      `The feature "${feature}" cuts a box into ${String(columns)} × ${String(rows)} equal parts; [${box.join(", ")}] does not go.`,
    );
  let sum = 0;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const [left, top] = [x0 + c * width, y0 + r * height];
      const part = integralSum(integral, [left, top, left + width, top + height]);
      sum += (r + c) % 2 === 1 ? part : -part;
    }
  return sum;
}
