import type { NdArrayLike } from "../ndarray.ts";
import { oneOf } from "../options.ts";
import { squaredDistances } from "./distance.ts";
import { readMask } from "./rle/index.ts";

/** Options of `boundaryF1`. */
export interface BoundaryOptions {
  /** A boundary pixel is right within so many pixels of the other boundary. Default 2. */
  readonly tolerance?: number;
}

/** What `boundaryF1` found; NaN where a mask has no boundary. */
export interface BoundaryScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Options of `hausdorffDistance`. */
export interface HausdorffOptions {
  /**
   * The largest distance of a point from the other set (`"max"`), the larger of the two mean distances
   * (`"mean"`, the modified distance), or a percentile of the distances, such as 95. Default `"max"`.
   */
  readonly of?: "max" | "mean" | number;
}

/**
 * The pixels of a mask that touch a pixel outside it, above, below, left or right. Beyond the picture
 * counts as outside.
 *
 * @returns 0 and 1, row by row.
 * @throws RangeError for another shape than `[height, width]`.
 * @example
 * maskBoundary([[1, 1, 1], [1, 1, 1], [1, 1, 1]]); // [1, 1, 1, 1, 0, 1, 1, 1, 1]
 */
export function maskBoundary(mask: NdArrayLike): Uint8Array {
  const { data, shape } = readMask(mask);
  const [height, width] = shape;
  const boundary = new Uint8Array(height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (data[i] === 0) continue;
      const edge = y === 0 || x === 0 || y === height - 1 || x === width - 1;
      const inner =
        !edge &&
        data[i - 1] !== 0 &&
        data[i + 1] !== 0 &&
        data[i - width] !== 0 &&
        data[i + width] !== 0;
      boundary[i] = inner ? 0 : 1;
    }
  }
  return boundary;
}

/**
 * How well the boundary of a mask is hit: the share of predicted boundary pixels near the true boundary
 * (precision), of true ones near the predicted (recall), and their harmonic mean.
 *
 * Source: G. Csurka and others, What is a good evaluation measure for semantic segmentation?, BMVC 2013.
 *
 * @param truth - A mask `[height, width]`; anything but 0 is inside.
 * @throws RangeError when shapes differ or the tolerance is negative.
 * @example
 * const mask = [[0, 0, 0, 0], [0, 1, 1, 0], [0, 1, 1, 0], [0, 0, 0, 0]];
 * boundaryF1(mask, mask).f1; // 1
 */
export function boundaryF1(
  truth: NdArrayLike,
  prediction: NdArrayLike,
  options: BoundaryOptions = {},
): BoundaryScore {
  const tolerance = options.tolerance ?? 2;
  if (!(tolerance >= 0))
    throw new RangeError(`The option tolerance is 0 or more pixels; it was ${String(tolerance)}.`);
  const [height, width] = sameShape(truth, prediction);
  const [a, b] = [maskBoundary(truth), maskBoundary(prediction)];
  const near = (points: Uint8Array, other: Uint8Array) => {
    const distances = squaredDistances((i) => other[i] === 1, height, width);
    let [count, right] = [0, 0];
    for (let i = 0; i < points.length; i++) {
      if (points[i] === 0) continue;
      count++;
      if (distances[i] <= tolerance ** 2) right++;
    }
    return right / count;
  };
  const [precision, recall] = [near(b, a), near(a, b)];
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

/**
 * Hausdorff distance in pixels between the pixels of two masks: how far a point of one can lie from
 * the other. Give `maskBoundary`s for the distance of outlines.
 *
 * @returns 0 for two empty masks, Infinity when one alone is empty.
 * @throws RangeError when shapes differ, or for a percentile outside 0 to 100.
 * @example
 * hausdorffDistance([[1, 0, 0, 0]], [[1, 0, 0, 1]]); // 3
 */
export function hausdorffDistance(
  truth: NdArrayLike,
  prediction: NdArrayLike,
  options: HausdorffOptions = {},
): number {
  const of = options.of ?? "max";
  if (typeof of === "string") oneOf("of", of, ["max", "mean"]);
  else if (!(of >= 0 && of <= 100))
    throw new RangeError(`The option of is "max", "mean" or a percentile; it was ${String(of)}.`);
  const [height, width] = sameShape(truth, prediction);
  const masks = [truth, prediction].map((mask) => readMask(mask).data);
  const empty = masks.map((data) => !Array.from(data).some((value) => value !== 0));
  if (empty[0] && empty[1]) return 0;
  if (empty[0] || empty[1]) return Infinity;
  const directed = ([data, other]: ArrayLike<number>[]) => {
    const squared = squaredDistances((i) => other[i] !== 0, height, width);
    return summary(squared.filter((_, i) => data[i] !== 0).map(Math.sqrt), of);
  };
  return Math.max(directed(masks), directed(masks.toReversed()));
}

function summary(distances: Float64Array, of: "max" | "mean" | number): number {
  if (of === "mean") return distances.reduce((sum, value) => sum + value, 0) / distances.length;
  distances.sort();
  const at = ((of === "max" ? 100 : of) / 100) * (distances.length - 1);
  const low = distances[Math.floor(at)];
  return low + (distances[Math.ceil(at)] - low) * (at % 1);
}

function sameShape(truth: NdArrayLike, prediction: NdArrayLike): readonly number[] {
  const [a, b] = [readMask(truth).shape, readMask(prediction).shape];
  if (a[0] === b[0] && a[1] === b[1]) return a;
  throw new RangeError(`The masks differ in shape: [${a.join(", ")}] and [${b.join(", ")}].`);
}
