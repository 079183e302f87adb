import { checkOptions } from "../../frame/engine/options.ts";
import {
  asType,
  borderOptions,
  checkCount,
  checkPositive,
  padPlane,
  planeOf,
} from "../core/index.ts";
import type { BorderOptions, Plane } from "../core/index.ts";
import { Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";

/** Options of `bilateralFilter`. */
export interface BilateralOptions extends BorderOptions {
  /** Standard deviation of differences in colour that are smoothed, in the image's own unit. */
  readonly sigmaColor: number;
  /** Standard deviation of distance, in pixels. */
  readonly sigmaSpace: number;
  /** The diameter of the surroundings. By default 3 × `sigmaSpace` on each side. */
  readonly diameter?: number;
}

/**
 * Smooths and keeps edges: neighbours count less the farther they are and the more their colour differs
 * (Tomasi and Manduchi 1998). Colours differ by the sum over channels. OpenCV's bilateralFilter. Cost:
 * `diameter²` for a pixel.
 *
 * @throws RangeError for a deviation that is not above 0.
 * @example
 * bilateralFilter([[0, 0, 1, 1]], { sigmaColor: 0.05, sigmaSpace: 1 }).toBytes().rows(); // [[0, 0, 255, 255]]
 */
export function bilateralFilter(image: ImageLike, options: BilateralOptions): Image {
  checkOptions("bilateralFilter", options, [
    "sigmaColor",
    "sigmaSpace",
    "diameter",
    ...borderOptions,
  ]);
  const { sigmaColor, sigmaSpace, border = "reflect101", borderValue = 0 } = options;
  checkPositive("sigmaColor", sigmaColor);
  checkPositive("sigmaSpace", sigmaSpace);
  const diameter = options.diameter ?? 2 * Math.round(sigmaSpace * 1.5) + 1;
  const radius = Math.max(1, Math.floor(checkCount("diameter", diameter) / 2));
  const picture = Image.from(image);
  const { height, width, channels } = picture;
  const margins = { top: radius, bottom: radius, left: radius, right: radius };
  const planes = Array.from({ length: channels }, (_, c) =>
    padPlane(planeOf(picture, c), margins, border, borderValue),
  );
  const taps = surroundings(radius, planes[0].width, sigmaSpace);
  const colour = colourWeights(sigmaColor, picture.data instanceof Uint8Array);
  const data = new Float32Array(height * width * channels);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += channels) {
      weigh(planes, (y + radius) * planes[0].width + x + radius, taps, colour, data, to);
    }
  }
  return imageLike(picture, asType(data, picture.data));
}

interface Taps {
  readonly offsets: Int32Array;
  readonly weights: Float64Array;
}

interface ColourWeights {
  /** Entries for a difference of 1. */
  readonly steps: number;
  readonly table: Float64Array;
}

function weigh(
  planes: readonly Plane[],
  at: number,
  { offsets, weights }: Taps,
  { steps, table }: ColourWeights,
  into: Float32Array,
  to: number,
): void {
  const last = table.length - 2;
  let total = 0;
  for (let i = 0; i < offsets.length; i++) {
    let difference = 0;
    for (let c = 0; c < planes.length; c++) {
      const plane = planes[c].data;
      difference += Math.abs(plane[at + offsets[i]] - plane[at]);
    }
    const entry = difference * steps;
    const whole = Math.min(last, Math.floor(entry));
    const part = Math.min(1, entry - whole);
    const weight = weights[i] * (table[whole] + part * (table[whole + 1] - table[whole]));
    total += weight;
    for (let c = 0; c < planes.length; c++)
      into[to + c] += weight * planes[c].data[at + offsets[i]];
  }
  for (let c = 0; c < planes.length; c++) into[to + c] /= total;
}

/** The pixels within the radius, as steps in a padded plane. */
function surroundings(radius: number, stride: number, sigma: number): Taps {
  const offsets: number[] = [];
  const weights: number[] = [];
  for (let y = -radius; y <= radius; y++) {
    for (let x = -radius; x <= radius; x++) {
      const squared = x * x + y * y;
      if (squared > radius * radius) continue;
      offsets.push(y * stride + x);
      weights.push(Math.exp(-squared / (2 * sigma * sigma)));
    }
  }
  return { offsets: Int32Array.from(offsets), weights: Float64Array.from(weights) };
}

/** Weights by difference in a table: a whole step each for bytes, finely for floats. */
function colourWeights(sigma: number, bytes: boolean): ColourWeights {
  const steps = bytes ? 1 : 1024 / sigma;
  const length = Math.ceil(7 * sigma * steps) + 2;
  const table = Float64Array.from({ length }, (_, i) => Math.exp(-((i / steps / sigma) ** 2) / 2));
  return { steps, table };
}
