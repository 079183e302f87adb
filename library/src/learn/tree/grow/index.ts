export { plainColumns, type RankedColumns, rankColumns } from "./columns.ts";
export type { TreeCriterion } from "./criteria.ts";
export { growTree, type Pulse } from "./grow-tree.ts";
export type { GrowOptions, GrowTarget } from "./grower.ts";
export type { TreeArrays } from "./tree-arrays.ts";
