import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";

/** Light of an image: `height * width` numbers in rows. */
export interface GrayPlane {
  readonly height: number;
  readonly width: number;
  readonly data: Float64Array;
}

/**
 * An image in grey with doubles: bytes as 0 to 1 (or as they are, with `raw`), colours weighted as
 * BT.601 does, alpha left out.
 */
export function grayPlane(input: ImageLike, raw = false): GrayPlane {
  const image = Image.from(input);
  const { height, width, channels, data, hasAlpha } = image;
  const scale = raw ? 1 : 1 / image.white;
  const colours = channels - (hasAlpha ? 1 : 0);
  if (colours !== 1 && colours !== 3)
    throw new RangeError(
      `The image must be grey or have three colours; it has ${String(channels)} channels.`,
    );
  const gray = new Float64Array(height * width);
  for (let i = 0, at = 0; i < gray.length; i++, at += channels) {
    gray[i] =
      scale *
      (colours === 1 ? data[at] : 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]);
  }
  return { height, width, data: gray };
}

/** A plane of numbers as an image of floats. */
export function asImage({ height, width, data }: GrayPlane): Image {
  return new Image({
    height,
    width,
    channels: 1,
    data: Float32Array.from(data),
    colorSpace: "gray",
  });
}

/** Correlates along the rows, and then along the columns; outside lies what `outside` says. */
export function separable(
  plane: GrayPlane,
  across: readonly number[],
  down: readonly number[],
  outside: "zero" | "reflect" | "nearest",
): GrayPlane {
  const { height, width } = plane;
  const rows = run(plane.data, across, width, height, 1, width, outside);
  return { height, width, data: run(rows, down, height, width, width, 1, outside) };
}

function run(
  data: Float64Array,
  weights: readonly number[],
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  outside: "zero" | "reflect" | "nearest",
): Float64Array {
  const out = new Float64Array(data.length);
  const half = (weights.length - 1) / 2;
  const from = new Int32Array(length + 2 * half);
  for (let i = 0; i < from.length; i++) from[i] = indexOutside(i - half, length, outside);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) {
        const at = from[i + k];
        if (at >= 0) sum += weights[k] * data[start + at * step];
      }
      out[start + i * step] = sum;
    }
  }
  return out;
}

function indexOutside(at: number, length: number, outside: "zero" | "reflect" | "nearest"): number {
  if (at >= 0 && at < length) return at;
  if (outside === "zero") return -1;
  if (outside === "nearest") return at < 0 ? 0 : length - 1;
  const folded = ((at % (2 * length)) + 2 * length) % (2 * length);
  return folded < length ? folded : 2 * length - 1 - folded;
}

/** Weights of a Gaussian up to 4 standard deviations, or of its second derivative. */
export function gaussianWeights(sigma: number, order: 0 | 2 = 0): number[] {
  const radius = Math.floor(4 * sigma + 0.5);
  const weights = Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight, i) => {
    const square = (i - radius) ** 2;
    return (weight / sum) * (order === 0 ? 1 : (square / sigma ** 2 - 1) / sigma ** 2);
  });
}
