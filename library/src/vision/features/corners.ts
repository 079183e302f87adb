import type { Image, ImageLike } from "../image/index.ts";
import { oneOf, positive } from "../options.ts";
import { asImage, gaussianWeights, grayPlane, separable } from "./gray.ts";
import type { GrayPlane } from "./gray.ts";

/** Options of `cornerHarris`. */
export interface HarrisOptions {
  /** Standard deviation of the window, in pixels. Default 1. */
  readonly sigma?: number;
  /** `det - k · trace²`, or Noble's `2 · det / (trace + eps)`. Default `"k"`. */
  readonly method?: "k" | "eps";
  /** How much straight edges are held back. Default 0.05. */
  readonly k?: number;
  /** Keeps Noble's measure finite. Default 1e-6. */
  readonly eps?: number;
}

/** Options of `cornerShiTomasi`. */
export interface ShiTomasiOptions {
  /** Standard deviation of the window, in pixels. Default 1. */
  readonly sigma?: number;
}

/**
 * Harris' corner measure of each pixel: high at corners, below 0 on edges, 0 on flat ground. Find the
 * corners with `localPeaks`. scikit-image's corner_harris.
 *
 * Source: C. Harris and M. Stephens, A combined corner and edge detector, Alvey 1988.
 *
 * @throws RangeError or TypeError for a broken option.
 * @example
 * const square = Array.from({ length: 9 }, (_, y) => Array.from({ length: 9 }, (_, x) => Number(x > 3 && y > 3)));
 * const [{ x, y }] = localPeaks(cornerHarris(square), { minDistance: 3 });
 * [x, y]; // [4, 4]
 */
export function cornerHarris(image: ImageLike, options: HarrisOptions = {}): Image {
  const method = oneOf("method", options.method ?? "k", ["k", "eps"]);
  const { k = 0.05, eps = 1e-6 } = options;
  return measure(image, options.sigma ?? 1, (xx, xy, yy) => {
    const [det, trace] = [xx * yy - xy * xy, xx + yy];
    return method === "k" ? det - k * trace * trace : (2 * det) / (trace + eps);
  });
}

/**
 * Shi and Tomasi's corner measure of each pixel: the smaller eigenvalue of the structure tensor.
 * scikit-image's corner_shi_tomasi.
 *
 * Source: J. Shi and C. Tomasi, Good Features to Track, CVPR 1994.
 *
 * @throws RangeError for a sigma that is not above 0.
 * @example
 * cornerShiTomasi([[1, 1], [1, 1]]).shape; // [2, 2, 1]
 */
export function cornerShiTomasi(image: ImageLike, options: ShiTomasiOptions = {}): Image {
  return measure(
    image,
    options.sigma ?? 1,
    (xx, xy, yy) => (xx + yy - Math.sqrt((xx - yy) ** 2 + 4 * xy * xy)) / 2,
  );
}

function measure(
  image: ImageLike,
  sigma: number,
  response: (xx: number, xy: number, yy: number) => number,
): Image {
  const { xx, xy, yy } = structureTensor(grayPlane(image), positive("sigma", sigma));
  const data = xx.data.map((value, i) => response(value, xy.data[i], yy.data[i]));
  return asImage({ ...xx, data });
}

/** Products of the Sobel derivatives, averaged with a Gaussian. Beyond the edge lies 0. */
export function structureTensor(
  plane: GrayPlane,
  sigma: number,
): Record<"xx" | "xy" | "yy", GrayPlane> {
  const dx = separable(plane, [-1, 0, 1], [1, 2, 1], "zero");
  const dy = separable(plane, [1, 2, 1], [-1, 0, 1], "zero");
  const weights = gaussianWeights(sigma);
  const averaged = (a: GrayPlane, b: GrayPlane) =>
    separable(
      { ...a, data: a.data.map((value, i) => value * b.data[i]) },
      weights,
      weights,
      "zero",
    );
  return { xx: averaged(dx, dx), xy: averaged(dx, dy), yy: averaged(dy, dy) };
}
