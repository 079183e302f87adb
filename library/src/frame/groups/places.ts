import pl from "nodejs-polars";
import { type Grouping, rowsOf } from "./grouping.ts";

/** For each row a number made of its group and its place there; null for a row of no group. */
export function numbersOf(
  grouping: Grouping,
  height: number,
  name: string,
  number: (group: number, place: number, size: number) => number,
): pl.Series {
  const out = new Float64Array(height).fill(Number.NaN);
  for (let group = 0; group < grouping.keys.height; group += 1) {
    const rows = rowsOf(grouping, group);
    for (let place = 0; place < rows.length; place += 1)
      out[rows[place]] = number(group, place, rows.length);
  }
  const series = pl.Series("x", out);
  const frame = pl.DataFrame([series]).select(pl.col("x").fillNan(pl.lit(null)).cast(pl.Int64));
  return frame.toSeries(0).alias(name);
}

/** The rows whose place in their group is wanted, in the order of the table. */
export function rowsAt(
  grouping: Grouping,
  wanted: (place: number, size: number) => boolean,
): number[] {
  const kept: number[] = [];
  for (let group = 0; group < grouping.keys.height; group += 1) {
    const rows = rowsOf(grouping, group);
    for (let place = 0; place < rows.length; place += 1)
      if (wanted(place, rows.length)) kept.push(rows[place]);
  }
  return kept.sort((a, b) => a - b);
}
