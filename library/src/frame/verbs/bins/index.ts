/**
 * Numbers in bins.
 *
 * @module
 */
export { type Bin, cut, type CutOptions, qcut, type QcutOptions } from "./cut.ts";
export { binCounts } from "./counts.ts";
