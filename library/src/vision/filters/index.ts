/**
 * Filters: blurs, derivatives, edges, and their kernels.
 *
 * @module
 */
export { bilateralFilter } from "./bilateral.ts";
export type { BilateralOptions } from "./bilateral.ts";
export { boxBlur } from "./box.ts";
export type { BoxOptions } from "./box.ts";
export { canny } from "./canny.ts";
export type { CannyOptions } from "./canny.ts";
export { convolve, correlate, separableFilter } from "./convolve.ts";
export type { ConvolveOptions } from "./convolve.ts";
export { differenceOfGaussians, gaussianBlur, gaussianKernel, unsharpMask } from "./gaussian.ts";
export type { GaussianOptions, UnsharpOptions } from "./gaussian.ts";
export { imageGradient, laplacian, scharr, sobel } from "./gradients.ts";
export type { DerivativeOptions, SobelOptions } from "./gradients.ts";
export { medianBlur } from "./median.ts";
