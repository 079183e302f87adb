/**
 * Where pixels are: size, place and angle.
 *
 * @module
 */
export { crop, flip, pad, rotate90 } from "./arrange.ts";
export type { CropBox, PadOptions } from "./arrange.ts";
export {
  affineFromPoints,
  invertMatrix,
  perspectiveFromPoints,
  rotationMatrix,
} from "./matrices.ts";
export type { AffineMatrix, PerspectiveMatrix, Point } from "./matrices.ts";
export { gaussianPyramid, laplacianPyramid, pyramidDown, pyramidUp } from "./pyramid.ts";
export { resize } from "./resize.ts";
export type { ResizeOptions } from "./resize.ts";
export type { Interpolation } from "./taps.ts";
export { remap, rotate, warpAffine, warpPerspective } from "./warp.ts";
export type { RotateOptions, WarpOptions } from "./warp.ts";
