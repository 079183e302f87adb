/**
 * What relates a row to the others: the one before, all before, its place among all, its equals.
 *
 * @module
 */
export { type Cumulation, cumulate } from "./cumulate.ts";
export { duplicatedRows, type Keep } from "./duplicates.ts";
export { type RankOptions, ranks } from "./rank.ts";
export { changes, differences, shifted } from "./shift.ts";
