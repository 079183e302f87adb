/**
 * Files other than CSV: JSON and NDJSON, Parquet, Arrow, workbooks.
 *
 * @module
 */
export { readArrow, type ReadColumnarOptions, readParquet } from "./columnar.ts";
export { readExcel, type ReadExcelOptions } from "./excel.ts";
export { readJSON, type ReadJSONOptions } from "./json.ts";
