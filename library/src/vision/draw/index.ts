/**
 * Drawing on images: boxes, masks, points, matches, polygons and text. Each gives a new image in bytes
 * and RGB.
 *
 * @module
 */
export { drawBoxes } from "./boxes.ts";
export type { DrawBoxesOptions } from "./boxes.ts";
export type { DrawOptions } from "./canvas.ts";
export { classColor } from "./colors.ts";
export type { RGB } from "./colors.ts";
export { drawMask } from "./mask.ts";
export type { DrawMaskOptions } from "./mask.ts";
export { drawMatches, drawPoints } from "./points.ts";
export type { DrawMatchesOptions, DrawPointsOptions } from "./points.ts";
export { drawPolygons, drawText } from "./polygons.ts";
export type { DrawPolygonsOptions, DrawTextOptions } from "./polygons.ts";
