import { checkOptions } from "../../frame/engine/options.ts";
import { borderOptions, checkFinite, checkOdd, checkPositive, mapPlanes } from "../core/index.ts";
import type { BorderOptions } from "../core/index.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { separablePlane } from "./correlate-plane.ts";

/** Options of `gaussianBlur`. */
export interface GaussianOptions extends BorderOptions {
  /** Standard deviation in pixels. */
  readonly sigma: number;
  /** Another standard deviation down the columns. By default `sigma`. */
  readonly sigmaY?: number;
  /** The side of the kernel, odd. By default it reaches 4 standard deviations, rounded. */
  readonly size?: number;
}

/**
 * Weights of a Gaussian that sum to 1.
 *
 * @param size - How many, odd.
 * @param sigma - Standard deviation in steps.
 * @example
 * gaussianKernel(3, 0.5).map((w) => Number(w.toFixed(3))); // [0.107, 0.787, 0.107]
 */
export function gaussianKernel(size: number, sigma: number): number[] {
  const radius = (checkOdd("size", size) - 1) / 2;
  checkPositive("sigma", sigma);
  const weights = Array.from({ length: size }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The weights that reach 4 standard deviations, as scipy's and OpenCV's for floats do. */
export function reachingKernel(sigma: number): number[] {
  return gaussianKernel(2 * Math.floor(4 * checkPositive("sigma", sigma) + 0.5) + 1, sigma);
}

/**
 * Blurs with a Gaussian. OpenCV's GaussianBlur, scikit-image's gaussian.
 *
 * @throws RangeError for a sigma that is not above 0, or an even size.
 * @example
 * gaussianBlur([[0, 0, 1, 0, 0]], { sigma: 1 }).rows()[0].map((v) => Number(v.toFixed(2))); // [0.11, 0.25, 0.4, 0.25, 0.11]
 */
export function gaussianBlur(image: ImageLike, options: GaussianOptions): Image {
  checkOptions("gaussianBlur", options, ["sigma", "sigmaY", "size", ...borderOptions]);
  const { sigma, sigmaY = sigma, size, border = "reflect101", borderValue = 0 } = options;
  const kernel = (deviation: number) =>
    size === undefined ? reachingKernel(deviation) : gaussianKernel(size, deviation);
  const [row, column] = [kernel(sigma), kernel(sigmaY)];
  return mapPlanes(Image.from(image), (plane) =>
    separablePlane(plane, row, column, border, borderValue),
  );
}

/** Options of `unsharpMask`. */
export interface UnsharpOptions extends BorderOptions {
  /** Standard deviation of the blur that is taken away, in pixels. Default 1. */
  readonly radius?: number;
  /** How much of the difference is added. Default 1. */
  readonly amount?: number;
}

/**
 * Sharpens: adds `amount` times what a blur takes away. The result is clipped to 0 and white.
 * scikit-image's unsharp_mask, whose border is `"reflect"`.
 *
 * @example
 * unsharpMask([[0.2, 0.2, 0.8, 0.8]], { amount: 0.5 }).at(0, 1)[0] < 0.2; // true
 */
export function unsharpMask(image: ImageLike, options: UnsharpOptions = {}): Image {
  checkOptions("unsharpMask", options, ["radius", "amount", ...borderOptions]);
  const { radius = 1, amount = 1, border = "reflect", borderValue = 0 } = options;
  checkFinite("amount", amount);
  const kernel = reachingKernel(radius);
  const picture = Image.from(image);
  return mapPlanes(picture, (plane) => {
    const blurred = separablePlane(plane, kernel, kernel, border, borderValue);
    const { data } = blurred;
    for (let i = 0; i < data.length; i++) {
      const sharp = plane.data[i] + amount * (plane.data[i] - data[i]);
      data[i] = Math.min(picture.white, Math.max(0, sharp));
    }
    return blurred;
  });
}

/**
 * A narrow blur less a wider one: details of sizes in between, in floats around 0. scikit-image's
 * difference_of_gaussians, whose border is `"replicate"`.
 *
 * @param low - Standard deviation of the narrow blur, in pixels.
 * @param high - Of the wide one. Default 1.6 × `low`.
 * @throws RangeError where `high` is not above `low`.
 * @example
 * differenceOfGaussians([[1, 1, 1]], 1).rows()[0].map((v) => Math.abs(Math.round(v))); // [0, 0, 0]
 */
export function differenceOfGaussians(
  image: ImageLike,
  low: number,
  high = 1.6 * low,
  options: BorderOptions = {},
): Image {
  checkOptions("differenceOfGaussians", options, borderOptions);
  const { border = "replicate", borderValue = 0 } = options;
  const [narrow, wide] = [reachingKernel(low), reachingKernel(high)];
  if (high <= low) throw new RangeError(`high is above low; they were ${high} and ${low}.`);
  return mapPlanes(
    Image.from(image),
    (plane) => {
      const fine = separablePlane(plane, narrow, narrow, border, borderValue);
      const coarse = separablePlane(plane, wide, wide, border, borderValue);
      for (let i = 0; i < fine.data.length; i++) fine.data[i] -= coarse.data[i];
      return fine;
    },
    { type: "float32" },
  );
}
