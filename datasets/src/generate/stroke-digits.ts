import { Random, type Seed } from "../random/index.ts";
import { digitStrokes, type Point } from "./digit-strokes.ts";
import { clamp01, numberWithin, wholeNumber, type ImageBatch } from "./options.ts";

/** Images of digits and which digit each shows. */
export interface LabelledDigits extends ImageBatch {
  /** `[count]`, 0 to 9. */
  readonly labels: Uint8Array;
}

export interface StrokeDigitsOptions {
  readonly count: number;
  readonly seed: Seed;
  /** Width and height in pixels, 12 to 128 (default 28). */
  readonly size?: number;
  /** Standard deviation of the noise on each pixel (default 0.1). */
  readonly noise?: number;
  /** How far slant, rotation, size, place, thickness and stroke vary: 0 not at all (default 1). */
  readonly jitter?: number;
}

/**
 * Digits as a pen would draw them, bright on dark, each a little different in style, slant, rotation,
 * size, place, thickness and stroke, under noise. Every digit comes equally often, up to one.
 *
 * The image and the label at `i` depend on the seed and `i` alone.
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { images, labels, shape } = strokeDigits({ count: 3000, seed: 1 });
 * shape; // [3000, 28, 28, 1]
 */
export function strokeDigits(options: StrokeDigitsOptions): LabelledDigits {
  const count = wholeNumber("count", options.count, 1, 1_000_000);
  const size = wholeNumber("size", options.size ?? 28, 12, 128);
  const noise = numberWithin("noise", options.noise ?? 0.1, 0, 1);
  const jitter = numberWithin("jitter", options.jitter ?? 1, 0, 3);
  const images = new Float32Array(count * size * size);
  const labels = new Uint8Array(count);
  const root = new Random(options.seed, "stroke-digits");
  for (let i = 0; i < count; i++) {
    const random = root.fork(i);
    // Each ten images in a row hold every digit once, in an order of their own.
    labels[i] = root.fork(`order ${Math.floor(i / 10)}`).permutation(10)[i % 10];
    const image = images.subarray(i * size * size, (i + 1) * size * size);
    drawDigit(random, labels[i], image, size, jitter);
    for (let p = 0; p < image.length; p++) image[p] = clamp01(image[p] + random.normal(0, noise));
  }
  return { images, shape: [count, size, size, 1], labels };
}

function drawDigit(
  random: Random,
  digit: number,
  image: Float32Array,
  size: number,
  jitter: number,
) {
  const vary = (amount: number): number => random.uniform(-amount, amount) * jitter;
  const strokes = random.choice(digitStrokes[digit]);
  const height = size * 0.74 * (1 + vary(0.14));
  const width = height * 0.86 * (1 + vary(0.16));
  const slant = vary(0.3);
  const [cos, sin] = ((angle) => [Math.cos(angle), Math.sin(angle)])(vary(0.22));
  const [cx, cy] = [size / 2 + vary(size * 0.07), size / 2 + vary(size * 0.07)];
  const half = (size / 28) * (1.2 + vary(0.45));
  // The hand drifts smoothly over the sheet: waves bend a stroke without breaking it.
  const waves = [0, 1].map(() => [
    vary(0.05),
    random.uniform(0, 2 * Math.PI),
    random.uniform(3, 6),
  ]);
  const onSheet = ([px, py]: Point): Point => {
    const u = (px - 0.5 + waves[0][0] * Math.sin(waves[0][1] + waves[0][2] * py)) * width;
    const v = (py - 0.5 + waves[1][0] * Math.sin(waves[1][1] + waves[1][2] * px)) * height;
    const s = u - slant * v;
    return [cx + s * cos - v * sin, cy + s * sin + v * cos];
  };
  for (const stroke of strokes) {
    const points = stroke.map(onSheet);
    for (let k = 1; k < points.length; k++)
      drawSegment(image, size, points[k - 1], points[k], half);
  }
}

/** Brightens the pixels near a segment: full within the pen's half width, fading over one pixel. */
function drawSegment(image: Float32Array, size: number, a: Point, b: Point, half: number): void {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy || 1;
  const from = (axis: 0 | 1): number =>
    Math.max(0, Math.floor(Math.min(a[axis], b[axis]) - half - 1));
  const to = (axis: 0 | 1): number =>
    Math.min(size - 1, Math.ceil(Math.max(a[axis], b[axis]) + half + 1));
  for (let y = from(1); y <= to(1); y++)
    for (let x = from(0); x <= to(0); x++) {
      const [px, py] = [x + 0.5 - a[0], y + 0.5 - a[1]];
      const t = clamp01((px * dx + py * dy) / length2);
      const distance = Math.hypot(px - t * dx, py - t * dy);
      const p = y * size + x;
      image[p] = Math.max(image[p], clamp01(half + 0.5 - distance));
    }
}
