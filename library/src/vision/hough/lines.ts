import { checkOptions } from "../../frame/engine/options.ts";
import { checkPositive } from "../core/index.ts";
import type { Image, ImageLike } from "../image/index.ts";
import { singleChannel } from "../intensity/lightness.ts";

/** The line of points with x · cos(theta) + y · sin(theta) = rho. */
export interface HoughLine {
  /** Distance from the first pixel, in pixels. */
  readonly rho: number;
  /** Angle of the normal, in radians from 0 to π. */
  readonly theta: number;
  /** How many pixels lie on it. */
  readonly votes: number;
}

/** Options of `houghLines`. */
export interface HoughLinesOptions {
  /** Lines with more votes than this are found. */
  readonly threshold: number;
  /** Step of the distance, in pixels. Default 1. */
  readonly rho?: number;
  /** Step of the angle, in radians. Default π / 180. */
  readonly theta?: number;
}

/**
 * Finds straight lines in an image of edges: every pixel that is not 0 votes for all lines through it
 * (Duda and Hart 1972). OpenCV's HoughLines.
 *
 * @returns The most votes first.
 * @throws TypeError for an image of several channels.
 * @example
 * houghLines([[0, 1, 0], [0, 1, 0], [0, 1, 0]], { threshold: 2 })[0].rho; // 1
 */
export function houghLines(edges: ImageLike, options: HoughLinesOptions): HoughLine[] {
  checkOptions("houghLines", options, ["threshold", "rho", "theta"]);
  const { threshold, rho = 1, theta = Math.PI / 180 } = options;
  checkPositive("rho", rho);
  checkPositive("theta", theta);
  if (!(threshold >= 0))
    throw new RangeError(`The option threshold is 0 or more; it was ${threshold}.`);
  const picture = singleChannel("houghLines", edges);
  let angles = Math.floor(Math.PI / theta) + 1;
  if (angles > 1 && Math.abs(Math.PI - (angles - 1) * theta) < theta / 2) angles--;
  const distances = Math.round(((picture.width + picture.height) * 2 + 1) / rho);
  const votes = vote(picture, angles, distances, rho, theta);
  const found: (HoughLine & { place: number })[] = [];
  const stride = distances + 2;
  for (let angle = 0; angle < angles; angle++) {
    for (let at = 0; at < distances; at++) {
      const place = (angle + 1) * stride + at + 1;
      const count = votes[place];
      if (count <= threshold || count <= votes[place - 1] || count < votes[place + 1]) continue;
      if (count <= votes[place - stride] || count < votes[place + stride]) continue;
      found.push({
        rho: (at - (distances - 1) / 2) * rho,
        theta: angle * theta,
        votes: count,
        place,
      });
    }
  }
  return found
    .sort((a, b) => b.votes - a.votes || a.place - b.place)
    .map(({ rho: distance, theta: angle, votes: count }) => ({
      rho: distance,
      theta: angle,
      votes: count,
    }));
}

/** Votes by angle and distance, with a frame of zeros. */
function vote(
  { height, width, data }: Image,
  angles: number,
  distances: number,
  rho: number,
  theta: number,
): Int32Array {
  const stride = distances + 2;
  const votes = new Int32Array((angles + 2) * stride);
  const cos = new Float32Array(angles);
  const sin = new Float32Array(angles);
  // Single precision all the way, as in OpenCV: it decides where a half is rounded to.
  for (let i = 0, angle = 0; i < angles; i++, angle = Math.fround(angle + Math.fround(theta))) {
    cos[i] = Math.cos(angle) / rho;
    sin[i] = Math.sin(angle) / rho;
  }
  const middle = Math.floor((distances - 1) / 2);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i] === 0) continue;
      for (let angle = 0; angle < angles; angle++) {
        const at = Math.fround(Math.fround(x * cos[angle]) + Math.fround(y * sin[angle]));
        votes[(angle + 1) * stride + roundEven(at) + middle + 1]++;
      }
    }
  }
  return votes;
}

function roundEven(value: number): number {
  const near = Math.floor(value + 0.5);
  return near - value === 0.5 && near % 2 !== 0 ? near - 1 : near;
}
