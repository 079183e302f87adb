import { checkOptions } from "../../frame/engine/options.ts";
import { asType, checkFinite, checkPositive } from "../core/index.ts";
import { extent } from "../image/display.ts";
import { emptyLike, Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";

/**
 * Raises every value (0 black, 1 white) to the power `gamma` and multiplies it by `gain`: below 1 it
 * brightens, above 1 it darkens. Alpha stays. scikit-image's adjust_gamma.
 *
 * @throws RangeError for a gamma that is not above 0, or an image with negative values.
 * @example
 * adjustGamma([[0, 0.5, 1]], 2).rows(); // [[0, 0.25, 1]]
 */
export function adjustGamma(image: ImageLike, gamma: number, gain = 1): Image {
  checkPositive("gamma", gamma);
  checkFinite("gain", gain);
  const picture = Image.from(image);
  if (picture.data instanceof Float32Array && extent(picture.data)[0] < 0)
    throw new RangeError("The image has negative values, which have no power: clip them first.");
  return onColours(picture, (value) => gain * value ** gamma);
}

/** Options of `stretchContrast`. */
export interface StretchOptions {
  /** These become black and white, in the image's own unit. By default its lowest and highest value. */
  readonly from?: readonly [low: number, high: number];
  /** Take `from` at these percentiles instead, such as [2, 98]. */
  readonly percentiles?: readonly [low: number, high: number];
}

/**
 * Spreads the values between two levels over black to white; what lies outside is clipped. scikit-image's
 * rescale_intensity.
 *
 * @throws RangeError where high is not above low, such as for an image of one level.
 * @example
 * stretchContrast([[0.25, 0.5, 0.75]]).rows(); // [[0, 0.5, 1]]
 */
export function stretchContrast(image: ImageLike, options: StretchOptions = {}): Image {
  checkOptions("stretchContrast", options, ["from", "percentiles"]);
  const picture = Image.from(image);
  const { from, percentiles: at } = options;
  const [low, high] = from ?? (at === undefined ? extent(picture.data) : percentiles(picture, at));
  if (!(high > low)) {
    throw new RangeError(
      `The levels to spread go from ${low} to ${high}; the upper one must be above the lower one.`,
    );
  }
  const white = picture.white;
  return onColours(picture, (value) =>
    Math.min(1, Math.max(0, (value * white - low) / (high - low))),
  );
}

/** Values at two percentiles, between neighbours in proportion. */
function percentiles(image: Image, asked: readonly [number, number]): [number, number] {
  const sorted = image.data.slice().sort();
  const at = (percent: number): number => {
    if (!(percent >= 0 && percent <= 100))
      throw new RangeError(
        `The option percentiles is from 0 to 100; it was [${asked.join(", ")}].`,
      );
    const place = (percent / 100) * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  };
  return [at(asked[0]), at(asked[1])];
}

/** Changes values from 0 to 1 of all channels but alpha; bytes by a table. */
function onColours(image: Image, change: (value: number) => number): Image {
  const { data, channels, hasAlpha } = image;
  const changed = emptyLike(data, data.length);
  if (data instanceof Uint8Array) {
    const levels = Float32Array.from({ length: 256 }, (_, i) => 255 * change(i / 255));
    const table = asType(levels, data);
    for (let i = 0; i < data.length; i++) changed[i] = table[data[i]];
  } else for (let i = 0; i < data.length; i++) changed[i] = change(data[i]);
  if (hasAlpha) for (let i = channels - 1; i < data.length; i += channels) changed[i] = data[i];
  return imageLike(image, changed);
}
