import { gaussianBlur } from "../filters/index.ts";
import { imageLike } from "../image/index.ts";
import type { Image } from "../image/index.ts";
import { asType } from "../core/index.ts";
import { wholeNumber } from "../options.ts";
import { makeStep, rangeOf } from "./step.ts";
import type { AugmentStep, Range, StepOptions } from "./step.ts";

/** Options of `colorJitter`. A single number means that much below and above 1, or to both sides. */
export interface ColorJitterOptions extends StepOptions {
  /** Light is multiplied by this. Default 0, off. */
  readonly brightness?: number | Range;
  /** Differences from the mean light are multiplied by this. Default 0, off. */
  readonly contrast?: number | Range;
  /** Differences from grey are multiplied by this. Default 0, off. */
  readonly saturation?: number | Range;
  /** Colours are turned by so many degrees, at equal light. Default 0, off. */
  readonly hue?: number | Range;
}

/** Options of `randomNoise`. */
export interface RandomNoiseOptions extends StepOptions {
  /** Standard deviation where white is 1, a number or a range. Default 0.05. */
  readonly deviation?: number | Range;
}

/** Options of `randomBlur`. */
export interface RandomBlurOptions extends StepOptions {
  /** Standard deviation in pixels. Default `[0.1, 2]`. */
  readonly sigma?: Range;
}

/** Options of `cutout`. */
export interface CutoutOptions extends StepOptions {
  /** How many holes. Default 1. */
  readonly count?: number;
  /** Their sides as parts of the picture's. Default `[0.1, 0.3]`. */
  readonly size?: Range;
  /** What they hold, in the picture's unit. Default 0. */
  readonly fill?: number;
}

/**
 * Changes light and colours a little. Of grey pictures only light changes. Alpha stays.
 *
 * @throws RangeError for a broken range.
 * @example
 * const darker = augment([colorJitter({ brightness: [0.5, 0.5] })]);
 * darker({ image: [[0.2, 0.8]] }, 0).image.rows()[0].map((v) => v.toFixed(1)); // ["0.1", "0.4"]
 */
export function colorJitter(options: ColorJitterOptions): AugmentStep {
  const factor = (name: "brightness" | "contrast" | "saturation") =>
    rangeOf(name, options[name] ?? 0, 1);
  const ranges = [factor("brightness"), factor("contrast"), factor("saturation")] as const;
  const hue = rangeOf("hue", options.hue ?? 0);
  return makeStep("colorJitter", options.probability, (sample, random) => {
    const [brightness, contrast, saturation] = ranges.map((range) => random.uniform(...range));
    const turn = (random.uniform(...hue) * Math.PI) / 180;
    return { ...sample, image: jittered(sample.image, brightness, contrast, saturation, turn) };
  });
}

const light = ([r, g, b]: readonly number[]): number => 0.299 * r + 0.587 * g + 0.114 * b;

function jittered(
  image: Image,
  brightness: number,
  contrast: number,
  saturation: number,
  turn: number,
): Image {
  const { channels, hasAlpha, white } = image;
  const colours = channels - (hasAlpha ? 1 : 0);
  const coloured = colours === 3;
  const out = Float32Array.from(image.data);
  const pixels = out.length / channels;
  let sum = 0;
  for (let i = 0; i < pixels; i++) {
    const at = i * channels;
    sum += coloured ? light([out[at], out[at + 1], out[at + 2]]) : out[at];
  }
  const mean = (brightness * sum) / pixels;
  const [cos, sin] = [saturation * Math.cos(turn), saturation * Math.sin(turn)];
  for (let at = 0; at < out.length; at += channels) {
    for (let c = 0; c < colours; c++)
      out[at + c] = mean + contrast * (brightness * out[at + c] - mean);
    if (coloured) {
      // Light stays; the two differences to it (I and Q of NTSC) are turned and stretched.
      const [r, g, b] = [out[at], out[at + 1], out[at + 2]];
      const y = light([r, g, b]);
      const i = 0.596 * r - 0.274 * g - 0.322 * b;
      const q = 0.211 * r - 0.523 * g + 0.312 * b;
      const [p, s] = [cos * i - sin * q, sin * i + cos * q];
      out[at] = y + 0.956 * p + 0.621 * s;
      out[at + 1] = y - 0.272 * p - 0.647 * s;
      out[at + 2] = y - 1.106 * p + 1.703 * s;
    }
    for (let c = 0; c < colours; c++) out[at + c] = Math.min(white, Math.max(0, out[at + c]));
  }
  return imageLike(image, asType(out, image.data));
}

