/**
 * Images made from a seed, for what no bundled data shows: the same seed gives the same bytes.
 *
 * @module
 */
export { discs, type DiscsOptions, type SegmentationImages } from "./discs.ts";
export { faces, type Expression, type FaceImages, type FacesOptions } from "./faces/index.ts";
export type { ImageBatch } from "./options.ts";
export { shapes, type ShapeBox, type ShapeScenes, type ShapesOptions } from "./shapes.ts";
export type { ShapeClass } from "./silhouette.ts";
export { strokeDigits, type LabelledDigits, type StrokeDigitsOptions } from "./stroke-digits.ts";
