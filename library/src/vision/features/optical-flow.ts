import type { ImageLike } from "../image/index.ts";
import { wholeNumber } from "../options.ts";
import { grayPlane, separable } from "./gray.ts";
import type { GrayPlane } from "./gray.ts";
import { between } from "./orb.ts";
import type { Point } from "./peaks.ts";

/** Options of `opticalFlow`. */
export interface OpticalFlowOptions {
  /** Side of the window around a point, odd. Default 21. */
  readonly window?: number;
  /** Halvings of the pictures: more find faster motion. Default 3. */
  readonly levels?: number;
  /** At most so many steps a level. Default 30. */
  readonly iterations?: number;
  /** Stop below this step, in pixels. Default 0.01. */
  readonly epsilon?: number;
}

/** Where a point went. */
export interface TrackedPoint extends Point {
  /** False where the picture has too little structure to tell, or the point left it. */
  readonly found: boolean;
  /** Mean difference of the two windows, where white is 1. */
  readonly error: number;
}

/**
 * Follows points from one picture to the next by Lucas and Kanade's method, from coarse to fine.
 * OpenCV's calcOpticalFlowPyrLK.
 *
 * Source: J.-Y. Bouguet, Pyramidal Implementation of the Lucas Kanade Feature Tracker, Intel 2000.
 *
 * @param points - Where to look in the first picture; whole numbers are the middles of pixels.
 * @throws RangeError for pictures of different size, or a broken option.
 * @example
 * const wave = (shift) => Array.from({ length: 40 }, (_, y) => Array.from({ length: 40 }, (_, x) => Math.sin((x - shift) / 4) + Math.cos(y / 5)));
 * const [{ x, y }] = opticalFlow(wave(0), wave(1.5), [{ x: 20, y: 20 }], { levels: 0 });
 * [x.toFixed(1), y.toFixed(1)]; // ["21.5", "20.0"]
 */
export function opticalFlow(
  previous: ImageLike,
  next: ImageLike,
  points: readonly Point[],
  options: OpticalFlowOptions = {},
): TrackedPoint[] {
  const window = wholeNumber("window", options.window ?? 21, 3);
  if (window % 2 === 0) throw new RangeError(`The option window is odd; it was ${String(window)}.`);
  const levels = wholeNumber("levels", options.levels ?? 3, 0);
  const [first, second] = [grayPlane(previous), grayPlane(next)];
  if (first.height !== second.height || first.width !== second.width)
    throw new RangeError(
      `The pictures differ in size: ${String(first.height)} × ${String(first.width)} and ${String(second.height)} × ${String(second.width)}.`,
    );
  const [from, to] = [pyramid(first, levels, window), pyramid(second, levels, window)];
  const slopes = from.map((plane) => ({
    dx: separable(plane, [-0.5, 0, 0.5], [3 / 16, 10 / 16, 3 / 16], "nearest"),
    dy: separable(plane, [3 / 16, 10 / 16, 3 / 16], [-0.5, 0, 0.5], "nearest"),
  }));
  return points.map((point) => {
    let flow = { dx: 0, dy: 0, found: true };
    for (let level = from.length - 1; level >= 0; level--) {
      const at = { x: point.x / 2 ** level, y: point.y / 2 ** level };
      const start = { dx: 2 * flow.dx, dy: 2 * flow.dy };
      flow = step(from[level], to[level], slopes[level], at, start, window, options);
    }
    const [x, y] = [point.x + flow.dx, point.y + flow.dy];
    const inside = x >= 0 && y >= 0 && x <= first.width - 1 && y <= first.height - 1;
    const error = difference(first, second, point, { x, y }, window);
    return { x, y, found: flow.found && inside, error };
  });
}

interface Flow {
  readonly dx: number;
  readonly dy: number;
}

function step(
  from: GrayPlane,
  to: GrayPlane,
  slopes: { readonly dx: GrayPlane; readonly dy: GrayPlane },
  at: Point,
  start: Flow,
  window: number,
  { iterations = 30, epsilon = 0.01 }: OpticalFlowOptions,
): Flow & { readonly found: boolean } {
  const half = (window - 1) / 2;
  const size = window * window;
  const [values, gx, gy] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let k = 0; k < size; k++) {
    const [row, column] = [at.y + Math.floor(k / window) - half, at.x + (k % window) - half];
    values[k] = between(from, row, column);
    gx[k] = between(slopes.dx, row, column);
    gy[k] = between(slopes.dy, row, column);
    xx += gx[k] * gx[k];
    xy += gx[k] * gy[k];
    yy += gy[k] * gy[k];
  }
  const det = xx * yy - xy * xy;
  const smaller = (xx + yy - Math.sqrt((xx - yy) ** 2 + 4 * xy * xy)) / (2 * size);
  if (smaller < 1e-7 || det < 1e-15) return { ...start, found: false };
  let { dx, dy } = start;
  for (let i = 0; i < iterations; i++) {
    let [bx, by] = [0, 0];
    for (let k = 0; k < size; k++) {
      const row = at.y + dy + Math.floor(k / window) - half;
      const change = values[k] - between(to, row, at.x + dx + (k % window) - half);
      bx += change * gx[k];
      by += change * gy[k];
    }
    const [mx, my] = [(yy * bx - xy * by) / det, (xx * by - xy * bx) / det];
    dx += mx;
    dy += my;
    if (Math.hypot(mx, my) < epsilon) break;
  }
  return { dx, dy, found: true };
}

/** The picture and its halves, as long as they hold a window. */
function pyramid(plane: GrayPlane, levels: number, window: number): GrayPlane[] {
  const planes = [plane];
  const weights = [1, 4, 6, 4, 1].map((weight) => weight / 16);
  while (planes.length <= levels) {
    const last = planes[planes.length - 1];
    const [height, width] = [Math.ceil(last.height / 2), Math.ceil(last.width / 2)];
    if (Math.min(height, width) <= window) break;
    const blurred = separable(last, weights, weights, "nearest");
    const data = Float64Array.from(
      { length: height * width },
      (_, i) => blurred.data[2 * Math.floor(i / width) * last.width + 2 * (i % width)],
    );
    planes.push({ height, width, data });
  }
  return planes;
}

function difference(a: GrayPlane, b: GrayPlane, p: Point, q: Point, window: number): number {
  const half = (window - 1) / 2;
  let sum = 0;
  for (let dy = -half; dy <= half; dy++)
    for (let dx = -half; dx <= half; dx++)
      sum += Math.abs(between(a, p.y + dy, p.x + dx) - between(b, q.y + dy, q.x + dx));
  return sum / (window * window);
}
