import { checkOdd, mapPlanes, padPlane } from "../core/index.ts";
import type { Plane } from "../core/index.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";

/**
 * The median of a square around each pixel, which takes single wrong pixels away and keeps edges. The
 * edge of the image goes on outside. OpenCV's medianBlur. Bytes use a histogram that slides along
 * (Huang, Yang and Tang 1979).
 *
 * @param size - The side of the square, odd.
 * @throws RangeError for an even size.
 * @example
 * medianBlur([[1, 9, 1], [1, 1, 1]], 3).rows(); // [[1, 1, 1], [1, 1, 1]]
 */
export function medianBlur(image: ImageLike, size: number): Image {
  checkOdd("size", size);
  const picture = Image.from(image);
  if (size === 1) return picture;
  const bytes = picture.data instanceof Uint8Array;
  return mapPlanes(picture, (plane) => {
    const radius = (size - 1) / 2;
    const margins = { top: radius, bottom: radius, left: radius, right: radius };
    const padded = padPlane(plane, margins, "replicate", 0);
    const data = new Float32Array(plane.data.length);
    if (size === 3) medianOfNine(padded, data, plane.width);
    else if (bytes) slidingHistogram(padded, data, plane.width, size);
    else bySorting(padded, data, plane.width, size);
    return { ...plane, data };
  });
}

/** Nine values as three sorted columns; the columns are shared by neighbours. */
function medianOfNine({ data: from, width: stride }: Plane, to: Float32Array, width: number): void {
  const low = new Float32Array(stride);
  const middle = new Float32Array(stride);
  const high = new Float32Array(stride);
  for (let y = 0, out = 0; out < to.length; y++) {
    const at = y * stride;
    for (let x = 0; x < stride; x++) {
      const a = from[at + x];
      const b = from[at + stride + x];
      const c = from[at + 2 * stride + x];
      const small = a < b ? a : b;
      const large = a < b ? b : a;
      low[x] = c < small ? c : small;
      high[x] = c > large ? c : large;
      middle[x] = c < small ? small : c > large ? large : c;
    }
    for (let x = 0; x < width; x++, out++) {
      const a = Math.max(low[x], low[x + 1], low[x + 2]);
      const c = Math.min(high[x], high[x + 1], high[x + 2]);
      const b = middleOf(middle[x], middle[x + 1], middle[x + 2]);
      to[out] = middleOf(a, b, c);
    }
  }
}

function middleOf(a: number, b: number, c: number): number {
  const small = a < b ? a : b;
  const large = a < b ? b : a;
  return c < small ? small : c > large ? large : c;
}

function slidingHistogram(padded: Plane, to: Float32Array, width: number, size: number): void {
  const { data: from, width: stride } = padded;
  const half = (size * size - 1) / 2;
  const counts = new Int32Array(256);
  for (let y = 0, out = 0; out < to.length; y++) {
    counts.fill(0);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) counts[from[(y + i) * stride + j]]++;
    let median = 0;
    let below = 0;
    for (let x = 0; x < width; x++, out++) {
      if (x > 0) {
        for (let i = 0, at = y * stride + x - 1; i < size; i++, at += stride) {
          const gone = from[at];
          const come = from[at + size];
          counts[gone]--;
          counts[come]++;
          if (gone < median) below--;
          if (come < median) below++;
        }
      }
      while (below > half) below -= counts[--median];
      while (below + counts[median] <= half) below += counts[median++];
      to[out] = median;
    }
  }
}

function bySorting(padded: Plane, to: Float32Array, width: number, size: number): void {
  const { data: from, width: stride } = padded;
  const window = new Float32Array(size * size);
  const half = (size * size - 1) / 2;
  for (let y = 0, out = 0; out < to.length; y++) {
    for (let x = 0; x < width; x++, out++) {
      for (let i = 0; i < size; i++) {
        const at = (y + i) * stride + x;
        for (let j = 0; j < size; j++) window[i * size + j] = from[at + j];
      }
      window.sort();
      to[out] = window[half];
    }
  }
}
