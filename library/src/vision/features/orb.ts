import type { ImageLike } from "../image/index.ts";
import { wholeNumber } from "../options.ts";
import { briefPairs, describe } from "./brief.ts";
import type { DescribedKeypoints } from "./brief.ts";
import { cornerHarris } from "./corners.ts";
import { fastResponse } from "./fast.ts";
import { asImage, gaussianWeights, grayPlane, separable } from "./gray.ts";
import type { GrayPlane } from "./gray.ts";
import { localPeaks } from "./peaks.ts";
import type { Keypoint } from "./peaks.ts";

/** Options of `orb`. */
export interface OrbOptions {
  /** At most so many key points, over all sizes. Default 500. */
  readonly maxKeypoints?: number;
  /** Pictures of falling size in which corners are sought. Default 8. */
  readonly levels?: number;
  /** From one size to the next. Default 1.2. */
  readonly downscale?: number;
  /** As `cornerFast`. Default 9. */
  readonly fastN?: number;
  /** As `cornerFast`. Default 0.08. */
  readonly fastThreshold?: number;
}

const patch = 31;
const radius = 15;

/**
 * ORB: FAST corners at several sizes, the best by Harris' measure, each with its direction and a turned
 * BRIEF descriptor of 256 bits.
 *
 * Source: E. Rublee and others, ORB, ICCV 2011. The pairs of pixels are drawn at random here, not
 * learned, so descriptors match those of this function alone.
 *
 * @returns Key points in pixels of the image, the strongest first, and a descriptor for each.
 * @throws RangeError for a broken option.
 * @example
 * orb({ data: new Uint8Array(64 * 64), shape: [64, 64] }).keypoints; // []
 */
export function orb(image: ImageLike, options: OrbOptions = {}): DescribedKeypoints {
  const most = wholeNumber("maxKeypoints", options.maxKeypoints ?? 500);
  const levels = wholeNumber("levels", options.levels ?? 8);
  const downscale = options.downscale ?? 1.2;
  if (!(downscale > 1))
    throw new RangeError(`The option downscale is above 1; it was ${String(downscale)}.`);
  const pairs = briefPairs({ patchSize: patch });
  const weights = gaussianWeights(2);
  const found: { keypoint: Keypoint; bits: Uint8Array }[] = [];
  let plane = grayPlane(image);
  const base = plane;
  for (let level = 0; level < levels; level++) {
    const scale = downscale ** level;
    if (level > 0) plane = shrink(base, scale);
    if (Math.min(plane.height, plane.width) <= 2 * radius + 2) break;
    const corners = cornersOf(plane, options).map((corner) => ({
      ...corner,
      angle: directionOf(plane, corner),
    }));
    const { keypoints, descriptors } = describe(
      separable(plane, weights, weights, "nearest"),
      corners,
      pairs,
    );
    const [sy, sx] = [base.height / plane.height, base.width / plane.width];
    keypoints.forEach((one, i) =>
      found.push({
        keypoint: {
          ...one,
          x: (one.x + 0.5) * sx - 0.5,
          y: (one.y + 0.5) * sy - 0.5,
          size: patch * scale,
        },
        bits: descriptors[i],
      }),
    );
  }
  found.sort((a, b) => b.keypoint.response - a.keypoint.response);
  const best = found.slice(0, most);
  return {
    keypoints: best.map(({ keypoint }) => keypoint),
    descriptors: best.map(({ bits }) => bits),
  };
}

function cornersOf(plane: GrayPlane, { fastN = 9, fastThreshold = 0.08 }: OrbOptions): Keypoint[] {
  const fast = fastResponse(plane, { n: fastN, threshold: fastThreshold });
  const harris = cornerHarris(asImage(plane), { method: "k" });
  return localPeaks(asImage(fast), { border: radius + 1, threshold: 0 })
    .map((point) => ({ ...point, response: harris.data[point.y * plane.width + point.x] }))
    .filter(({ response }) => response > 0);
}

/** From the middle of a disc to the middle of its light. */
function directionOf({ width, data }: GrayPlane, { x, y }: Keypoint): number {
  let [across, down] = [0, 0];
  for (let dy = -radius; dy <= radius; dy++) {
    const half = Math.floor(Math.sqrt(radius * radius - dy * dy));
    for (let dx = -half; dx <= half; dx++) {
      const value = data[(y + dy) * width + x + dx];
      across += dx * value;
      down += dy * value;
    }
  }
  return Math.atan2(down, across);
}

/** A smaller picture: blurred against steps, and read between pixels. */
function shrink(plane: GrayPlane, scale: number): GrayPlane {
  const weights = gaussianWeights(Math.max(0.01, (scale - 1) / 2));
  const blurred = separable(plane, weights, weights, "nearest");
  const [height, width] = [Math.round(plane.height / scale), Math.round(plane.width / scale)];
  const data = new Float64Array(height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const row = ((y + 0.5) * plane.height) / height - 0.5;
      const column = ((x + 0.5) * plane.width) / width - 0.5;
      data[y * width + x] = between(blurred, row, column);
    }
  }
  return { height, width, data };
}

/** A value between pixels; beyond the edge the edge goes on. */
export function between({ height, width, data }: GrayPlane, row: number, column: number): number {
  const y = Math.min(Math.max(row, 0), height - 1);
  const x = Math.min(Math.max(column, 0), width - 1);
  const [top, left] = [Math.floor(y), Math.floor(x)];
  const [bottom, right] = [Math.min(top + 1, height - 1), Math.min(left + 1, width - 1)];
  const [dy, dx] = [y - top, x - left];
  const upper = (1 - dx) * data[top * width + left] + dx * data[top * width + right];
  const lower = (1 - dx) * data[bottom * width + left] + dx * data[bottom * width + right];
  return (1 - dy) * upper + dy * lower;
}
