/**
 * Outlines of regions, and measures of their shape.
 *
 * @module
 */
export { boundingRect, minAreaRect, minEnclosingCircle } from "./bounds.ts";
export type { Circle, RotatedRect } from "./bounds.ts";
export { findContours } from "./find-contours.ts";
export type { Contour, ContourOptions } from "./find-contours.ts";
export { contourMoments, huMoments, imageMoments, matchShapes } from "./moments.ts";
export type { Moments } from "./moments.ts";
export {
  approximatePolygon,
  contourArea,
  convexHull,
  isConvex,
  perimeter,
  pointPolygonDistance,
} from "./polygons.ts";
