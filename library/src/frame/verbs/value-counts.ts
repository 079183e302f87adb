import pl from "nodejs-polars";

export interface ValueCountsOptions {
  /** Shares of the whole instead of counts. Default false. */
  readonly normalize?: boolean;
  /** Whether missing values are left out. Default true. */
  readonly dropNa?: boolean;
  /** Rarest first instead of most frequent first. Default false. */
  readonly ascending?: boolean;
}

/**
 * How often each value occurs, the most frequent first. Values of equal count keep the order of
 * their first appearance.
 */
export function valueCounts(
  series: pl.Series,
  options: ValueCountsOptions,
): { values: pl.Series; counts: pl.Series } {
  const { normalize = false, dropNa = true, ascending = false } = options;
  const kept = (dropNa ? series.dropNulls() : series).alias("value");
  const grouped = pl
    .DataFrame([kept])
    .withRowIndex("row")
    .groupBy("value")
    .agg(pl.len().cast(pl.Int64).alias("count"), pl.col("row").min().alias("first"))
    .sort({ by: ["count", "first"], descending: [!ascending, false] });
  const count = grouped.getColumn("count");
  const share = pl
    .DataFrame([count])
    .select(pl.col("count").cast(pl.Float64).div(pl.lit(kept.length)).alias("proportion"));
  return {
    values: grouped.getColumn("value").alias(series.name),
    counts: normalize ? share.toSeries(0) : count,
  };
}
