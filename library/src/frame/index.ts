/**
 * Dataframes: danfo's names and shapes, polars' engine, pandas' answers.
 *
 * @module
 */
export { readCSV, type ReadCSVOptions } from "./csv/read.ts";
export { DataFrame } from "./data-frame/data-frame.ts";
export type { ColumnData, ColumnsOf } from "./data-frame/base.ts";
export type { DataFrameOptions } from "./data-frame/build.ts";
export type { Cell, Label, Row } from "./engine/cell.ts";
export type { DType } from "./engine/dtypes.ts";
export type { SeriesOptions } from "./series/base.ts";
export { Series } from "./series/series.ts";
