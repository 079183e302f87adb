import type { Image, ImageLike } from "../image/index.ts";
import { levels } from "./histogram.ts";
import { singleChannel } from "./lightness.ts";

/**
 * The level that splits an image in two classes with the least variance inside them (Otsu 1979): what is
 * above it is foreground. scikit-image's threshold_otsu; of bytes OpenCV's THRESH_OTSU too.
 *
 * @throws RangeError for an image of one level.
 * @example
 * otsuThreshold({ data: new Uint8Array([10, 12, 200, 202]), shape: [1, 4] }); // 12
 */
export function otsuThreshold(image: ImageLike): number {
  const { counts, centers } = several("otsuThreshold", image);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const whole = counts.reduce((sum, count, i) => sum + count * centers[i], 0);
  let [weight, sum, most, best] = [0, 0, -1, 0];
  for (let i = 0; i < counts.length - 1; i++) {
    weight += counts[i];
    sum += counts[i] * centers[i];
    if (weight === 0 || weight === total) continue;
    const apart = sum / weight - (whole - sum) / (total - weight);
    const variance = weight * (total - weight) * apart * apart;
    if (variance > most * (1 + 1e-12)) [most, best] = [variance, i];
  }
  return centers[best];
}

/**
 * The level farthest from the line between the peak of the histogram and its far end (Zack, Rogers and
 * Latt 1977): for few pixels of foreground. scikit-image's threshold_triangle.
 *
 * @throws RangeError for an image of one level.
 * @example
 * triangleThreshold({ data: new Uint8Array([9, 9, 9, 9, 10, 10, 12, 20]), shape: [1, 8] }); // 11
 */
export function triangleThreshold(image: ImageLike): number {
  const { counts, centers } = several("triangleThreshold", image);
  const peak = counts.indexOf(Math.max(...counts));
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  const flip = peak - first < last - peak;
  const place = (i: number) => (flip ? counts.length - 1 - i : i);
  const start = flip ? place(last) : first;
  const width = place(peak) - start;
  let [most, best] = [-Infinity, 0];
  for (let i = 0; i < width; i++) {
    const distance = counts[peak] * i - width * counts[place(start + i)];
    if (distance > most) [most, best] = [distance, i];
  }
  return centers[place(start + best)];
}

/**
 * The level of least cross-entropy between an image and its two classes, found step by step (Li and Tam
 * 1998). scikit-image's threshold_li.
 *
 * @throws RangeError for an image of one level.
 * @example
 * Math.round(liThreshold({ data: new Uint8Array([10, 12, 200, 202]), shape: [1, 4] })); // 46
 */
export function liThreshold(image: ImageLike): number {
  const picture = singleChannel("liThreshold", image);
  several("liThreshold", picture);
  const values = Float64Array.from(picture.data).sort();
  const low = values[0];
  for (let i = 0; i < values.length; i++) values[i] -= low;
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => (sums[i + 1] = sums[i] + value));
  const tolerance = picture.data instanceof Uint8Array ? 0.5 : smallestStep(values) / 2;
  let next = sums[values.length] / values.length;
  let current = -2 * tolerance;
  while (Math.abs(next - current) > tolerance) {
    current = next;
    const below = upTo(values, current);
    const back = sums[below] / below;
    const fore = (sums[values.length] - sums[below]) / (values.length - below);
    if (back === 0) break;
    next = (back - fore) / (Math.log(back) - Math.log(fore));
  }
  return next + low;
}

function smallestStep(sorted: Float64Array): number {
  let least = Infinity;
  for (let i = 1; i < sorted.length; i++) {
    const step = sorted[i] - sorted[i - 1];
    if (step > 0 && step < least) least = step;
  }
  return least;
}

/** How many of the sorted values are at most `limit`. */
function upTo(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function several(name: string, image: ImageLike): { counts: number[]; centers: number[] } {
  const picture: Image = singleChannel(name, image);
  const found = levels(picture);
  if (found.counts.length > 1) return found;
  throw new RangeError(
    `${name}: the image has one level, ${found.centers[0]}, and nothing to split.`,
  );
}
