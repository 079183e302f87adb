import type { Image, ImageLike } from "../image/index.ts";
import { wholeNumber } from "../options.ts";
import { asImage, grayPlane } from "./gray.ts";
import type { GrayPlane } from "./gray.ts";

/** Options of `cornerFast`. */
export interface FastOptions {
  /** So many neighbours on the circle of 16 must be brighter, or darker. Default 12. */
  readonly n?: number;
  /** By how much, where white is 1. Default 0.15. */
  readonly threshold?: number;
}

const down = [0, 1, 2, 3, 3, 3, 2, 1, 0, -1, -2, -3, -3, -3, -2, -1];
const across = [3, 3, 2, 1, 0, -1, -2, -3, -3, -3, -2, -1, 0, 1, 2, 3];

/**
 * FAST's corner measure of each pixel: the sum of the differences to the circle of 16 pixels around it
 * where `n` in a row are brighter or darker, and 0 elsewhere. Find the corners with `localPeaks`.
 * scikit-image's corner_fast.
 *
 * Source: E. Rosten and T. Drummond, Machine learning for high-speed corner detection, ECCV 2006.
 *
 * @throws RangeError for `n` outside 1 to 16.
 * @example
 * cornerFast({ data: new Uint8Array(64), shape: [8, 8] }).at(4, 4); // [0]
 */
export function cornerFast(image: ImageLike, options: FastOptions = {}): Image {
  return asImage(fastResponse(grayPlane(image), options));
}

/** As `cornerFast`, from a plane to a plane. */
export function fastResponse(plane: GrayPlane, options: FastOptions): GrayPlane {
  const { height, width, data } = plane;
  const n = wholeNumber("n", options.n ?? 12);
  if (n > 16) throw new RangeError(`The option n is at most 16; it was ${String(n)}.`);
  const threshold = options.threshold ?? 0.15;
  const offsets = Int32Array.from(down, (dy, i) => dy * width + across[i]);
  const out = new Float64Array(data.length);
  const states = new Int8Array(16);
  for (let y = 3; y < height - 3; y++) {
    for (let x = 3; x < width - 3; x++) {
      const at = y * width + x;
      const [lower, upper] = [data[at] - threshold, data[at] + threshold];
      let any = false;
      for (let k = 0; k < 16; k++) {
        const value = data[at + offsets[k]];
        states[k] = value > upper ? 1 : value < lower ? -1 : 0;
        any ||= states[k] !== 0;
      }
      if (!any || !(inARow(states, 1, n) || inARow(states, -1, n))) continue;
      for (let k = 0; k < 16; k++) out[at] += Math.abs(data[at + offsets[k]] - data[at]);
    }
  }
  return { height, width, data: out };
}

function inARow(states: Int8Array, state: number, n: number): boolean {
  for (let k = 0, count = 0; k < 15 + n; k++) {
    count = states[k % 16] === state ? count + 1 : 0;
    if (count === n) return true;
  }
  return false;
}
