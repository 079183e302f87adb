import { Random } from "../../random/index.ts";
import type { Box } from "../box.ts";
import { asType } from "../core/index.ts";
import { clipBox } from "../boxes/index.ts";
import { Image, imageLike } from "../image/index.ts";
import { positive, wholeNumber } from "../options.ts";
import { cutAndResize } from "./crop.ts";
import { toWorking } from "./sample.ts";
import type { Sample } from "./sample.ts";

/** Options of `mixup` and `cutmix`. */
export interface MixOptions {
  /** The share of the first sample is drawn from Beta(alpha, alpha). Default 0.2 for mixup, 1 for cutmix. */
  readonly alpha?: number;
  /** Where the numbers come from. Default 0, the same at every call. */
  readonly random?: number | Random;
}

/** Options of `mosaic`. */
export interface MosaicOptions {
  /** Of the result. */
  readonly height: number;
  readonly width: number;
  /** Where the numbers come from. Default 0, the same at every call. */
  readonly random?: number | Random;
  /** Boxes of which less than this part is left go. Default 0.1. */
  readonly minVisible?: number;
}

/** Two samples as one. */
export interface Mixed {
  readonly image: Image;
  /** The first sample's share: weigh the two targets, or the two losses, by this and by the rest. */
  readonly share: number;
  /** The boxes of both. */
  readonly boxes: Box[];
}

/**
 * The weighted mean of two pictures.
 *
 * Source: H. Zhang and others, mixup: Beyond Empirical Risk Minimization, ICLR 2018.
 *
 * @throws RangeError for pictures of different size.
 * @example
 * const { image, share } = mixup({ image: [[1]] }, { image: [[0]] }, { random: 4 });
 * Math.abs(image.at(0, 0)[0] - share) < 1e-6; // true
 */
export function mixup(first: Sample, second: Sample, options: MixOptions = {}): Mixed {
  const [a, b] = pair(first, second);
  const share = beta(randomOf(options.random), positive("alpha", options.alpha ?? 0.2));
  const values = Float32Array.from(a.data, (v, i) => share * v + (1 - share) * b.data[i]);
  return {
    image: imageLike(a, asType(values, a.data)),
    share,
    boxes: [...(first.boxes ?? []), ...(second.boxes ?? [])],
  };
}

/**
 * A rectangle of the second picture in the first. Boxes of the first that are covered go, and those of
 * the second are cut at the rectangle.
 *
 * Source: S. Yun and others, CutMix, ICCV 2019.
 *
 * @throws RangeError for pictures of different size.
 * @example
 * const image = [[1, 1], [1, 1]];
 * const mixed = cutmix({ image }, { image: [[0, 0], [0, 0]] }, { random: 1 });
 * mixed.image.data.reduce((sum, v) => sum + v) === 4 * mixed.share; // true
 */
export function cutmix(first: Sample, second: Sample, options: MixOptions = {}): Mixed {
  const [a, b] = pair(first, second);
  const random = randomOf(options.random);
  const side = Math.sqrt(1 - beta(random, positive("alpha", options.alpha ?? 1)));
  const { height, width, channels } = a;
  const [cx, cy] = [random.integer(0, width), random.integer(0, height)];
  const bounds = (at: number, length: number) =>
    [-1, 1].map((way) => Math.min(length, Math.max(0, Math.round(at + (way * side * length) / 2))));
  const [[x0, x1], [y0, y1]] = [bounds(cx, width), bounds(cy, height)];
  const data = a.data.slice();
  for (let y = y0; y < y1; y++) {
    const [from, to] = [(y * width + x0) * channels, (y * width + x1) * channels];
    data.set(b.data.subarray(from, to), from);
  }
  const inside = ({ box }: Box) => box[0] >= x0 && box[1] >= y0 && box[2] <= x1 && box[3] <= y1;
  const cut = (second.boxes ?? []).flatMap((box): Box[] => {
    const [p, q, r, s] = box.box;
    const clipped = [Math.max(p, x0), Math.max(q, y0), Math.min(r, x1), Math.min(s, y1)] as const;
    return clipped[2] > clipped[0] && clipped[3] > clipped[1] ? [{ ...box, box: clipped }] : [];
  });
  return {
    image: imageLike(a, data),
    share: 1 - ((x1 - x0) * (y1 - y0)) / (width * height),
    boxes: [...(first.boxes ?? []).filter((box) => !inside(box)), ...cut],
  };
}

