import { convertColor, mergeChannels } from "../color/index.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";

/**
 * Runs `work` on an image in gray, and of one in RGB on the luma of YCbCr, so that colours stay.
 *
 * @throws TypeError for another colour space, or alpha.
 */
export function onLightness(name: string, image: ImageLike, work: (gray: Image) => Image): Image {
  const picture = Image.from(image);
  if (picture.colorSpace === "gray" && !picture.hasAlpha) return work(picture);
  if (picture.colorSpace !== "rgb" || picture.hasAlpha) {
    throw new TypeError(
      `${name} takes an image in gray or RGB without alpha; this one is ${String(picture)}. Convert it first: convertColor(image, "rgb").`,
    );
  }
  const ycbcr = convertColor(picture, "ycbcr");
  const planes = [work(ycbcr.channel(0)), ycbcr.channel(1), ycbcr.channel(2)];
  return convertColor(mergeChannels(planes, "ycbcr"), "rgb");
}

/** The one channel of an image whose levels are looked at. */
export function singleChannel(name: string, image: ImageLike): Image {
  const picture = Image.from(image);
  if (picture.channels === 1) return picture;
  throw new TypeError(
    `${name} takes an image of one channel; this one has ${picture.channels}. Convert it first: convertColor(image, "gray").`,
  );
}
