/**
 * Images in files.
 *
 * @module
 */
export { readImage } from "./read-image.ts";
export type { ReadImageOptions } from "./read-image.ts";
export type { ImageSource } from "./source.ts";
export { encodeImage, writeImage } from "./write-image.ts";
export type { ImageFormat, WriteImageOptions } from "./write-image.ts";
