import { checkOptions } from "../../frame/engine/options.ts";
import { borderOptions, checkCount, mapPlanes, padPlane } from "../core/index.ts";
import type { BorderMode, BorderOptions, Plane } from "../core/index.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";

/** Options of `boxBlur`. */
export interface BoxOptions extends BorderOptions {
  /** The side of the window, or its height and width. */
  readonly size: number | readonly [height: number, width: number];
}

/**
 * The mean of a window around each pixel, at a cost that does not grow with the window. OpenCV's blur.
 *
 * @throws RangeError for a size that is not a count.
 * @example
 * boxBlur([[0, 3, 6]], { size: [1, 3], border: "replicate" }).rows(); // [[1, 3, 5]]
 */
export function boxBlur(image: ImageLike, options: BoxOptions): Image {
  checkOptions("boxBlur", options, ["size", ...borderOptions]);
  const { size, border = "reflect101", borderValue = 0 } = options;
  const [height, width] = typeof size === "number" ? [size, size] : size;
  checkCount("size", height);
  checkCount("size", width);
  return mapPlanes(Image.from(image), (plane) =>
    boxPlane(plane, height, width, border, borderValue),
  );
}

/** The mean of `rows × columns` around each pixel, by sums that run along. */
export function boxPlane(
  plane: Plane,
  rows: number,
  columns: number,
  border: BorderMode,
  borderValue: number,
): Plane {
  const { height, width } = plane;
  const top = Math.floor(rows / 2);
  const left = Math.floor(columns / 2);
  const margins = { top, bottom: rows - 1 - top, left, right: columns - 1 - left };
  const padded = padPlane(plane, margins, border, borderValue);
  const sums = new Float64Array(padded.width);
  const data = new Float32Array(height * width);
  const share = 1 / (rows * columns);
  const add = (y: number, sign: number) => {
    const from = y * padded.width;
    for (let x = 0; x < sums.length; x++) sums[x] += sign * padded.data[from + x];
  };
  for (let y = 0; y < rows - 1; y++) add(y, 1);
  for (let y = 0; y < height; y++) {
    add(y + rows - 1, 1);
    let sum = 0;
    for (let x = 0; x < columns - 1; x++) sum += sums[x];
    const to = y * width;
    for (let x = 0; x < width; x++) {
      sum += sums[x + columns - 1];
      data[to + x] = sum * share;
      sum -= sums[x];
    }
    add(y, -1);
  }
  return { height, width, data };
}