/**
 * Four pictures around a random point in the middle, each brought to its quarter, with all their boxes.
 *
 * Source: A. Bochkovskiy and others, YOLOv4, 2020.
 *
 * @throws RangeError for another number of samples, or pictures with different channels.
 * @example
 * const gray = (v) => ({ image: [[v, v], [v, v]] });
 * mosaic([gray(0.1), gray(0.2), gray(0.3), gray(0.4)], { height: 8, width: 8 }).image.shape; // [8, 8, 1]
 */
export function mosaic(
  samples: readonly Sample[],
  options: MosaicOptions,
): { readonly image: Image; readonly boxes: Box[] } {
  if (samples.length !== 4)
    throw new RangeError(`A mosaic has 4 pictures; there are ${String(samples.length)}.`);
  const height = wholeNumber("height", options.height, 4);
  const width = wholeNumber("width", options.width, 4);
  const random = randomOf(options.random);
  const [cx, cy] = [width, height].map((length) =>
    random.integer(Math.ceil(length / 4), Math.floor((3 * length) / 4) + 1),
  );
  const works = samples.map(toWorking);
  const [{ image }] = works;
  const different = works.find(
    (one) => one.image.channels !== image.channels || one.image.type !== image.type,
  );
  if (different !== undefined)
    throw new RangeError(
      `The pictures of a mosaic are alike in channels and type; there are ${String(image)} and ${String(different.image)}.`,
    );
  const data =
    image.type === "uint8"
      ? new Uint8Array(height * width * image.channels)
      : new Float32Array(height * width * image.channels);
  const boxes = works.flatMap((sample, i): Box[] => {
    const [left, top] = [i % 2 === 0 ? 0 : cx, i < 2 ? 0 : cy];
    const size = { width: i % 2 === 0 ? cx : width - cx, height: i < 2 ? cy : height - cy };
    const whole = { x: 0, y: 0, width: sample.image.width, height: sample.image.height };
    const rules = { minVisible: options.minVisible ?? 0.1 };
    const part = cutAndResize(sample, whole, size, rules);
    for (let y = 0; y < size.height; y++) {
      const from = y * size.width * image.channels;
      const row = part.image.data.subarray(from, from + size.width * image.channels);
      data.set(row, ((top + y) * width + left) * image.channels);
    }
    return part.boxes.map((box) => {
      const [x0, y0, x1, y1] = box.box;
      const moved = [x0 + left, y0 + top, x1 + left, y1 + top] as const;
      return { ...box, box: clipBox(moved, { height, width }) };
    });
  });
  return { image: imageLike(image, data, { height, width }), boxes };
}

const randomOf = (random: number | Random = 0): Random =>
  random instanceof Random ? random : new Random(random, "mix");

function pair(first: Sample, second: Sample): [Image, Image] {
  const [a, b] = [Image.from(first.image), Image.from(second.image)];
  if (a.shape.join() === b.shape.join() && a.type === b.type) return [a, b];
  throw new RangeError(
    `Two pictures that are mixed are alike; they are ${String(a)} and ${String(b)}.`,
  );
}

/** Beta(alpha, alpha) from two gamma numbers. */
function beta(random: Random, alpha: number): number {
  const [x, y] = [gamma(random, alpha), gamma(random, alpha)];
  return x + y === 0 ? Number(random.uniform() < 0.5) : x / (x + y);
}

/** G. Marsaglia and W. Tsang, A Simple Method for Generating Gamma Variables, ACM TOMS 26 (2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random.uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
