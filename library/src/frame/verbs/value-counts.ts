import pl from "nodejs-polars";
import { toEngine } from "../engine/to-engine.ts";
import { binCounts } from "./bins/index.ts";

export interface ValueCountsOptions {
  /** Shares of the whole instead of counts. Default false. */
  readonly normalize?: boolean;
  /** Whether missing values are left out. Default true. */
  readonly dropNa?: boolean;
  /** Rarest first instead of most frequent first. Default false. */
  readonly ascending?: boolean;
  /** Whether the counts are put in order (default), or stay in that of the values' appearance. */
  readonly sort?: boolean;
  /** Counts of numbers by bins: so many of equal width, or those between the edges given. */
  readonly bins?: number | readonly number[];
}

/**
 * How often each value occurs, the most frequent first. Values of equal count keep the order of
 * their first appearance.
 */
export function valueCounts(
  series: pl.Series,
  options: ValueCountsOptions,
): { values: pl.Series; counts: pl.Series } {
  const { normalize = false, dropNa = true, ascending = false, sort = true, bins } = options;
  if (bins !== undefined) return inBins(series, bins, options);
  const kept = (dropNa ? series.dropNulls() : series).alias("value");
  const grouped = pl
    .DataFrame([kept])
    .withRowIndex("row")
    .groupBy("value")
    .agg(pl.len().cast(pl.Int64).alias("count"), pl.col("row").min().alias("first"))
    .sort(
      sort
        ? { by: ["count", "first"], descending: [!ascending, false] }
        : { by: ["first"], descending: false },
    );
  const count = grouped.getColumn("count");
  const share = pl
    .DataFrame([count])
    .select(pl.col("count").cast(pl.Float64).div(pl.lit(kept.length)).alias("proportion"));
  return {
    values: grouped.getColumn("value").alias(series.name),
    counts: normalize ? share.toSeries(0) : count,
  };
}

function inBins(
  series: pl.Series,
  bins: number | readonly number[],
  { normalize = false, ascending = false, sort = true }: ValueCountsOptions,
): { values: pl.Series; counts: pl.Series } {
  const { values, counts } = binCounts(series, bins);
  const order = counts.map((_, bin) => bin);
  if (sort) order.sort((a, b) => (ascending ? counts[a] - counts[b] : counts[b] - counts[a]));
  const at = pl.Series("at", Uint32Array.from(order));
  const names = pl.DataFrame([values.alias("x")]).select(pl.col("x").gather(at));
  // As in pandas, the share is one of all rows, those outside the bins among them.
  const made = order.map((bin) => (normalize ? counts[bin] / series.length : counts[bin]));
  return {
    values: names.toSeries(0).alias(series.name),
    counts: toEngine(
      normalize ? "proportion" : "count",
      Float64Array.from(made),
      normalize ? "float64" : "int64",
    ),
  };
}
