/**
 * Rows in groups of equal keys: what is computed of each group, or of each row within its group.
 *
 * @module
 */
export { groupAggregate } from "./aggregate.ts";
export type { Aggregation } from "./aggregations.ts";
export { GroupBy } from "./group-by.ts";
export type { GroupByOptions } from "./keys.ts";
export type {
  Aggregated,
  AggregatedAll,
  AggregatedNamed,
  AggregationSpec,
  NamedAggregation,
} from "./types.ts";
