import { checkOptions } from "../../frame/engine/options.ts";
import { borderOptions, checkCount, mapPlanes } from "../core/index.ts";
import type { BorderOptions } from "../core/index.ts";
import { Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { correlatePlane, separablePlane } from "./correlate-plane.ts";

/** Options of `sobel` and `scharr`. */
export interface DerivativeOptions extends BorderOptions {
  /** Order of the derivative along a row, to the right. Default 1, or 0 where `dy` is given. */
  readonly dx?: number;
  /** Order of the derivative down a column. Default 0. */
  readonly dy?: number;
  /** The result is multiplied by this. Default 1. */
  readonly scale?: number;
}

/** Options of `sobel`. */
export interface SobelOptions extends DerivativeOptions {
  /** The side of the kernel: 3, 5, 7 … 31. Default 3. */
  readonly size?: number;
}

const derivative = ["dx", "dy", "scale", ...borderOptions];

/** (1 + z)^smooth (z - 1)^order: the weights of Sobel's kernels. */
function binomial(size: number, order: number): number[] {
  let weights = [1];
  for (let i = 0; i < size - 1; i++) {
    const sign = i < order ? -1 : 1;
    weights = [...weights, 0].map((weight, j) => sign * weight + (j > 0 ? weights[j - 1] : 0));
  }
  return weights;
}

function orders({ dx, dy }: DerivativeOptions): [dx: number, dy: number] {
  const found: [number, number] = [dx ?? (dy === undefined ? 1 : 0), dy ?? 0];
  checkCount("dx", found[0], 0);
  checkCount("dy", found[1], 0);
  if (found[0] + found[1] > 0) return found;
  throw new RangeError("A derivative has an order: give dx or dy of 1 or more.");
}

/**
 * Sobel's derivative of every channel, in floats and in the image's own unit. OpenCV's Sobel.
 *
 * @throws RangeError for an order that the size of the kernel does not hold.
 * @example
 * sobel([[0, 0, 1], [0, 0, 1], [0, 0, 1]], { dx: 1 }).at(1, 1); // [4]
 */
export function sobel(image: ImageLike, options: SobelOptions = {}): Image {
  checkOptions("sobel", options, ["size", ...derivative]);
  const { size = 3, scale = 1, border = "reflect101", borderValue = 0 } = options;
  const [dx, dy] = orders(options);
  if (![3, 5, 7].includes(size) && !(size % 2 === 1 && size > 7 && size <= 31))
    throw new RangeError(`The option size is an odd number from 3 to 31; it was ${size}.`);
  if (Math.max(dx, dy) >= size)
    throw new RangeError(
      `A kernel of ${size} has derivatives up to ${size - 1}; asked were dx ${dx}, dy ${dy}.`,
    );
  const row = binomial(size, dx).map((weight) => weight * scale);
  const column = binomial(size, dy);
  return mapPlanes(
    Image.from(image),
    (plane) => separablePlane(plane, row, column, border, borderValue),
    { type: "float32" },
  );
}

/**
 * Scharr's derivative of every channel, whose direction is more exact than Sobel's. OpenCV's Scharr.
 *
 * @throws RangeError for another order than 1 along one axis.
 * @example
 * scharr([[0, 0, 1], [0, 0, 1], [0, 0, 1]]).at(1, 1); // [16]
 */
export function scharr(image: ImageLike, options: DerivativeOptions = {}): Image {
  checkOptions("scharr", options, derivative);
  const { scale = 1, border = "reflect101", borderValue = 0 } = options;
  const [dx, dy] = orders(options);
  if (dx + dy !== 1)
    throw new RangeError(
      `Scharr's kernels are of order 1 along one axis; asked were dx ${dx}, dy ${dy}.`,
    );
  const steep = [-scale, 0, scale];
  const smooth = [3, 10, 3];
  return mapPlanes(
    Image.from(image),
    (plane) =>
      dx === 1
        ? separablePlane(plane, steep, smooth, border, borderValue)
        : separablePlane(plane, smooth, steep, border, borderValue),
    { type: "float32" },
  );
}

/**
 * The sum of the second derivatives along both axes, in floats. OpenCV's Laplacian.
 *
 * @param options - `size`: 1 for the four neighbours, 3 for Sobel's; default 1.
 * @example
 * laplacian([[0, 0, 0], [0, 1, 0], [0, 0, 0]]).at(1, 1); // [-4]
 */
export function laplacian(
  image: ImageLike,
  options: BorderOptions & { readonly size?: 1 | 3 } = {},
): Image {
  checkOptions("laplacian", options, ["size", ...borderOptions]);
  const { size = 1, border = "reflect101", borderValue = 0 } = options;
  if (![1, 3].includes(size)) throw new RangeError(`The option size is 1 or 3; it was ${size}.`);
  const data = size === 1 ? [0, 1, 0, 1, -4, 1, 0, 1, 0] : [2, 0, 2, 0, -8, 0, 2, 0, 2];
  const kernel = { height: 3, width: 3, data };
  return mapPlanes(
    Image.from(image),
    (plane) => correlatePlane(plane, kernel, border, borderValue),
    { type: "float32" },
  );
}

/**
 * How steep every channel is and where it rises to: Sobel's derivatives `x` and `y`, their length
 * `magnitude`, and `angle`, 0 to 360 degrees clockwise from the right (y points down). OpenCV's
 * cartToPolar of Sobel.
 *
 * @example
 * imageGradient([[0, 0, 0], [0, 0, 0], [1, 1, 1]]).angle.at(1, 1); // [90]
 */
export function imageGradient(
  image: ImageLike,
  options: Omit<SobelOptions, "dx" | "dy"> = {},
): { x: Image; y: Image; magnitude: Image; angle: Image } {
  checkOptions("imageGradient", options, ["size", "scale", ...borderOptions]);
  const x = sobel(image, { ...options, dx: 1, dy: 0 });
  const y = sobel(image, { ...options, dx: 0, dy: 1 });
  const magnitude = new Float32Array(x.data.length);
  const angle = new Float32Array(x.data.length);
  for (let i = 0; i < magnitude.length; i++) {
    magnitude[i] = Math.sqrt(x.data[i] * x.data[i] + y.data[i] * y.data[i]);
    const degrees = (Math.atan2(y.data[i], x.data[i]) * 180) / Math.PI;
    angle[i] = degrees < 0 ? degrees + 360 : degrees;
  }
  return {
    x,
    y,
    magnitude: imageLike(x, magnitude),
    angle: imageLike(x, angle, { colorSpace: "none" }),
  };
}
