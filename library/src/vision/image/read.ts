import { readNdArray } from "../ndarray.ts";
import type { NdArrayLike } from "../ndarray.ts";
import { checkRaster, usualSpace } from "./raster.ts";
import type { ColorSpace, PixelData, Raster } from "./raster.ts";

/**
 * Anything that is read as one image: an `Image`; a tensor `[height, width]` or
 * `[height, width, channels]`; `{ data, shape }`; or nested arrays.
 *
 * `Uint8Array`, `Uint8ClampedArray` and int32 tensors from 0 to 255 (what TensorFlow.js decodes) are
 * bytes; everything else becomes floats as it stands.
 */
export type ImageLike = Raster | NdArrayLike;

/**
 * Reads one image. Bytes and floats that are there already are used, not copied.
 *
 * @throws RangeError for another shape, or values that a byte does not hold.
 */
export function readRaster(input: ImageLike, colorSpace?: ColorSpace): Raster {
  if (isRaster(input)) {
    const raster =
      colorSpace === undefined || colorSpace === input.colorSpace
        ? input
        : { ...fields(input), colorSpace };
    checkRaster(raster);
    return raster;
  }
  const { data, shape } = readNdArray(input, "image");
  if (shape.length !== 2 && shape.length !== 3) {
    throw new RangeError(
      `An image has the shape [height, width] or [height, width, channels]; this one has [${shape.join(", ")}].` +
        (shape.length === 4 ? " For a batch, take its images one by one (tf.unstack)." : ""),
    );
  }
  const [height = 0, width = 0, channels = 1] = shape;
  const raster = {
    height,
    width,
    channels,
    data: pixels(data, "dtype" in input ? String(input.dtype) : undefined),
    colorSpace: colorSpace ?? usualSpace(channels),
  };
  checkRaster(raster);
  return raster;
}

const fields = ({ height, width, channels, data, colorSpace }: Raster): Raster => ({
  height,
  width,
  channels,
  data,
  colorSpace,
});

function isRaster(input: ImageLike): input is Raster {
  return typeof input === "object" && (input as unknown) !== null && "colorSpace" in input;
}

function pixels(data: ArrayLike<number>, dtype: string | undefined): PixelData {
  if (data instanceof Uint8ClampedArray)
    return new Uint8Array(data.buffer, data.byteOffset, data.length);
  if (dtype === "bool") return Float32Array.from(data);
  if (data instanceof Uint8Array || data instanceof Float32Array) return data;
  if (dtype !== "int32") return Float32Array.from(data);
  const bytes = Uint8Array.from(data);
  const wrong = bytes.findIndex((value, i) => value !== data[i]);
  if (wrong < 0) return bytes;
  throw new RangeError(
    `An int32 tensor is an image of bytes, 0 to 255; it holds ${data[wrong] ?? NaN}. For other numbers give a float tensor: tensor.toFloat().`,
  );
}
