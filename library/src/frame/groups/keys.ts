import pl from "nodejs-polars";
import { knownColumns } from "../engine/names.ts";
import { expression } from "../engine/table.ts";

export interface GroupByOptions {
  /** Groups in ascending order of their keys (default), or in order of first appearance. */
  readonly sort?: boolean;
  /** Whether rows with a missing key are left out. Default true. */
  readonly dropNa?: boolean;
}

/** The name under which the engine knows a key: no column's own name can collide with it. */
export const keyName = (position: number): string => `\u0000key${position}`;
const rowName = "\u0000row";

/** The frame with its keys once more after the columns, whose positions stay what they were. */
export function withKeys(data: pl.DataFrame, keys: readonly string[]): pl.DataFrame {
  knownColumns(keys, data.columns);
  if (keys.length === 0) throw new RangeError("groupby needs at least one column.");
  return data.withColumns(
    ...keys.map((key, position) => expression(data, key).alias(keyName(position))),
  );
}

export const keyNamesOf = (keys: readonly string[]): string[] =>
  keys.map((_, position) => keyName(position));

/** One row a group with what is computed of it, in the order of the groups, keys first. */
export function grouped(
  data: pl.DataFrame,
  keys: readonly string[],
  results: readonly pl.Expr[],
  { sort = true, dropNa = true }: GroupByOptions,
): pl.DataFrame {
  const names = keyNamesOf(keys);
  const all = withKeys(data, keys);
  // Rows are numbered after the columns too, and only where their order counts.
  const numbered = sort ? all : all.withColumn(pl.intRange(0, pl.len()).alias(rowName));
  const unkeyed = dropNa && names.some((key) => numbered.getColumn(key).nullCount() > 0);
  const out = (unkeyed ? numbered.dropNulls(names) : numbered)
    .groupBy(...names)
    .agg(...results, ...(sort ? [] : [pl.col(rowName).min().alias(rowName)]));
  return sort
    ? out.sort({ by: names, nullsLast: true })
    : out.sort({ by: [rowName] }).drop(rowName);
}