/**
 * Adds noise from a normal distribution to every value, within black and white.
 *
 * @throws RangeError for a broken range.
 * @example
 * const noisy = augment([randomNoise({ deviation: [0.1, 0.1] })]);
 * noisy({ image: [[0.5, 0.5]] }, 3).image.at(0, 0)[0] === 0.5; // false
 */
export function randomNoise(options: RandomNoiseOptions = {}): AugmentStep {
  const { deviation = 0.05 } = options;
  const range = rangeOf(
    "deviation",
    typeof deviation === "number" ? [deviation, deviation] : deviation,
  );
  return makeStep("randomNoise", options.probability, (sample, random) => {
    const { image } = sample;
    const spread = random.uniform(...range) * image.white;
    const out = Float32Array.from(image.data, (value, i) =>
      image.hasAlpha && i % image.channels === image.channels - 1
        ? value
        : Math.min(image.white, Math.max(0, value + random.normal(0, spread))),
    );
    return { ...sample, image: imageLike(image, asType(out, image.data)) };
  });
}

/**
 * Blurs with a Gaussian of random width.
 *
 * @throws RangeError for a broken range.
 * @example
 * augment([randomBlur({ sigma: [1, 1] })])({ image: [[0, 1, 0]] }, 0).image.at(0, 1)[0] < 1; // true
 */
export function randomBlur(options: RandomBlurOptions = {}): AugmentStep {
  const sigma = rangeOf("sigma", options.sigma ?? [0.1, 2]);
  return makeStep("randomBlur", options.probability, (sample, random) => ({
    ...sample,
    image: gaussianBlur(sample.image, { sigma: Math.max(0.01, random.uniform(...sigma)) }),
  }));
}

/**
 * Covers rectangles at random places. Boxes, masks and points stay.
 *
 * Source: T. DeVries and G. Taylor, Improved Regularization with Cutout, 2017.
 *
 * @throws RangeError for a broken range.
 * @example
 * augment([cutout({ size: [1, 1] })])({ image: [[1, 1], [1, 1]] }, 0).image.data.includes(0); // true
 */
export function cutout(options: CutoutOptions = {}): AugmentStep {
  const count = wholeNumber("count", options.count ?? 1);
  const size = rangeOf("size", options.size ?? [0.1, 0.3]);
  const { fill = 0 } = options;
  return makeStep("cutout", options.probability, (sample, random) => {
    const { image } = sample;
    const { height, width, channels } = image;
    const data = image.data.slice();
    for (let k = 0; k < count; k++) {
      const w = Math.max(1, Math.round(width * random.uniform(...size)));
      const h = Math.max(1, Math.round(height * random.uniform(...size)));
      // The middle lies anywhere, so that a hole may reach over the edge.
      const left = random.integer(0, width) - Math.floor(w / 2);
      const top = random.integer(0, height) - Math.floor(h / 2);
      for (let y = Math.max(0, top); y < Math.min(height, top + h); y++) {
        const row = y * width;
        const [from, to] = [Math.max(0, left), Math.min(width, left + w)];
        if (to > from) data.fill(fill, (row + from) * channels, (row + to) * channels);
      }
    }
    return { ...sample, image: imageLike(image, data) };
  });
}
