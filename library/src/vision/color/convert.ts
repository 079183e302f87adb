import { checkChoice } from "../core/index.ts";
import { emptyLike, Image, imageLike } from "../image/index.ts";
import type { ColorSpace, ImageLike, PixelData } from "../image/index.ts";
import { fromRgb, luma, toRgb } from "./pixels.ts";

const spaces = ["gray", "rgb", "linear", "hsv", "lab", "ycbcr"] as const;

/**
 * Converts between colour spaces; `ColorSpace` says what the channels hold. Bytes stay bytes, but for
 * Lab, which is floats. Alpha goes along between gray and RGB and is left out otherwise. OpenCV's
 * cvtColor; Lab is scikit-image's rgb2lab.
 *
 * Differs from OpenCV: YCbCr has Cb before Cr, as its name says. Bytes of HSV and YCbCr are rounded from
 * exact values, where OpenCV's fixed-point numbers may be one apart.
 *
 * @param to - Another space than `"none"`.
 * @throws TypeError for an image in `"none"`: give its space, `Image.from(image, "rgb")`.
 * @example
 * convertColor([[[1, 0, 0]]], "hsv").at(0, 0); // [0, 1, 1]
 * convertColor([[[0, 0.5, 0.5]]], "hsv").at(0, 0); // [180, 1, 0.5]
 */
export function convertColor(image: ImageLike, to: Exclude<ColorSpace, "none">): Image {
  const from = Image.from(image);
  checkChoice("to", to, spaces);
  if (from.colorSpace === to) return from;
  if (from.colorSpace === "none") {
    throw new TypeError(
      `An image of ${from.channels} channels has no colours to convert. Where it has, say which: Image.from(image, "rgb").`,
    );
  }
  const rgb = asRgb(from);
  if (to === "rgb") return rgb;
  if (to === "gray") return toGray(rgb);
  const float = threeChannels(rgb.toFloat());
  const data = new Float32Array(float.data);
  fromRgb[to](data);
  const result = imageLike(float, data, { colorSpace: to });
  return from.type === "uint8" && to !== "lab" ? result.toBytes() : result;
}

function asRgb(image: Image): Image {
  const { colorSpace } = image;
  if (colorSpace === "rgb") return image;
  if (colorSpace === "gray") return spread(image);
  if (colorSpace === "none") throw new TypeError("An image in none has no colours.");
  const data = new Float32Array(image.toFloat().data);
  toRgb[colorSpace](data);
  const rgb = imageLike(image, data, { colorSpace: "rgb" });
  return image.type === "uint8" ? rgb.toBytes() : rgb;
}

/** Gray as three equal channels, with its alpha if it has one. */
function spread(image: Image): Image {
  const { data, height, width } = image;
  const channels = image.hasAlpha ? 4 : 3;
  const into = emptyLike(data, height * width * channels);
  for (let i = 0, from = 0; i < into.length; i += channels, from += image.channels) {
    into[i] = into[i + 1] = into[i + 2] = data[from];
    if (channels === 4) into[i + 3] = data[from + 1];
  }
  return imageLike(image, into, { channels, colorSpace: "rgb" });
}

/** The luma of RGB; bytes by weights of 15 bits, as OpenCV has it. */
function toGray(image: Image): Image {
  const { data, channels, height, width } = image;
  const alpha = channels === 4;
  const to = alpha ? 2 : 1;
  const into = emptyLike(data, height * width * to);
  const weigh = data instanceof Uint8Array ? weighBytes : weighFloats;
  weigh(data, channels, into, to);
  if (alpha) for (let i = 1, from = 3; i < into.length; i += 2, from += 4) into[i] = data[from];
  return imageLike(image, into, { channels: to, colorSpace: "gray" });
}

function weighBytes(data: PixelData, channels: number, into: PixelData, step: number): void {
  for (let i = 0, from = 0; i < into.length; i += step, from += channels)
    into[i] = (9798 * data[from] + 19235 * data[from + 1] + 3735 * data[from + 2] + 16384) >> 15;
}

function weighFloats(data: PixelData, channels: number, into: PixelData, step: number): void {
  const [r, g, b] = luma;
  for (let i = 0, from = 0; i < into.length; i += step, from += channels)
    into[i] = r * data[from] + g * data[from + 1] + b * data[from + 2];
}

function threeChannels(image: Image): Image {
  if (image.channels === 3) return image;
  const { data, height, width, channels } = image;
  const into = emptyLike(data, height * width * 3);
  for (let i = 0, from = 0; i < into.length; i += 3, from += channels) {
    into[i] = data[from];
    into[i + 1] = data[from + 1];
    into[i + 2] = data[from + 2];
  }
  return imageLike(image, into, { channels: 3 });
}

/**
 * Images in gray side by side as the channels of one image.
 *
 * @param colorSpace - By default gray for 1 and 2 channels, RGB for 3 and 4.
 * @throws RangeError where sizes or types differ, or an image has several channels.
 * @example
 * mergeChannels([[[1]], [[2]], [[3]]]).at(0, 0); // [1, 2, 3]
 */
export function mergeChannels(images: readonly ImageLike[], colorSpace?: ColorSpace): Image {
  const planes = images.map((image) => Image.from(image));
  if (planes.length === 0) throw new RangeError("There are no channels to merge.");
  const [first] = planes;
  const shape = [first.height, first.width, planes.length];
  const data = emptyLike(first.data, first.data.length * planes.length);
  planes.forEach((plane, c) => {
    if (
      plane.channels !== 1 ||
      plane.shape.join() !== first.shape.join() ||
      plane.type !== first.type
    ) {
      throw new RangeError(
        `Channels are gray images of one size and type; image 0 is ${String(first)}, image ${c} is ${String(plane)}.`,
      );
    }
    for (let i = 0, to = c; i < plane.data.length; i++, to += planes.length)
      data[to] = plane.data[i];
  });
  return Image.from({ data, shape }, colorSpace);
}
