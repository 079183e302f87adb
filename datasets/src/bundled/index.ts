/**
 * Real data that comes with Daylab: read offline, its checksum compared at every reading.
 *
 * @module
 */
export { readColumns } from "./columns.ts";
export { readDigitImages, type DigitImages } from "./digits.ts";
export { info, names, type ColumnInfo, type DatasetInfo } from "./manifest.ts";
export type { Columns, DatasetMap, DatasetName, Digit, Iris, Penguin, SeattleDay } from "./rows.ts";
export { DatasetFileError } from "./verified-file.ts";
