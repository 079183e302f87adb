import { corners } from "../box.ts";
import type { Box, XYXY } from "../box.ts";

/** A picture's size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

type Four = [number, number, number, number];

/**
 * Area of a box, 0 for one without width or height.
 *
 * @throws RangeError for a broken box.
 * @example
 * boxArea([0, 0, 4, 3]); // 12
 */
export function boxArea(box: XYXY | Box): number {
  const [x0, y0, x1, y1] = corners(box);
  return (x1 - x0) * (y1 - y0);
}

/**
 * The part of a box that lies in a picture. What lies wholly outside keeps no area.
 *
 * @throws RangeError for a broken box or size.
 * @example
 * clipBox([-2, 1, 12, 3], { width: 10, height: 8 }); // [0, 1, 10, 3]
 */
export function clipBox(box: XYXY | Box, size: Size): Four {
  const { width, height } = checkSize(size);
  const [x0, y0, x1, y1] = corners(box);
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  return [within(x0, width), within(y0, height), within(x1, width), within(y1, height)];
}

/**
 * A box in pixels as parts of the picture, 0 to 1.
 *
 * @throws RangeError for a broken box or size.
 * @example
 * normalizeBox([10, 20, 30, 40], { width: 100, height: 80 }); // [0.1, 0.25, 0.3, 0.5]
 */
export function normalizeBox(box: XYXY | Box, size: Size): Four {
  const { width, height } = checkSize(size);
  const [x0, y0, x1, y1] = corners(box);
  return [x0 / width, y0 / height, x1 / width, y1 / height];
}

/**
 * A box in parts of the picture, in pixels: what `normalizeBox` does, back.
 *
 * @throws RangeError for a broken box or size.
 * @example
 * denormalizeBox([0.1, 0.25, 0.5, 0.5], { width: 100, height: 80 }); // [10, 20, 50, 40]
 */
export function denormalizeBox(box: XYXY | Box, size: Size): Four {
  const { width, height } = checkSize(size);
  const [x0, y0, x1, y1] = corners(box);
  return [x0 * width, y0 * height, x1 * width, y1 * height];
}

/**
 * The smallest box around points `[x, y]`.
 *
 * @throws RangeError when there is no point.
 * @example
 * boxAroundPoints([[3, 4], [1, 9], [5, 6]]); // [1, 4, 5, 9]
 */
export function boxAroundPoints(points: readonly (readonly [number, number])[]): Four {
  if (points.length === 0) throw new RangeError("There are no points to put a box around.");
  const box: Four = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return [...corners(box)] as Four;
}

function checkSize(size: Size): Size {
  if (size.width > 0 && size.height > 0) return size;
  throw new RangeError(
    `A picture has a width and a height above 0; got ${String(size.width)} × ${String(size.height)}.`,
  );
}
