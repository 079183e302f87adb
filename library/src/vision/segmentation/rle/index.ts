/**
 * Masks in runs, as COCO's files hold them.
 *
 * @module
 */
export { mergeRle, rleIntersection, rleIoU } from "./overlap.ts";
export { boxToMask, decodeRle, encodeRle, isRle, maskToBox, readMask, rleArea } from "./rle.ts";
export type { Mask, Rle } from "./rle.ts";
export { rleFromString, rleToString } from "./text.ts";
