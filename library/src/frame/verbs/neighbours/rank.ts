import pl from "nodejs-polars";
import { map } from "../../engine/compute.ts";
import { fromFloats } from "../windows/index.ts";

export interface RankOptions {
  /**
   * What equal values get (default `"average"` of their places): the `"min"` or `"max"` of them, the
   * places in order of appearance (`"first"`), or `"dense"`: the next whole number for each new value.
   */
  readonly method?: "average" | "min" | "max" | "first" | "dense";
  /** Default true: the least value has rank 1. */
  readonly ascending?: boolean;
  /** What missing values get: nothing (`"keep"`, default), the first ranks or the last. */
  readonly naOption?: "keep" | "top" | "bottom";
  /** Ranks as shares from 0 to 1 (default false). */
  readonly pct?: boolean;
}

/** The place of each value among all, from 1. */
export function ranks(series: pl.Series, options: RankOptions): pl.Series {
  const { method = "average", ascending = true, naOption = "keep", pct = false } = options;
  const order = orderOf(series, ascending, naOption);
  const groups = groupsOf(series, order);
  const out = new Float64Array(series.length).fill(Number.NaN);
  let dense = 0;
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && groups[end] === groups[start]) end += 1;
    dense += 1;
    for (let at = start; at < end; at += 1) {
      out[order[at]] = {
        average: (start + 1 + end) / 2,
        min: start + 1,
        max: end,
        first: at + 1,
        dense,
      }[method];
    }
    start = end;
  }
  if (pct) {
    const most = method === "dense" ? dense : order.length;
    for (let row = 0; row < out.length; row += 1) out[row] /= most;
  }
  return fromFloats(series.name, out);
}

/** The positions of the values that are ranked, least first; equal ones in order of appearance. */
function orderOf(
  series: pl.Series,
  ascending: boolean,
  naOption: "keep" | "top" | "bottom",
): Uint32Array {
  const rows = pl.Series(
    "row",
    Uint32Array.from({ length: series.length }, (_, i) => i),
  );
  const frame = pl.DataFrame([series.alias("x"), rows]);
  const kept = naOption === "keep" ? frame.filter(pl.col("x").isNotNull()) : frame;
  const sorted = kept.sort({
    by: [pl.col("x")],
    descending: !ascending,
    nullsLast: naOption !== "top",
    maintainOrder: true,
  });
  return Uint32Array.from(sorted.getColumn("row").toTypedArray() as ArrayLike<number>);
}

/** A number for each place in the order that changes where the value does. */
function groupsOf(series: pl.Series, order: Uint32Array): ArrayLike<number> {
  if (order.length === 0) return [];
  const at = pl.Series("at", order);
  const sorted = pl
    .DataFrame([series.alias("x")])
    .select(pl.col("x").gather(at))
    .toSeries(0);
  const changed = map(sorted, (x) => {
    const before = x.shift(1);
    const oneMissing = x.isNull().neq(before.isNull());
    return x.neq(before).fillNull(oneMissing).cast(pl.Int32).cumSum();
  });
  return changed.toTypedArray() as ArrayLike<number>;
}
