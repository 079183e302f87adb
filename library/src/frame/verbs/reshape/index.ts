/**
 * The same values in another shape: wide, long, counted, turned.
 *
 * @module
 */
export { crosstab, type CrosstabOptions } from "./crosstab.ts";
export { melt } from "./melt.ts";
export { pivot } from "./pivot.ts";
export { transpose } from "./transpose.ts";
