import { padPlane } from "../core/index.ts";
import type { Plane } from "../core/index.ts";
import type { Element } from "./element.ts";

/**
 * The least (or the greatest) value under an element on each pixel; what lies outside the image does not
 * count.
 */
export function extremePlane(plane: Plane, element: Element, least: boolean): Plane {
  const { height, width } = plane;
  const top = element.height >> 1;
  const left = element.width >> 1;
  const margins = {
    top,
    bottom: element.height - 1 - top,
    left,
    right: element.width - 1 - left,
  };
  const padded = padPlane(plane, margins, "constant", least ? Infinity : -Infinity);
  if (element.data.every((value) => value !== 0)) {
    const { data } = padded;
    window(data, padded.height, padded.width, element.width, 1, least);
    window(data, padded.height, padded.width, element.height, padded.width, least);
    return corner(padded, height, width);
  }
  const data = new Float32Array(height * width).fill(least ? Infinity : -Infinity);
  element.data.forEach((value, tap) => {
    if (value === 0) return;
    const shift = Math.floor(tap / element.width) * padded.width + (tap % element.width);
    for (let y = 0; y < height; y++) {
      const to = y * width;
      meet(data, to, padded.data, y * padded.width + shift, width, least);
    }
  });
  return { height, width, data };
}

/**
 * In place: each value becomes the extreme of the `size` values from it on, `step` apart. Windows of
 * twice the size come from two of half the size, so the cost grows with the logarithm of `size`.
 */
function window(
  data: Float32Array,
  height: number,
  width: number,
  size: number,
  step: number,
  least: boolean,
): void {
  const length = height * width;
  for (let done = 1; done < size;) {
    const more = Math.min(done, size - done);
    meet(data, 0, data, more * step, length - more * step, least);
    done += more;
  }
}

/** Each of `count` values becomes the lesser (or greater) of itself and one elsewhere. */
function meet(
  into: Float32Array,
  to: number,
  from: Float32Array,
  at: number,
  count: number,
  least: boolean,
): void {
  if (least) {
    for (let i = 0; i < count; i++) {
      const value = from[at + i];
      if (value < into[to + i]) into[to + i] = value;
    }
  } else {
    for (let i = 0; i < count; i++) {
      const value = from[at + i];
      if (value > into[to + i]) into[to + i] = value;
    }
  }
}

function corner({ data: from, width: stride }: Plane, height: number, width: number): Plane {
  const data = new Float32Array(height * width);
  for (let y = 0; y < height; y++)
    data.set(from.subarray(y * stride, y * stride + width), y * width);
  return { height, width, data };
}
