/**
 * Numbers about columns beyond the plain statistics: the shape of a distribution, and how two columns
 * move together.
 *
 * @module
 */
export { covariance, pairMatrix, type PairOptions, presentPairs } from "./pairs.ts";
export { type CorrelationMethod, correlated, type CorrOptions } from "./correlated.ts";
export { kurtosis, skewness, standardError } from "./shape.ts";
export { acrossRows, type RowStatistic } from "./rows.ts";
