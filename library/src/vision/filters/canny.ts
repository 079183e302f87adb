import { checkOptions } from "../../frame/engine/options.ts";
import { mapPlanes } from "../core/index.ts";
import { Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { separablePlane } from "./correlate-plane.ts";

/** Options of `canny`. */
export interface CannyOptions {
  /** Edges weaker than this go, in the unit of Sobel's derivative (of 255 for bytes). */
  readonly low: number;
  /** Edges of more than this stay, and what is joined to them. */
  readonly high: number;
  /** Measure edges by √(x² + y²) and not by |x| + |y|. Default false. */
  readonly l2?: boolean;
}

/**
 * Canny's edges: Sobel's gradient, thinned to its ridges, then followed from strong ones (Canny 1986).
 * Edges are white. OpenCV's Canny with an aperture of 3.
 *
 * @throws RangeError for an image with more than one channel: take gray or a channel first.
 * @throws RangeError where `low` is above `high`.
 * @example
 * canny([[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]], { low: 1, high: 2 }).rows()[1]; // [0, 1, 0, 0]
 */
export function canny(image: ImageLike, options: CannyOptions): Image {
  checkOptions("canny", options, ["low", "high", "l2"]);
  const { low, high, l2 = false } = options;
  const picture = Image.from(image);
  if (picture.channels !== 1) {
    throw new RangeError(
      `canny finds edges in one channel; this image has ${picture.channels}. Convert it first: convertColor(image, "gray").`,
    );
  }
  if (!(low >= 0 && low <= high))
    throw new RangeError(`low is from 0 to high; they were low ${low} and high ${high}.`);
  const { height, width } = picture;
  const derivative = (row: number[], column: number[]): Float32Array =>
    mapPlanes(picture, (plane) => separablePlane(plane, row, column, "replicate", 0), {
      type: "float32",
    }).data as Float32Array;
  const x = derivative([-1, 0, 1], [1, 2, 1]);
  const y = derivative([1, 2, 1], [-1, 0, 1]);
  const strength = framed(x, y, height, width, l2);
  const square = (value: number) => (l2 ? value * value : value);
  const marks = thin(x, y, strength, { height, width, low: square(low), high: square(high) });
  const data =
    picture.data instanceof Uint8Array
      ? new Uint8Array(height * width)
      : new Float32Array(height * width);
  follow(marks, width + 2);
  for (let i = 0, row = 1; row <= height; row++)
    for (let at = row * (width + 2) + 1, column = 0; column < width; column++, at++, i++)
      if (marks[at] === 2) data[i] = picture.white;
  return imageLike(picture, data);
}

/** The strength of the gradient, with a frame of zeros around it. */
function framed(
  x: Float32Array,
  y: Float32Array,
  height: number,
  width: number,
  l2: boolean,
): Float32Array {
  const strength = new Float32Array((height + 2) * (width + 2));
  for (let row = 0, i = 0; row < height; row++) {
    for (let at = (row + 1) * (width + 2) + 1, end = at + width; at < end; at++, i++)
      strength[at] = l2 ? x[i] * x[i] + y[i] * y[i] : Math.abs(x[i]) + Math.abs(y[i]);
  }
  return strength;
}

const tan22 = Math.SQRT2 - 1;
const tan67 = Math.SQRT2 + 1;

interface Thinning {
  readonly height: number;
  readonly width: number;
  readonly low: number;
  readonly high: number;
}

/** 2 where an edge is certain, 1 where it may be, 0 elsewhere; framed as `strength` is. */
function thin(x: Float32Array, y: Float32Array, strength: Float32Array, to: Thinning): Uint8Array {
  const marks = new Uint8Array(strength.length);
  const stride = to.width + 2;
  for (let row = 0, i = 0; row < to.height; row++) {
    for (let at = (row + 1) * stride + 1, end = at + to.width; at < end; at++, i++) {
      const here = strength[at];
      if (here <= to.low) continue;
      const across = Math.abs(x[i]);
      const down = Math.abs(y[i]);
      let ridge: boolean;
      if (down < across * tan22) ridge = here > strength[at - 1] && here >= strength[at + 1];
      else if (down > across * tan67)
        ridge = here > strength[at - stride] && here >= strength[at + stride];
      else {
        const side = x[i] < 0 !== y[i] < 0 ? -1 : 1;
        ridge = here > strength[at - stride - side] && here > strength[at + stride + side];
      }
      if (ridge) marks[at] = here > to.high ? 2 : 1;
    }
  }
  return marks;
}

/** What may be an edge becomes one where it touches one, also at a corner. */
function follow(marks: Uint8Array, stride: number): void {
  const stack: number[] = [];
  for (let i = 0; i < marks.length; i++) if (marks[i] === 2) stack.push(i);
  const around = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1];
  while (stack.length > 0) {
    const at = stack.pop() as number;
    for (const step of around) {
      if (marks[at + step] !== 1) continue;
      marks[at + step] = 2;
      stack.push(at + step);
    }
  }
}
