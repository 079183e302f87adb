import pl from "nodejs-polars";
import { knownColumns } from "../engine/names.ts";
import type { Table } from "../engine/table.ts";
import type { ValueCountsOptions } from "./value-counts.ts";

/**
 * How often each combination of values occurs in some columns, the most frequent first; of equal counts
 * in the order of the values.
 */
export function countRows(
  data: pl.DataFrame,
  subset: readonly string[],
  options: Omit<ValueCountsOptions, "bins">,
): Table {
  const { normalize = false, dropNa = true, ascending = false, sort = true } = options;
  const names = knownColumns(subset, data.columns);
  const result = normalize ? "proportion" : "count";
  if (names.length === 0) throw new RangeError("valueCounts needs at least one column.");
  if (names.includes(result))
    throw new RangeError(
      `valueCounts: a column is called ${JSON.stringify(result)}; rename it first.`,
    );
  const keys = names.map((_, at) => `k${at}`);
  const renamed = pl.DataFrame(names.map((name, at) => data.getColumn(name).alias(`k${at}`)));
  const kept = dropNa ? renamed.dropNulls() : renamed;
  const counted = kept.groupBy(keys).agg(pl.len().cast(pl.Int64).alias("count"));
  const sorted = counted.sort({
    by: sort ? ["count", ...keys] : keys,
    descending: sort ? [!ascending, ...keys.map(() => false)] : keys.map(() => false),
    nullsLast: true,
  });
  const counts = sorted.getColumn("count");
  const shares = pl
    .DataFrame([counts])
    .select(pl.col("count").cast(pl.Float64).div(pl.lit(kept.height)))
    .toSeries(0);
  const columns = names.map((name, at) => sorted.getColumn(`k${at}`).alias(name));
  return {
    data: pl.DataFrame([...columns, (normalize ? shares : counts).alias(result)]),
    index: undefined,
  };
}
