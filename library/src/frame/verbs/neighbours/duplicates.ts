import pl from "nodejs-polars";
import { map } from "../../engine/compute.ts";
import { knownColumns } from "../../engine/names.ts";

/** Which of equal rows counts as the original: the first, the last, or none of them. */
export type Keep = "first" | "last" | "none";

/** Where a row repeats another in these columns (all by default); missing equals missing. */
export function duplicatedRows(
  frame: pl.DataFrame,
  keep: Keep,
  subset: readonly string[] = frame.columns,
): pl.Series {
  if (!["first", "last", "none"].includes(keep)) {
    throw new TypeError(`keep is "first", "last" or "none"; got ${JSON.stringify(keep)}.`);
  }
  const names = knownColumns(subset, frame.columns);
  const keys = names.map((name, i) => frame.getColumn(name).alias(`k${i}`));
  const height = frame.height;
  const rows = pl.Series(
    "row",
    Uint32Array.from({ length: height }, (_, i) => i),
  );
  if (keys.length === 0) return pl.Series("duplicated", [], pl.Bool);
  const table = pl.DataFrame([...keys, rows]);
  const groups = table
    .groupBy(keys.map((key) => key.name))
    .agg(pl.col("row").min().alias("first"), pl.col("row").max().alias("last"));
  const originals = new Uint8Array(height);
  const mark = (kept: pl.DataFrame, column: "first" | "last"): void => {
    for (const row of kept.getColumn(column).toTypedArray() as Iterable<number>) originals[row] = 1;
  };
  if (keep === "none") mark(groups.filter(pl.col("first").eq(pl.col("last"))), "first");
  else mark(groups, keep);
  return map(pl.Series("duplicated", originals), (x) => x.eq(pl.lit(0)));
}
