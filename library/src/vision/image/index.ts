/**
 * The image that all of `daylab/vision` reads and gives.
 *
 * @module
 */
export { emptyLike, Image, imageLike } from "./image.ts";
export type { ShowOptions } from "./image.ts";
export type { ColorSpace, PixelData, Raster } from "./raster.ts";
export type { ImageLike } from "./read.ts";
