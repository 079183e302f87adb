import { Random, type Seed } from "../../random/index.ts";
import { clamp01, numberWithin, wholeNumber, type ImageBatch } from "../options.ts";
import { expressions, muscles, type Expression } from "./expressions.ts";
import { landmarkNames, landmarksOf, paint, someFeatures, type Features } from "./features.ts";
import { placeHead, type Head } from "./head.ts";

export type { Expression } from "./expressions.ts";

/** Grey faces with what is to be found in them. */
export interface FaceImages extends ImageBatch {
  /** Names of the labels. */
  readonly classes: readonly Expression[];
  /** `[count]`: index of the expression in `classes`. */
  readonly labels: Uint8Array;
  /** `[count, 3]`: yaw, pitch and roll in degrees: to the viewer's right, down, clockwise. */
  readonly poses: Float32Array;
  /** `[count, 11, 2]`: x and y in pixels of each landmark; pixel (0, 0) reaches from 0 to 1. */
  readonly landmarks: Float32Array;
  /** Names of the landmarks; left and right are the viewer's. */
  readonly landmarkNames: readonly (typeof landmarkNames)[number][];
  /** `[count]`: 1 with glasses, else 0. */
  readonly glasses: Uint8Array;
}

export interface FacesOptions {
  readonly count: number;
  readonly seed: Seed;
  /** Width and height in pixels, 24 to 256 (default 48). */
  readonly size?: number;
  /** Largest turn to the side in degrees, 0 to 45 (default 25); up and down 0.6, tilt 0.5 of it. */
  readonly turn?: number;
  /** Standard deviation of the noise on each pixel (default 0.03). */
  readonly noise?: number;
}

/**
 * Drawn faces, for expression, pose and landmarks without anybody's picture: a ball with hair, eyes,
 * brows, nose, mouth and sometimes glasses, turned and lit from a random side, under noise. Every
 * expression comes equally often, up to one.
 *
 * The image and all that is known of it at `i` depend on the seed and `i` alone.
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { images, labels, landmarks, shape } = faces({ count: 10, seed: 1 });
 * shape; // [10, 48, 48, 1]
 * landmarks.length; // 220
 */
export function faces(options: FacesOptions): FaceImages {
  const count = wholeNumber("count", options.count, 1, 1_000_000);
  const size = wholeNumber("size", options.size ?? 48, 24, 256);
  const turn = numberWithin("turn", options.turn ?? 25, 0, 45);
  const noise = numberWithin("noise", options.noise ?? 0.03, 0, 1);
  const pixels = size * size;
  const images = new Float32Array(count * pixels);
  const labels = new Uint8Array(count);
  const glasses = new Uint8Array(count);
  const poses = new Float32Array(count * 3);
  const landmarks = new Float32Array(count * landmarkNames.length * 2);
  const root = new Random(options.seed, "faces");
  const kinds = expressions.length;
  for (let i = 0; i < count; i++) {
    const random = root.fork(i);
    labels[i] = root.fork(`order ${Math.floor(i / kinds)}`).permutation(kinds)[i % kinds];
    const face = someFeatures(random, muscles(random, expressions[labels[i]]));
    const head = placeHead(random, size, turn);
    const image = images.subarray(i * pixels, (i + 1) * pixels);
    draw(random, head, face, size, image);
    for (let p = 0; p < pixels; p++) image[p] = clamp01(image[p] + random.normal(0, noise));
    glasses[i] = Number(face.glasses);
    poses.set(head.pose, i * 3);
    landmarks.set(
      landmarksOf(face).flatMap((point) => head.toImage(point)),
      i * landmarkNames.length * 2,
    );
  }
  const shape = [count, size, size, 1] as const;
  return { images, shape, classes: expressions, labels, poses, landmarks, landmarkNames, glasses };
}

/** Background, shoulders and the lit head. */
function draw(random: Random, head: Head, face: Features, size: number, image: Float32Array): void {
  const back = random.uniform(0.1, 0.9);
  const slope = [random.uniform(-0.2, 0.2), random.uniform(-0.2, 0.2)];
  const shirt = random.uniform(0.05, 0.95);
  const angle = random.uniform(0, 2 * Math.PI);
  const light = [0.6 * Math.cos(angle), 0.6 * Math.sin(angle), 0.8];
  const { radius, centre } = head;
  const soft = 1.2 / radius;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const [px, py] = [x + 0.5, y + 0.5];
      let value = back + slope[0] * (px / size - 0.5) + slope[1] * (py / size - 0.5);
      const [bx, by] = [Math.abs(px - centre[0]) / radius, (py - centre[1]) / radius];
      const neck = clamp01(Math.min(0.36 - bx, by) * radius + 0.5);
      const body = clamp01((1 - Math.hypot(bx / 1.25, (by - 1.75) / 0.65)) * radius * 0.65 + 0.5);
      value += neck * (face.skin * 0.75 - value);
      value += body * (shirt - value);
      const { point, inside } = head.toSurface(px, py);
      if (inside > -1) {
        const [u, v] = [(px - centre[0]) / radius, (py - centre[1]) / radius];
        const depth = Math.sqrt(Math.max(0, 1 - u * u - v * v));
        const lit = 0.62 + 0.48 * Math.max(0, light[0] * u + light[1] * v + light[2] * depth);
        value += clamp01(inside + 0.5) * (paint(face, ...point, soft) * lit - value);
      }
      image[y * size + x] = value;
    }
}
