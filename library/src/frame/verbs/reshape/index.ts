/**
 * The same values in another shape: wide, long, counted, turned.
 *
 * @module
 */
export { crosstab, type CrosstabOptions } from "./crosstab.ts";
export { melt } from "./melt.ts";
export { explode } from "./explode.ts";
export { pivotCells } from "./pivot-cells.ts";
export { type PivotFunctions, pivotTable } from "./pivot-table.ts";
export { stackCells } from "./stack.ts";
export { transpose } from "./transpose.ts";
