/**
 * Rows in groups of equal keys: what is computed of each group, or of each row within its group.
 *
 * @module
 */
export { groupAggregate, type GroupByOptions } from "./aggregate.ts";
export type { Aggregation } from "./aggregations.ts";
export { GroupBy } from "./group-by.ts";
export type { Aggregated, AggregatedAll, AggregationSpec } from "./types.ts";
