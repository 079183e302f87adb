import type { Image, ImageLike } from "../image/index.ts";
import { oneOf, positive, wholeNumber } from "../options.ts";
import { asImage, grayPlane } from "./gray.ts";

/**
 * How the bits around a pixel become a number:
 * - `"default"`: as they are, 0 to 2^points - 1;
 * - `"ror"`: the smallest number that turning them gives, so that a turned picture has the same;
 * - `"uniform"`: how many are set where they change at most twice, points + 1 for all others;
 * - `"nri-uniform"`: as uniform, but each direction has its own number;
 * - `"var"`: the variance of the values instead, NaN where they are alike.
 */
export type LbpMethod = "default" | "ror" | "uniform" | "nri-uniform" | "var";

/** Options of `localBinaryPattern`. */
export interface LbpOptions {
  /** Points on the circle, 2 to 24. Default 8. */
  readonly points?: number;
  /** The circle's radius in pixels. Default 1. */
  readonly radius?: number;
  /** Default `"default"`. */
  readonly method?: LbpMethod;
}

const methods: readonly LbpMethod[] = ["default", "ror", "uniform", "nri-uniform", "var"];

/**
 * Local binary patterns, a texture measure: which points on a circle around a pixel are at least as
 * bright as the pixel. scikit-image's local_binary_pattern.
 *
 * Source: T. Ojala and others, Multiresolution gray-scale and rotation invariant texture
 * classification, IEEE PAMI 24 (2002).
 *
 * @returns An image of numbers, one for each pixel. Beyond the edge lies 0.
 * @throws RangeError or TypeError for a broken option.
 * @example
 * localBinaryPattern([[1, 1, 1], [1, 2, 3], [1, 1, 1]]).at(1, 1); // [1]
 */
export function localBinaryPattern(image: ImageLike, options: LbpOptions = {}): Image {
  const points = wholeNumber("points", options.points ?? 8, 2);
  if (points > 24)
    throw new RangeError(`The option points is at most 24; it was ${String(points)}.`);
  const radius = positive("radius", options.radius ?? 1);
  const method = oneOf("method", options.method ?? "default", methods);
  const plane = grayPlane(image, true);
  const { height, width, data } = plane;
  // Rounded so that points that lie on a pixel are read from it exactly.
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  const angle = (p: number) => (2 * Math.PI * p) / points;
  const down = Array.from({ length: points }, (_, p) => round(-radius * Math.sin(angle(p))));
  const across = Array.from({ length: points }, (_, p) => round(radius * Math.cos(angle(p))));
  const pixel = (y: number, x: number) =>
    y < 0 || x < 0 || y >= height || x >= width ? 0 : data[y * width + x];
  const values = new Float64Array(points);
  const bits = new Uint8Array(points);
  const out = new Float64Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const middle = data[y * width + x];
      for (let p = 0; p < points; p++) {
        const [row, column] = [y + down[p], x + across[p]];
        const [top, left] = [Math.floor(row), Math.floor(column)];
        const [bottom, right] = [Math.ceil(row), Math.ceil(column)];
        const [dy, dx] = [row - top, column - left];
        const upper = (1 - dx) * pixel(top, left) + dx * pixel(top, right);
        const lower = (1 - dx) * pixel(bottom, left) + dx * pixel(bottom, right);
        values[p] = (1 - dy) * upper + dy * lower;
        bits[p] = values[p] >= middle ? 1 : 0;
      }
      out[y * width + x] = method === "var" ? variance(values) : patternNumber(bits, method);
    }
  }
  return asImage({ height, width, data: out });
}

/**
 * How often each pattern occurs, as shares of all pixels: a texture in a few numbers. Uniform patterns
 * by default, which gives points + 2 of them.
 *
 * @throws TypeError for the method `"var"`, whose values are not counted.
 * @example
 * lbpHistogram([[1, 1], [1, 1]], { points: 4 }).length; // 6
 */
export function lbpHistogram(image: ImageLike, options: LbpOptions = {}): Float64Array {
  const { points = 8, method = "uniform" } = options;
  if (method === "var")
    throw new TypeError('Variances are not counted: choose another method than "var".');
  const bins =
    method === "uniform"
      ? points + 2
      : method === "nri-uniform"
        ? points * (points - 1) + 3
        : 2 ** points;
  const { data } = localBinaryPattern(image, { ...options, method });
  const counts = new Float64Array(bins);
  for (const value of data) counts[value]++;
  return counts.map((count) => count / data.length);
}

function variance(values: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const found = (squares - (sum * sum) / values.length) / values.length;
  return found === 0 ? NaN : found;
}

function patternNumber(bits: Uint8Array, method: LbpMethod): number {
  const points = bits.length;
  if (method === "default" || method === "ror") {
    let code = 0;
    for (let p = 0; p < points; p++) code += bits[p] * 2 ** p;
    if (method === "default") return code;
    let least = code;
    for (let turn = 1; turn < points; turn++) {
      code = Math.floor(code / 2) + (code % 2) * 2 ** (points - 1);
      least = Math.min(least, code);
    }
    return least;
  }
  let [changes, ones] = [0, 0];
  for (let p = 0; p < points; p++) {
    ones += bits[p];
    if (p > 0 && bits[p] !== bits[p - 1]) changes++;
  }
  if (method === "uniform") return changes <= 2 ? ones : points + 1;
  if (changes > 2) return points * (points - 1) + 2;
  if (ones === 0) return 0;
  if (ones === points) return points * (points - 1) + 1;
  const firstOne = bits.indexOf(1);
  const turned = firstOne === 0 ? ones - bits.indexOf(0) : points - firstOne;
  return 1 + (ones - 1) * points + turned;
}
