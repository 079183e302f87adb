import type { ImageLike } from "../image/index.ts";
import { wholeNumber } from "../options.ts";
import { grayPlane } from "./gray.ts";

/** A point of an image; whole numbers are the middle of that pixel, as in `image.at(y, x)`. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point that stands out. */
export interface Keypoint extends Point {
  /** How much it stands out, in the unit of the detector. */
  readonly response: number;
  /** Diameter in pixels of what was found, where the detector says so. */
  readonly size?: number;
  /** Direction in radians, 0 right, π/2 down, where the detector says so. */
  readonly angle?: number;
}

/** Options of `localPeaks`. */
export interface PeakOptions {
  /** Peaks are at least so many pixels apart, across or down. Default 1. */
  readonly minDistance?: number;
  /** Peaks are above this. Default the smallest value. */
  readonly threshold?: number;
  /** Peaks are above this part of the highest value. Default 0, off. */
  readonly thresholdRelative?: number;
  /** So many pixels at the edge have no peaks. Default `minDistance`. */
  readonly border?: number;
  /** At most so many peaks. Default all. */
  readonly maxPeaks?: number;
}

/**
 * The pixels that are higher than all around them, the highest first. scikit-image's peak_local_max.
 *
 * @param response - A measure for each pixel, such as that of `cornerHarris`, `[height, width]`.
 * @throws RangeError for a broken option.
 * @example
 * localPeaks([[0, 0, 0], [0, 2, 0], [0, 0, 0]]); // [{ x: 1, y: 1, response: 2 }]
 */
export function localPeaks(response: ImageLike, options: PeakOptions = {}): Keypoint[] {
  const distance = wholeNumber("minDistance", options.minDistance ?? 1);
  const border = wholeNumber("border", options.border ?? distance, 0);
  const { height, width, data } = grayPlane(response, true);
  let [low, high] = [Infinity, -Infinity];
  for (const value of data) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const relative = options.thresholdRelative;
  const least = Math.max(
    options.threshold ?? low,
    relative === undefined || relative === 0 ? -Infinity : relative * high,
  );
  const highest = maxAround(data, height, width, distance);
  // Where every pixel is as high as all around it, the image is flat and has no peak.
  if (data.every((value, i) => value === highest[i])) return [];
  const found: Keypoint[] = [];
  for (let y = border; y < height - border; y++) {
    for (let x = border; x < width - border; x++) {
      const value = data[y * width + x];
      if (value > least && value === highest[y * width + x]) found.push({ x, y, response: value });
    }
  }
  found.sort((a, b) => b.response - a.response);
  return spaced(found, distance).slice(0, options.maxPeaks ?? Infinity);
}

/** Of points that are nearer than `distance`, the first alone. */
function spaced(points: readonly Keypoint[], distance: number): Keypoint[] {
  const kept: Keypoint[] = [];
  const taken = new Set<string>();
  for (const point of points) {
    if (taken.has(`${point.x},${point.y}`)) continue;
    kept.push(point);
    for (let dy = 1 - distance; dy < distance; dy++)
      for (let dx = 1 - distance; dx < distance; dx++) taken.add(`${point.x + dx},${point.y + dy}`);
  }
  return kept;
}

function maxAround(data: Float64Array, height: number, width: number, reach: number): Float64Array {
  const rows = new Float64Array(data.length).fill(-Infinity);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let k = Math.max(0, x - reach); k <= Math.min(width - 1, x + reach); k++)
        rows[y * width + x] = Math.max(rows[y * width + x], data[y * width + k]);
  const out = new Float64Array(data.length).fill(-Infinity);
  for (let y = 0; y < height; y++)
    for (let k = Math.max(0, y - reach); k <= Math.min(height - 1, y + reach); k++)
      for (let x = 0; x < width; x++)
        out[y * width + x] = Math.max(out[y * width + x], rows[k * width + x]);
  return out;
}
