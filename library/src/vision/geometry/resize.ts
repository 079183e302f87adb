import { checkOptions } from "../../frame/engine/options.ts";
import { checkChoice, checkCount, checkPositive, mapPlanes } from "../core/index.ts";
import type { Plane } from "../core/index.ts";
import { emptyLike, Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { axisTaps } from "./taps.ts";
import type { Interpolation, Taps } from "./taps.ts";

/** Options of `resize`. */
export interface ResizeOptions {
  /** Default in proportion to the width. */
  readonly height?: number;
  /** Default in proportion to the height. */
  readonly width?: number;
  /** Instead of a size: how many times as large. */
  readonly scale?: number;
  /** Default `"bilinear"`. `"area"` is the mean of what a pixel covers. */
  readonly method?: Interpolation;
  /** Where it shrinks, look at all that a new pixel covers, so that no fine pattern turns into a coarse one. Default true. */
  readonly antialias?: boolean;
}

/**
 * Another size. With `antialias` it gives what Pillow gives, without what OpenCV gives (whose cubic is
 * another one); `"nearest"` and `"area"` have no antialiasing and are OpenCV's. Alpha is mixed as the other
 * channels are.
 *
 * Differs from OpenCV: `"area"` that enlarges repeats pixels and does not interpolate. Pillow rounds and
 * clips bytes between the two passes, which shows beside sharp edges; here they are rounded once.
 *
 * @throws TypeError without any size, or with both a size and a scale.
 * @example
 * resize([[0, 1]], { width: 4, height: 1 }).rows(); // [[0, 0.25, 0.75, 1]]
 * resize([[0, 1, 0, 1]], { width: 2, height: 1, method: "area" }).rows(); // [[0.5, 0.5]]
 */
export function resize(image: ImageLike, options: ResizeOptions): Image {
  checkOptions("resize", options, ["height", "width", "scale", "method", "antialias"]);
  const { method = "bilinear", antialias = true } = options;
  checkChoice("method", method, ["nearest", "bilinear", "bicubic", "lanczos", "area"]);
  const picture = Image.from(image);
  const [height, width] = newSize(picture, options);
  const rows = axisTaps(picture.height, height, method, antialias);
  const columns = axisTaps(picture.width, width, method, antialias);
  if (method === "nearest") return pick(picture, rows.indices, columns.indices);
  return mapPlanes(picture, (plane) => down(across(plane, columns, width), rows, height));
}

function newSize(image: Image, { height, width, scale }: ResizeOptions): [number, number] {
  if (scale !== undefined) {
    if (height !== undefined || width !== undefined)
      throw new TypeError("resize takes a scale or a size, not both.");
    checkPositive("scale", scale);
    const size = (length: number) => Math.max(1, Math.round(length * scale));
    return [size(image.height), size(image.width)];
  }
  if (height === undefined && width === undefined)
    throw new TypeError("resize needs a height, a width or a scale.");
  const down = height ?? Math.max(1, Math.round((image.height * (width ?? 1)) / image.width));
  const across = width ?? Math.max(1, Math.round((image.width * down) / image.height));
  return [checkCount("height", down), checkCount("width", across)];
}

/** The pixels of some rows and columns. */
export function pick(image: Image, rows: ArrayLike<number>, columns: ArrayLike<number>): Image {
  const { data, channels } = image;
  const [height, width] = [rows.length, columns.length];
  const into = emptyLike(data, height * width * channels);
  for (let y = 0, to = 0; y < height; y++) {
    const from = rows[y] * image.width;
    for (let x = 0; x < width; x++) {
      const at = (from + columns[x]) * channels;
      for (let c = 0; c < channels; c++) into[to++] = data[at + c];
    }
  }
  return imageLike(image, into, { height, width });
}

function across(plane: Plane, { size, indices, weights }: Taps, width: number): Plane {
  const { height, data: from } = plane;
  const data = new Float32Array(height * width);
  for (let y = 0, to = 0; y < height; y++) {
    const row = y * plane.width;
    for (let x = 0, tap = 0; x < width; x++, to++) {
      let sum = 0;
      for (let i = 0; i < size; i++, tap++) sum += weights[tap] * from[row + indices[tap]];
      data[to] = sum;
    }
  }
  return { height, width, data };
}

function down(plane: Plane, { size, indices, weights }: Taps, height: number): Plane {
  const { width, data: from } = plane;
  const data = new Float32Array(height * width);
  const sums = new Float64Array(width);
  for (let y = 0, tap = 0; y < height; y++) {
    sums.fill(0);
    for (let i = 0; i < size; i++, tap++) {
      const weight = weights[tap];
      if (weight === 0) continue;
      const row = indices[tap] * width;
      for (let x = 0; x < width; x++) sums[x] += weight * from[row + x];
    }
    data.set(sums, y * width);
  }
  return { height, width, data };
}
