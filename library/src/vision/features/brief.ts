import type { ImageLike } from "../image/index.ts";
import { Random } from "../../random/index.ts";
import { wholeNumber } from "../options.ts";
import { gaussianWeights, grayPlane, separable } from "./gray.ts";
import type { GrayPlane } from "./gray.ts";
import type { Keypoint } from "./peaks.ts";

/** Options of `briefDescriptors`. */
export interface BriefOptions {
  /** How many bits, a multiple of 8. Default 256. */
  readonly bits?: number;
  /** Side of the patch in pixels. Default 31. */
  readonly patchSize?: number;
  /** Which pairs of pixels are compared: two pictures need the same. Default 0. */
  readonly seed?: number;
}

/** The key points that were described (others lie too near the edge) and their descriptors. */
export interface DescribedKeypoints {
  readonly keypoints: Keypoint[];
  /** Packed bits, one array a key point; see `matchDescriptors`. */
  readonly descriptors: Uint8Array[];
}

/** Two pixels of a patch, as steps from its middle. */
type Pair = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * BRIEF: a bit for each of some random pairs of pixels near a key point, whether the first is darker.
 * Key points with an angle have their patch turned, as ORB does.
 *
 * Source: M. Calonder and others, BRIEF, ECCV 2010.
 *
 * @throws RangeError for a broken option.
 * @example
 * const image = Array.from({ length: 64 }, (_, y) => Array.from({ length: 64 }, (_, x) => Number((x >> 3) % 2 === (y >> 3) % 2)));
 * const { keypoints, descriptors } = briefDescriptors(image, [{ x: 32, y: 32, response: 1 }, { x: 1, y: 1, response: 1 }]);
 * [keypoints.length, descriptors[0].length]; // [1, 32]
 */
export function briefDescriptors(
  image: ImageLike,
  keypoints: readonly Keypoint[],
  options: BriefOptions = {},
): DescribedKeypoints {
  const pairs = briefPairs(options);
  const weights = gaussianWeights(2);
  return describe(separable(grayPlane(image), weights, weights, "nearest"), keypoints, pairs);
}

/** Pairs around the middle, nearer ones more often. */
export function briefPairs(options: BriefOptions = {}): Pair[] {
  const bits = wholeNumber("bits", options.bits ?? 256, 8);
  if (bits % 8 !== 0)
    throw new RangeError(`The option bits is a multiple of 8; it was ${String(bits)}.`);
  const size = wholeNumber("patchSize", options.patchSize ?? 31, 5);
  const random = new Random(options.seed ?? 0).fork("brief");
  const half = (size - 1) / 2;
  // Turned by any angle, a step must stay in the patch: within a disc.
  const step = (): [number, number] => {
    for (;;) {
      const [x, y] = [random.normal(0, size / 5), random.normal(0, size / 5)];
      if (Math.hypot(x, y) <= half) return [Math.round(x), Math.round(y)];
    }
  };
  return Array.from({ length: bits }, () => [...step(), ...step()]);
}

/** Descriptors of the key points whose patch lies in the plane, which is blurred already. */
export function describe(
  { height, width, data }: GrayPlane,
  keypoints: readonly Keypoint[],
  pairs: readonly Pair[],
): DescribedKeypoints {
  const reach = 1 + Math.ceil(Math.max(...pairs.flat().map(Math.abs)) * Math.SQRT2);
  const inside = keypoints.filter(
    ({ x, y }) => x >= reach && y >= reach && x < width - reach && y < height - reach,
  );
  const descriptors = inside.map(({ x, y, angle = 0 }) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const read = (dx: number, dy: number) =>
      data[Math.round(y + sin * dx + cos * dy) * width + Math.round(x + cos * dx - sin * dy)];
    const bits = new Uint8Array(pairs.length / 8);
    pairs.forEach(([x0, y0, x1, y1], i) => {
      if (read(x0, y0) < read(x1, y1)) bits[i >> 3] |= 1 << (i & 7);
    });
    return bits;
  });
  return { keypoints: inside, descriptors };
}
