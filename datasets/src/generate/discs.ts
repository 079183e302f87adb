import { Random, type Seed } from "../random/index.ts";
import { clamp01, numberWithin, wholeNumber, type ImageBatch } from "./options.ts";
import { coveredPixels, type ShapeClass } from "./silhouette.ts";

/** Greyscale images with the mask of what is to be found in them. */
export interface SegmentationImages extends ImageBatch {
  /** `[count, height, width]`: 1 where a disc is seen, else 0. */
  readonly masks: Uint8Array;
}

export interface DiscsOptions {
  readonly count: number;
  readonly seed: Seed;
  /** Width and height in pixels, 32 to 512 (default 64). */
  readonly size?: number;
  /** Standard deviation of the noise on each pixel (default 0.2). */
  readonly noise?: number;
}

/**
 * Images for segmentation: 2 to 5 bright discs to find, 1 to 3 equally bright squares that are none
 * and may cover discs, a brightness that drifts from left to right, and noise. Brightness alone
 * cannot tell discs from squares, so a threshold does poorly by design.
 *
 * Image `i` depends on the seed and `i` alone.
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { images, masks, shape } = discs({ count: 240, seed: 21 });
 */
export function discs(options: DiscsOptions): SegmentationImages {
  const count = wholeNumber("count", options.count, 1, 1_000_000);
  const size = wholeNumber("size", options.size ?? 64, 32, 512);
  const noise = numberWithin("noise", options.noise ?? 0.2, 0, 1);
  const pixels = size * size;
  const images = new Float32Array(count * pixels);
  const masks = new Uint8Array(count * pixels);
  const root = new Random(options.seed, "discs");
  for (let i = 0; i < count; i++) {
    const random = root.fork(i);
    const image = images.subarray(i * pixels, (i + 1) * pixels);
    const mask = masks.subarray(i * pixels, (i + 1) * pixels);
    draw(random, "circle", random.integer(2, 6), [4, 9], size, image, mask, 1);
    draw(random, "square", random.integer(1, 4), [3.75, 8.75], size, image, mask, 0);
    const drift = random.uniform(-0.3, 0.3);
    for (let p = 0; p < pixels; p++)
      image[p] = clamp01(0.1 + image[p] + drift * ((p % size) / size) + random.normal(0, noise));
  }
  return { images, shape: [count, size, size, 1], masks };
}

function draw(
  random: Random,
  kind: ShapeClass,
  count: number,
  [small, large]: readonly [number, number],
  size: number,
  image: Float32Array,
  mask: Uint8Array,
  target: 0 | 1,
): void {
  const scale = size / 64;
  for (let k = 0; k < count; k++) {
    const radius = random.uniform(small, large) * scale;
    const cx = random.uniform(6 * scale, size - 6 * scale);
    const cy = random.uniform(6 * scale, size - 6 * scale);
    const brightness = random.uniform(0.5, 0.9);
    for (const p of coveredPixels({ kind, cx, cy, radius, angle: 0 }, size)) {
      image[p] = brightness;
      mask[p] = target;
    }
  }
}
