/**
 * Figures drawn by plotly.js, for what Vega-Lite cannot draw: space, surfaces, animation. They carry
 * a picture for front ends without plotly.js, which the library draws itself.
 *
 * @module
 */
export { animatedScatter } from "./animated-scatter.ts";
export type { AnimatedScatterOptions } from "./animated-scatter.ts";
export type { SpaceOptions } from "./columns.ts";
export { line3d } from "./line3d.ts";
export type { Line3dOptions } from "./line3d.ts";
export { plotly } from "./plotly.ts";
export type { PlotlyInput } from "./plotly.ts";
export { PlotlyFigure } from "./plotly-figure.ts";
export { scatter3d } from "./scatter3d.ts";
export type { Scatter3dOptions } from "./scatter3d.ts";
export type { Frame, PlotlySpec, Trace } from "./spec.ts";
export { surface } from "./surface.ts";
export type { SurfaceOptions } from "./surface.ts";
