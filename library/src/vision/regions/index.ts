/**
 * Regions of an image: which pixels belong together, and how far they are.
 *
 * @module
 */
export { connectedComponents, removeSmallObjects } from "./components.ts";
export type { Component, Components } from "./components.ts";
export { distanceTransform } from "./distance.ts";
export type { DistanceMetric } from "./distance.ts";
export { fillHoles, flood, floodFill } from "./flood.ts";
export type { FloodOptions } from "./flood.ts";
export type { Connectivity, Labels } from "./neighbours.ts";
export { watershed } from "./watershed.ts";
export type { WatershedOptions } from "./watershed.ts";
