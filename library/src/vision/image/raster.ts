/**
 * What the channels of an image mean, and their ranges. Bytes go from 0 to 255, floats from 0 to 1,
 * but where it says otherwise:
 * - `"gray"`: one channel, or two with alpha.
 * - `"rgb"`: sRGB as files hold it, three channels, or four with alpha.
 * - `"linear"`: RGB in proportion to light (sRGB without its curve), three channels.
 * - `"hsv"`: floats have hue in degrees 0 to 360; bytes have half of it, 0 to 180, as in OpenCV.
 * - `"lab"`: CIE L*a*b* for D65, floats alone: L 0 to 100, a and b about -127 to 127.
 * - `"ycbcr"`: full-range BT.601 as JPEG has it; Cb and Cr have their middle at 128 or 0.5.
 * - `"none"`: any number of channels that are no colours, such as features.
 */
export type ColorSpace = "gray" | "rgb" | "linear" | "hsv" | "lab" | "ycbcr" | "none";

/** Pixels in rows from the top, the channels of a pixel side by side. */
export type PixelData = Uint8Array | Float32Array;

/** The fields of an image. */
export interface Raster {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** `height * width * channels` values; pixel (y, x) starts at `(y * width + x) * channels`. */
  readonly data: PixelData;
  readonly colorSpace: ColorSpace;
}

const channelsOf: Readonly<Record<ColorSpace, readonly number[]>> = {
  gray: [1, 2],
  rgb: [3, 4],
  linear: [3],
  hsv: [3],
  lab: [3],
  ycbcr: [3],
  none: [],
};

/**
 * Checks sizes, values and colour space against each other.
 *
 * @throws RangeError or TypeError that names what does not fit.
 */
export function checkRaster(raster: Raster): void {
  const { height, width, channels, data, colorSpace } = raster;
  for (const [name, value] of Object.entries({ height, width, channels })) {
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`The ${name} of an image is a count of 1 or more; it was ${value}.`);
  }
  if (!(data instanceof Uint8Array) && !(data instanceof Float32Array))
    throw new TypeError(
      "The data of an image are a Uint8Array (0 to 255) or a Float32Array (0 to 1).",
    );
  if (data.length !== height * width * channels) {
    throw new RangeError(
      `An image of ${height} × ${width} with ${channels} channels has ${height * width * channels} values; got ${data.length}.`,
    );
  }
  if (!Object.hasOwn(channelsOf, colorSpace)) {
    throw new TypeError(
      `There is no colour space "${colorSpace}". There are: ${Object.keys(channelsOf).join(", ")}.`,
    );
  }
  const known = channelsOf[colorSpace];
  if (known.length > 0 && !known.includes(channels)) {
    throw new RangeError(
      `An image in ${colorSpace} has ${known.join(" or ")} channels; this one has ${channels}.`,
    );
  }
}

/** The colour space that a number of channels suggests. */
export function usualSpace(channels: number): ColorSpace {
  if (channels <= 2) return "gray";
  return channels <= 4 ? "rgb" : "none";
}
