/**
 * Levels of brightness: histograms, contrast and thresholds.
 *
 * @module
 */
export { adjustGamma, stretchContrast } from "./contrast.ts";
export type { StretchOptions } from "./contrast.ts";
export { clahe, equalizeHistogram } from "./equalize.ts";
export type { ClaheOptions } from "./equalize.ts";
export { histogram } from "./histogram.ts";
export type { Histogram, HistogramOptions } from "./histogram.ts";
export { adaptiveThreshold, threshold } from "./threshold.ts";
export type { AdaptiveOptions, ThresholdKind } from "./threshold.ts";
export { liThreshold, otsuThreshold, triangleThreshold } from "./thresholds.ts";
