/**
 * Masks: measures class by class, boundaries, runs and polygons.
 *
 * @module
 */
export { boundaryF1, hausdorffDistance, maskBoundary } from "./boundary.ts";
export type { BoundaryOptions, BoundaryScore, HausdorffOptions } from "./boundary.ts";
export { segmentationReport } from "./confusion.ts";
export type { SegmentationOptions, SegmentationReport, SegmentedClass } from "./confusion.ts";
export { panopticQuality } from "./panoptic.ts";
export type { PanopticClass, PanopticNumbers, Segment } from "./panoptic.ts";
export { maskToPolygons, polygonArea, polygonsToMask } from "./polygons.ts";
export type { Polygon } from "./polygons.ts";
export {
  boxToMask,
  decodeRle,
  encodeRle,
  maskToBox,
  mergeRle,
  rleArea,
  rleFromString,
  rleIntersection,
  rleIoU,
  rleToString,
} from "./rle/index.ts";
export type { Mask, Rle } from "./rle/index.ts";
