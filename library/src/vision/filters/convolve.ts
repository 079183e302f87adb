import { checkOptions } from "../../frame/engine/options.ts";
import { borderOptions, checkChoice, mapPlanes } from "../core/index.ts";
import type { BorderOptions } from "../core/index.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { readNdArray } from "../ndarray.ts";
import type { NdArrayLike } from "../ndarray.ts";
import { correlatePlane, separablePlane } from "./correlate-plane.ts";
import type { Kernel } from "./correlate-plane.ts";

/** Options of the linear filters. */
export interface ConvolveOptions extends BorderOptions {
  /**
   * `"same"` rounds and clips the sums to bytes where the image has bytes; `"float32"` keeps them.
   * Default `"same"`.
   */
  readonly output?: "same" | "float32";
}

const known = [...borderOptions, "output"];

/**
 * Correlates every channel with a kernel: each pixel becomes the sum of its surroundings, weighted by
 * the kernel as it stands. OpenCV's filter2D, scipy's ndimage.correlate.
 *
 * @param kernel - Weights `[rows, columns]`; the middle, of an even side the later one, lies on the pixel.
 * @throws RangeError for a kernel that is not two-dimensional.
 * @example
 * correlate([[1, 2, 3]], [[0, 0, 1]], { border: "constant" }).rows(); // [[2, 3, 0]]
 */
export function correlate(
  image: ImageLike,
  kernel: NdArrayLike,
  options: ConvolveOptions = {},
): Image {
  checkOptions("correlate", options, known);
  return filter(image, readKernel(kernel), options);
}

/**
 * Convolves every channel with a kernel: `correlate` with the kernel turned by 180°. scipy's
 * ndimage.convolve.
 *
 * @param kernel - Weights `[rows, columns]`.
 * @throws RangeError for a kernel that is not two-dimensional, or has an even side.
 * @example
 * convolve([[1, 2, 3]], [[0, 0, 1]], { border: "constant" }).rows(); // [[0, 1, 2]]
 */
export function convolve(
  image: ImageLike,
  kernel: NdArrayLike,
  options: ConvolveOptions = {},
): Image {
  checkOptions("convolve", options, known);
  const { height, width, data } = readKernel(kernel);
  if (height % 2 === 0 || width % 2 === 0) {
    throw new RangeError(
      `A kernel to convolve with has odd sides, so that it has a middle; this one has ${height} × ${width}.`,
    );
  }
  return filter(image, { height, width, data: Array.from(data).reverse() }, options);
}

/**
 * Correlates with the kernel `column × row` in two passes, which costs the sum of both lengths for a
 * pixel and not their product. OpenCV's sepFilter2D.
 *
 * @param row - Weights along a row.
 * @param column - Weights down a column.
 * @example
 * separableFilter([[1, 2, 4]], [-1, 0, 1], [1], { border: "replicate" }).rows(); // [[1, 3, 2]]
 */
export function separableFilter(
  image: ImageLike,
  row: ArrayLike<number>,
  column: ArrayLike<number>,
  options: ConvolveOptions = {},
): Image {
  checkOptions("separableFilter", options, known);
  const { border = "reflect101", borderValue = 0 } = options;
  if (row.length === 0 || column.length === 0)
    throw new RangeError("A kernel has at least one weight; row or column is empty.");
  return mapPlanes(
    Image.from(image),
    (plane) => separablePlane(plane, row, column, border, borderValue),
    { type: output(options) },
  );
}

const output = (options: ConvolveOptions): "same" | "float32" =>
  checkChoice("output", options.output ?? "same", ["same", "float32"]);

function filter(image: ImageLike, kernel: Kernel, options: ConvolveOptions): Image {
  const { border = "reflect101", borderValue = 0 } = options;
  return mapPlanes(
    Image.from(image),
    (plane) => correlatePlane(plane, kernel, border, borderValue),
    { type: output(options) },
  );
}

function readKernel(kernel: NdArrayLike): Kernel {
  const { data, shape } = readNdArray(kernel, "kernel");
  if (shape.length === 2 && data.length > 0) return { height: shape[0], width: shape[1], data };
  throw new RangeError(
    `A kernel has the shape [rows, columns]; this one has [${shape.join(", ")}].` +
      (shape.length === 1 ? " For a row and a column of weights use separableFilter." : ""),
  );
}
