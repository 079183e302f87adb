/**
 * Rows in bins of time: by the clock, by the calendar, and steps between.
 *
 * @module
 */
export type { BinOptions, Origin } from "./bins.ts";
export { type ResampleOptions, Resampler } from "./resampler.ts";
