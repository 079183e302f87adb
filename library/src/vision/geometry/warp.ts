import { checkOptions } from "../../frame/engine/options.ts";
import { borderModes, checkChoice, checkCount, checkFinite } from "../core/index.ts";
import type { BorderMode } from "../core/index.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { colourOf, rotate90 } from "./arrange.ts";
import { invertMatrix, rotationMatrix } from "./matrices.ts";
import type { AffineMatrix, PerspectiveMatrix, Point } from "./matrices.ts";
import { sample } from "./sample.ts";
import type { Sampling } from "./sample.ts";

/** Options of the warps. */
export interface WarpOptions {
  /** Of the new image. Default the image's. */
  readonly height?: number;
  /** Of the new image. Default the image's. */
  readonly width?: number;
  /** Default `"bilinear"`. */
  readonly method?: "nearest" | "bilinear" | "bicubic";
  /** Default `"constant"`. */
  readonly border?: BorderMode;
  /** The colour outside for `"constant"`: one value, or one for each channel. Default 0. */
  readonly borderValue?: number | readonly number[];
  /** The matrix goes from the new image to the old one. Default false. */
  readonly inverse?: boolean;
}

const known = ["height", "width", "method", "border", "borderValue", "inverse"];

/**
 * Moves every pixel by an affine map: the matrix says where points of the image go. OpenCV's warpAffine.
 *
 * @throws RangeError for a matrix without inverse.
 * @example
 * warpAffine([[1, 2, 3]], [[1, 0, 1], [0, 1, 0]]).rows(); // [[0, 1, 2]]
 */
export function warpAffine(
  image: ImageLike,
  matrix: AffineMatrix,
  options: WarpOptions = {},
): Image {
  checkOptions("warpAffine", options, known);
  checkMatrix(matrix, 2);
  const [[a, b, c], [d, e, f]] = options.inverse === true ? matrix : invertMatrix(matrix);
  const picture = Image.from(image);
  const sampling = samplingOf(picture, options);
  return sample(
    picture,
    (y, xs, ys) => {
      for (let x = 0; x < xs.length; x++) {
        xs[x] = a * x + b * y + c;
        ys[x] = d * x + e * y + f;
      }
    },
    sampling,
  );
}

/**
 * Moves every pixel by a perspective map, such as one from `perspectiveFromPoints`. OpenCV's
 * warpPerspective.
 *
 * @throws RangeError for a matrix without inverse.
 * @example
 * warpPerspective([[1, 2, 3]], [[1, 0, -1], [0, 1, 0], [0, 0, 1]], { borderValue: 9 }).rows(); // [[2, 3, 9]]
 */
export function warpPerspective(
  image: ImageLike,
  matrix: PerspectiveMatrix,
  options: WarpOptions = {},
): Image {
  checkOptions("warpPerspective", options, known);
  checkMatrix(matrix, 3);
  const [[a, b, c], [d, e, f], [g, h, k]] =
    options.inverse === true ? matrix : invertMatrix(matrix);
  const picture = Image.from(image);
  return sample(
    picture,
    (y, xs, ys) => {
      for (let x = 0; x < xs.length; x++) {
        const depth = 1 / (g * x + h * y + k);
        xs[x] = (a * x + b * y + c) * depth;
        ys[x] = (d * x + e * y + f) * depth;
      }
    },
    samplingOf(picture, options),
  );
}

/**
 * Reads pixel (y, x) of the new image at `mapX`, `mapY` of the old one. OpenCV's remap.
 *
 * @param mapX - An image of columns, in floats.
 * @param mapY - An image of rows, of the same size.
 * @example
 * remap([[1, 2, 3]], [[2, 0.5]], [[0, 0]]).rows(); // [[3, 1.5]]
 */
export function remap(
  image: ImageLike,
  mapX: ImageLike,
  mapY: ImageLike,
  options: Omit<WarpOptions, "height" | "width" | "inverse"> = {},
): Image {
  checkOptions("remap", options, ["method", "border", "borderValue"]);
  const [across, down] = [Image.from(mapX), Image.from(mapY)];
  const { height, width } = across;
  if (across.channels !== 1 || across.shape.join() !== down.shape.join()) {
    throw new RangeError(
      `The maps have one channel and the same size; they are ${String(across)} and ${String(down)}.`,
    );
  }
  const picture = Image.from(image);
  return sample(
    picture,
    (y, xs, ys) => {
      xs.set(across.data.subarray(y * width, (y + 1) * width));
      ys.set(down.data.subarray(y * width, (y + 1) * width));
    },
    samplingOf(picture, { ...options, height, width }),
  );
}

/** Options of `rotate`. */
export interface RotateOptions extends Omit<WarpOptions, "inverse" | "height" | "width"> {
  /** Make the image as large as the turned one is. Default false. */
  readonly expand?: boolean;
  /** Turn about this point. Default the middle. */
  readonly center?: Point;
}

/**
 * Turns by any angle, counter-clockwise. Whole quarters with `expand` move pixels exactly.
 * scikit-image's rotate.
 *
 * @throws RangeError for an angle that is not finite.
 * @example
 * rotate([[1, 2], [3, 4]], 90, { expand: true }).rows(); // [[2, 4], [1, 3]]
 */
export function rotate(image: ImageLike, degrees: number, options: RotateOptions = {}): Image {
  checkOptions("rotate", options, ["expand", "center", "method", "border", "borderValue"]);
  const { expand = false, center, ...rest } = options;
  checkFinite("degrees", degrees);
  const picture = Image.from(image);
  const [height, width] = picture.shape;
  if (expand && degrees % 90 === 0) return rotate90(picture, degrees / 90);
  const matrix = rotationMatrix(center ?? [(width - 1) / 2, (height - 1) / 2], degrees);
  if (!expand) return warpAffine(picture, matrix, rest);
  const [[a, b, c], [d, e, f]] = matrix;
  const [right, bottom] = [width - 1, height - 1];
  const corners = [
    [0, 0],
    [right, 0],
    [0, bottom],
    [right, bottom],
  ];
  const xs = corners.map(([x, y]) => a * x + b * y + c);
  const ys = corners.map(([x, y]) => d * x + e * y + f);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return warpAffine(
    picture,
    [
      [a, b, c - left],
      [d, e, f - top],
    ],
    {
      ...rest,
      width: Math.round(Math.max(...xs) - left + 1),
      height: Math.round(Math.max(...ys) - top + 1),
    },
  );
}

function samplingOf(image: Image, options: WarpOptions): Sampling {
  const { height = image.height, width = image.width, borderValue = 0 } = options;
  const { method = "bilinear", border = "constant" } = options;
  return {
    height: checkCount("height", height),
    width: checkCount("width", width),
    method: checkChoice("method", method, ["nearest", "bilinear", "bicubic"]),
    border: checkChoice("border", border, borderModes),
    fill: colourOf(borderValue, image.channels),
  };
}

function checkMatrix(matrix: readonly (readonly number[])[], rows: number): void {
  const right =
    matrix.length === rows && matrix.every((row) => row.length === 3 && row.every(Number.isFinite));
  if (right) return;
  throw new RangeError(
    `The matrix has ${rows} rows of 3 finite numbers; it was ${JSON.stringify(matrix)}.`,
  );
}
