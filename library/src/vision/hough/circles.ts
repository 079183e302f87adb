import { checkOptions } from "../../frame/engine/options.ts";
import { checkCount } from "../core/index.ts";
import type { Image, ImageLike } from "../image/index.ts";
import { singleChannel } from "../intensity/lightness.ts";

/** A circle and how much of it is there. */
export interface HoughCircle {
  readonly center: readonly [x: number, y: number];
  readonly radius: number;
  /** The part of its pixels that are edges, 0 to 1. */
  readonly score: number;
}

/** Options of `houghCircles`. */
export interface HoughCirclesOptions {
  /** The least and the greatest radius, in whole pixels. */
  readonly radii: readonly [least: number, greatest: number];
  /** Circles of which at least this part is there. Default 0.5. */
  readonly threshold?: number;
  /** How far apart centres are at least, in pixels. Default the least radius. */
  readonly minDistance?: number;
}

/**
 * Finds circles in an image of edges: every pixel that is not 0 votes for the centres of all circles
 * through it (Duda and Hart 1972). Cost: edges × radii². scikit-image's hough_circle and
 * hough_circle_peaks.
 *
 * Differs from OpenCV: HoughCircles follows gradients of the image itself; this takes edges.
 *
 * @returns The best first.
 * @throws RangeError for radii that are no counts, or in the wrong order.
 * @example
 * const ring = [[0, 1, 1, 1, 0], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [0, 1, 1, 1, 0]];
 * houghCircles(ring, { radii: [2, 2], threshold: 0.9 })[0].center; // [2, 2]
 */
export function houghCircles(edges: ImageLike, options: HoughCirclesOptions): HoughCircle[] {
  checkOptions("houghCircles", options, ["radii", "threshold", "minDistance"]);
  const [least, greatest] = options.radii;
  checkCount("radii", least);
  checkCount("radii", greatest, least);
  const { threshold = 0.5, minDistance = least } = options;
  const picture = singleChannel("houghCircles", edges);
  const candidates: HoughCircle[] = [];
  for (let radius = least; radius <= greatest; radius++)
    candidates.push(...centres(picture, radius, threshold));
  candidates.sort((a, b) => b.score - a.score);
  const kept: HoughCircle[] = [];
  for (const circle of candidates) {
    const [x, y] = circle.center;
    const free = kept.every(
      ({ center }) => Math.hypot(center[0] - x, center[1] - y) >= minDistance,
    );
    if (free) kept.push(circle);
  }
  return kept;
}

function centres({ height, width, data }: Image, radius: number, threshold: number): HoughCircle[] {
  const ring = ringOf(radius);
  const votes = new Int32Array(height * width);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i] === 0) continue;
      for (const [dx, dy] of ring) {
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
        votes[i + dy * width + dx]++;
      }
    }
  }
  const found: HoughCircle[] = [];
  for (let at = 0; at < votes.length; at++) {
    const score = votes[at] / ring.length;
    if (score >= threshold)
      found.push({ center: [at % width, Math.floor(at / width)], radius, score });
  }
  return found;
}

/** The pixels of a circle (Bresenham 1977), each once. */
function ringOf(radius: number): (readonly [number, number])[] {
  const places = new Map<string, readonly [number, number]>();
  const put = (x: number, y: number) => places.set(`${x},${y}`, [x, y]);
  for (let x = 0, y = radius, error = 3 - 2 * radius; x <= y; x++) {
    for (const [a, b] of [
      [x, y],
      [y, x],
    ]) {
      put(a, b);
      put(-a, b);
      put(a, -b);
      put(-a, -b);
    }
    if (error < 0) error += 4 * x + 6;
    else {
      error += 4 * (x - y) + 10;
      y--;
    }
  }
  return [...places.values()];
}
