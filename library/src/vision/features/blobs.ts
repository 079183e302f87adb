import type { ImageLike } from "../image/index.ts";
import { checkPart } from "../checks.ts";
import { positive, wholeNumber } from "../options.ts";
import { gaussianWeights, grayPlane, separable } from "./gray.ts";
import type { GrayPlane } from "./gray.ts";
import type { Keypoint } from "./peaks.ts";

/** Options of both blob finders. */
export interface BlobOptions {
  /** Standard deviation of the smallest blob, in pixels; its radius is √2 of it. Default 1. */
  readonly minSigma?: number;
  /** Of the largest. Default 50. */
  readonly maxSigma?: number;
  /** How much a blob must stand out, where white is 1. Default 0.2 for LoG, 0.5 for DoG. */
  readonly threshold?: number;
  /** Of two blobs that share more than this part of the smaller, the larger stays. Default 0.5. */
  readonly overlap?: number;
}

/** Options of `blobLog`. */
export interface BlobLogOptions extends BlobOptions {
  /** How many sizes are tried. Default 10. */
  readonly sigmaCount?: number;
}

/** Options of `blobDog`. */
export interface BlobDogOptions extends BlobOptions {
  /** From one size to the next. Default 1.6. */
  readonly sigmaRatio?: number;
}

/**
 * Bright blobs by the Laplacian of Gaussians at several sizes. scikit-image's blob_log. For dark blobs
 * give the negative.
 *
 * Source: T. Lindeberg, Feature Detection with Automatic Scale Selection, IJCV 30 (1998).
 *
 * @returns Key points whose `size` is the blob's diameter, the strongest first.
 * @throws RangeError for a broken option.
 * @example
 * const dot = Array.from({ length: 21 }, (_, y) => Array.from({ length: 21 }, (_, x) => Number(Math.hypot(x - 10, y - 10) < 4)));
 * blobLog(dot, { maxSigma: 5 }).map(({ x, y }) => [x, y]); // [[10, 10]]
 */
export function blobLog(image: ImageLike, options: BlobLogOptions = {}): Keypoint[] {
  const [low, high] = range(options);
  const count = wholeNumber("sigmaCount", options.sigmaCount ?? 10);
  const sigmas = Array.from({ length: count }, (_, i) =>
    count === 1 ? low : low + ((high - low) * i) / (count - 1),
  );
  const plane = grayPlane(image);
  const layers = sigmas.map((sigma) => {
    const [smooth, second] = [gaussianWeights(sigma), gaussianWeights(sigma, 2)];
    const xx = separable(plane, second, smooth, "reflect").data;
    const yy = separable(plane, smooth, second, "reflect").data;
    return xx.map((value, i) => -(value + yy[i]) * sigma ** 2);
  });
  return blobsOf(plane, layers, sigmas, options.threshold ?? 0.2, options.overlap);
}

/**
 * Bright blobs by differences of Gaussians, faster than `blobLog` and a little less exact.
 * scikit-image's blob_dog.
 *
 * @returns Key points whose `size` is the blob's diameter, the strongest first.
 * @throws RangeError for a broken option.
 * @example
 * const dot = Array.from({ length: 21 }, (_, y) => Array.from({ length: 21 }, (_, x) => Number(Math.hypot(x - 10, y - 10) < 4)));
 * blobDog(dot, { maxSigma: 5, threshold: 0.2 }).map(({ x, y }) => [x, y]); // [[10, 10]]
 */
export function blobDog(image: ImageLike, options: BlobDogOptions = {}): Keypoint[] {
  const [low, high] = range(options);
  const ratio = options.sigmaRatio ?? 1.6;
  if (!(ratio > 1))
    throw new RangeError(`The option sigmaRatio is above 1; it was ${String(ratio)}.`);
  const steps = Math.trunc(Math.log(high / low) / Math.log(ratio) + 1);
  const sigmas = Array.from({ length: steps + 1 }, (_, i) => low * ratio ** i);
  const plane = grayPlane(image);
  const blurred = sigmas.map((sigma) => {
    const weights = gaussianWeights(sigma);
    return separable(plane, weights, weights, "reflect").data;
  });
  const layers = blurred
    .slice(0, -1)
    .map((layer, k) => layer.map((value, i) => (value - blurred[k + 1][i]) / (ratio - 1)));
  return blobsOf(plane, layers, sigmas, options.threshold ?? 0.5, options.overlap);
}

function range({ minSigma = 1, maxSigma = 50 }: BlobOptions): [number, number] {
  positive("minSigma", minSigma);
  if (maxSigma >= minSigma) return [minSigma, maxSigma];
  throw new RangeError(
    `The option maxSigma is at least minSigma (${String(minSigma)}); it was ${String(maxSigma)}.`,
  );
}

/** Where a layer is above the threshold and as high as the 26 values around it, in place and size. */
function blobsOf(
  { height, width }: GrayPlane,
  layers: readonly Float64Array[],
  sigmas: readonly number[],
  threshold: number,
  overlap = 0.5,
): Keypoint[] {
  checkPart("overlap", overlap);
  const found: Keypoint[] = [];
  layers.forEach((layer, s) => {
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const response = layer[y * width + x];
        if (response > threshold && isHighest(layers, s, y, x, height, width))
          found.push({ x, y, response, size: 2 * Math.SQRT2 * sigmas[s] });
      }
  });
  found.sort((a, b) => b.response - a.response);
  const gone = new Set<Keypoint>();
  for (const [i, a] of found.entries())
    for (const b of found.slice(i + 1))
      if (!gone.has(a) && !gone.has(b) && shared(a, b) > overlap)
        gone.add((a.size ?? 0) > (b.size ?? 0) ? b : a);
  return found.filter((blob) => !gone.has(blob));
}

function isHighest(
  layers: readonly Float64Array[],
  s: number,
  y: number,
  x: number,
  height: number,
  width: number,
): boolean {
  const value = layers[s][y * width + x];
  for (let k = Math.max(0, s - 1); k <= Math.min(layers.length - 1, s + 1); k++)
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
        if (layers[k][v * width + u] > value) return false;
  return true;
}

/** The area that two discs share, as a part of the smaller. */
function shared(a: Keypoint, b: Keypoint): number {
  const [r, q] = [(a.size ?? 0) / 2, (b.size ?? 0) / 2];
  const d = Math.hypot(a.x - b.x, a.y - b.y);
  if (d > r + q) return 0;
  if (d <= Math.abs(r - q)) return 1;
  const angle = (one: number, other: number) =>
    Math.acos(Math.min(1, Math.max(-1, (d * d + one * one - other * other) / (2 * d * one))));
  const lens = Math.sqrt(Math.abs((-d + r + q) * (d + q - r) * (d - q + r) * (d + r + q)));
  const area = r * r * angle(r, q) + q * q * angle(q, r) - lens / 2;
  return area / (Math.PI * Math.min(r, q) ** 2);
}
