import pl from "nodejs-polars";

const partner = "\u0000partner";

/**
 * The inner join in the order of the left, then of the right. It is made as a left join whose rows
 * without a partner are dropped: the engine keeps the order of that one for free, and takes three to four
 * times as long to restore it after its own inner join (100 000 and 1 000 000 rows, 5 000 keys).
 */
export function innerJoin(
  left: pl.DataFrame,
  right: pl.DataFrame,
  keys: readonly string[],
): pl.DataFrame {
  const marked = right.withColumn(pl.lit(true).alias(partner));
  const joined = left.join(marked, {
    on: keys,
    how: "left",
    coalesce: true,
    nullsEqual: true,
    maintainOrder: "left_right",
  } as never) as pl.DataFrame;
  const found = joined.getColumn(partner);
  const kept = found.nullCount() === 0 ? joined : joined.filter(pl.col(partner).isNotNull());
  return kept.drop(partner);
}
