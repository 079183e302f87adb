/**
 * Lines and circles in images of edges.
 *
 * @module
 */
export { houghCircles } from "./circles.ts";
export type { HoughCircle, HoughCirclesOptions } from "./circles.ts";
export { houghLines } from "./lines.ts";
export type { HoughLine, HoughLinesOptions } from "./lines.ts";
