/**
 * Boxes: formats, sizes and how much two of them overlap.
 *
 * @module
 */
export { boxArea, boxAroundPoints, clipBox, denormalizeBox, normalizeBox } from "./change.ts";
export type { Size } from "./change.ts";
export { convertBoxes, xywhToXyxy, xyxyToXywh } from "./formats.ts";
export type { BoxFormat, ConvertBoxesOptions, XYWH } from "./formats.ts";
export { ciou, diou, giou, overlapMatrix } from "./overlaps.ts";
export type { OverlapMeasure } from "./overlaps.ts";
