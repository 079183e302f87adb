import { readNdArray } from "../../vision/ndarray.ts";
import type { NdArray, NdArrayLike } from "../../vision/ndarray.ts";

/** One picture of 8-bit RGBA pixels. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/**
 * Images as tensors, nested arrays or `{ data, shape }`: `[height, width]`,
 * `[height, width, channels]` or `[images, height, width, channels]` with 1 channel (grey), 3 (RGB) or
 * 4 (RGBA); an array of single images; or `{ images, shape }`, as Daylab's generators give them.
 *
 * The values of bytes (`Uint8Array`) go from 0 to 255. Other values go from 0 to 1 when none is above
 * 1, and from 0 to 255 otherwise; the option `range` says so for data of another kind.
 */
export type ImagesLike =
  | NdArrayLike
  | readonly NdArrayLike[]
  | { readonly images: ArrayLike<number>; readonly shape: readonly number[] };

/** What black and white are in the data. */
export type ValueRange = readonly [black: number, white: number];

/**
 * Reads one or several images.
 *
 * @throws RangeError for another shape, for NaN, and for values below 0 without `range`.
 */
export function readImages(images: ImagesLike, range?: ValueRange): Pixels[] {
  const arrays = isList(images)
    ? images.map((image) => single(readNdArray(image, "image")))
    : split(readNdArray(asArray(images), "image"));
  if (arrays.length === 0) throw new RangeError("There are no images to show.");
  const [black, white] = range ?? guessRange(arrays);
  if (!(white > black)) {
    throw new RangeError(
      `The option range is [black, white] with white above black; it was [${String(black)}, ${String(white)}].`,
    );
  }
  return arrays.map((array) => toRgba(array, black, white));
}

function asArray(images: ImagesLike): NdArrayLike {
  if (typeof images === "object" && (images as unknown) !== null && "images" in images) {
    return { data: images.images, shape: images.shape };
  }
  return images as NdArrayLike;
}

/** True for an array of images that are tensors or have a shape of their own. */
function isList(images: ImagesLike): images is readonly NdArrayLike[] {
  return (
    Array.isArray(images) &&
    typeof images[0] === "object" &&
    images[0] !== null &&
    "shape" in images[0]
  );
}

/** A batch as single images; a trailing 1, 3 or 4 after two more axes are channels. */
function split(array: NdArray): NdArray[] {
  const { shape, data } = array;
  const isBatch = shape.length === 4 || (shape.length === 3 && ![1, 3, 4].includes(shape[2] ?? 0));
  if (!isBatch) return [single(array)];
  const each = shape.slice(1);
  const size = each.reduce((product, length) => product * length, 1);
  const values = Array.from(data);
  return Array.from({ length: shape[0] ?? 0 }, (_, i) =>
    single({
      data:
        data instanceof Uint8Array
          ? data.subarray(i * size, (i + 1) * size)
          : values.slice(i * size, (i + 1) * size),
      shape: each,
    }),
  );
}

function single(array: NdArray): NdArray {
  const [height = 0, width = 0, channels = 1] = array.shape;
  const fits =
    array.shape.length === 2 || (array.shape.length === 3 && [1, 3, 4].includes(channels));
  if (fits && height > 0 && width > 0)
    return { data: array.data, shape: [height, width, channels] };
  throw new RangeError(
    `An image has the shape [height, width] or [height, width, channels] with 1, 3 or 4 channels; this one has [${array.shape.join(", ")}].`,
  );
}

function guessRange(arrays: readonly NdArray[]): ValueRange {
  let low = Infinity;
  let high = -Infinity;
  for (const { data } of arrays) {
    for (let i = 0; i < data.length; i++) {
      low = Math.min(low, data[i] ?? NaN);
      high = Math.max(high, data[i] ?? NaN);
    }
  }
  if (!Number.isFinite(low) || !Number.isFinite(high))
    throw new RangeError("The image holds NaN or infinite values.");
  if (low < 0) {
    throw new RangeError(
      `The image has values from ${String(low)} to ${String(high)}: say what black and white are, such as range: [-1, 1].`,
    );
  }
  const bytes = arrays.every(
    ({ data }) => data instanceof Uint8Array || data instanceof Uint8ClampedArray,
  );
  return bytes || high > 1 ? [0, 255] : [0, 1];
}

function toRgba({ data, shape }: NdArray, black: number, white: number): Pixels {
  const [height = 0, width = 0, channels = 1] = shape;
  const rgba = new Uint8ClampedArray(4 * width * height);
  const level = (i: number) => {
    const value = data[i] ?? NaN;
    if (Number.isNaN(value)) throw new RangeError("The image holds NaN.");
    return (255 * (value - black)) / (white - black);
  };
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * channels;
    for (let c = 0; c < 3; c++) rgba[4 * pixel + c] = level(channels === 1 ? at : at + c);
    rgba[4 * pixel + 3] = channels === 4 ? level(at + 3) : 255;
  }
  return { width, height, rgba };
}
