/**
 * What is computed from a row and its neighbours: sliding, growing and fading windows, and lines
 * through gaps.
 *
 * @module
 */
export { alphaOf, type EwmOptions, fade } from "./exponential.ts";
export { slideSums } from "./blocks.ts";
export { slideExtremes } from "./extremes.ts";
export { floatsOf, fromFloats } from "./floats.ts";
export { interpolateFloats, type InterpolateOptions } from "./interpolate.ts";
export { type Moments, slideMoments } from "./moments.ts";
export { slideQuantiles } from "./quantiles.ts";
export { type Closed, timeSpans } from "./time-window.ts";
export {
  expandingSpans,
  type RollingOptions,
  rollingSpans,
  rollingWindow,
  type RowWindow,
  type Spans,
  type TimeWindowOptions,
  wholeNumber,
  type WindowOptions,
} from "./window.ts";
