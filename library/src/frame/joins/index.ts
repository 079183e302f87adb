/**
 * Several frames as one: beside one another by their keys, or below one another.
 *
 * @module
 */
export { concat, type ConcatOptions } from "./concat.ts";
export {
  merge,
  type MergeOptions,
  type MergeSettings,
  type MergeSides,
  mergeTables,
} from "./merge.ts";
export { stack } from "./stack.ts";
export type { Merged, MergeHow } from "./types.ts";
export type { Cardinality } from "./validate.ts";
