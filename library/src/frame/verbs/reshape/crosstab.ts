import pl from "nodejs-polars";
import type { DataFrame } from "../../data-frame/data-frame.ts";
import { frameOf } from "../../engine/make.ts";
import { checkOptions } from "../../engine/options.ts";
import type { SeriesBase } from "../../series/base.ts";
import { pivot } from "./pivot.ts";

export interface CrosstabOptions {
  /** Shares of all (`"all"`), of each row (`"index"`) or of each column, instead of counts. */
  readonly normalize?: "all" | "index" | "columns";
  /** Adds a column and a row of totals, named `"All"`; the first column then holds texts. */
  readonly margins?: boolean;
}

/**
 * How often each value of one column meets each value of another. Rows that miss either count nowhere.
 *
 * @throws RangeError where the columns have different lengths
 * @example
 * const sex = new Series(["f", "m", "f"], { name: "sex" });
 * const smokes = new Series([true, false, false], { name: "smokes" });
 * crosstab(sex, smokes).toRecords(); // [{ sex: "f", false: 1, true: 1 }, { sex: "m", false: 1, true: 0 }]
 */
export function crosstab(
  rows: SeriesBase<unknown>,
  columns: SeriesBase<unknown>,
  options: CrosstabOptions = {},
): DataFrame {
  checkOptions("crosstab", options, ["normalize", "margins"]);
  if (rows.length !== columns.length) {
    throw new RangeError(
      `crosstab: one column has ${rows.length} rows, the other ${columns.length}.`,
    );
  }
  const { normalize, margins = false } = options;
  if (normalize !== undefined && !["all", "index", "columns"].includes(normalize)) {
    throw new TypeError(
      `crosstab: normalize is "all", "index" or "columns"; got ${JSON.stringify(normalize)}.`,
    );
  }
  const data = pl.DataFrame([
    rows.data.alias("row"),
    columns.data.alias("column"),
    pl.Series("one", new Int32Array(rows.length).fill(1)),
  ]);
  const counts = pivot(data, {
    index: ["row"],
    columns: ["column"],
    blocks: [{ column: "one", aggregation: "count", prefix: [] }],
    fill: 0,
  }).data;
  const heads = counts.columns.slice(1);
  const table = heads.map((head) => [...(counts.getColumn(head).toArray() as number[])]);
  const totals = { rows: sumsOfRows(table, counts.height), columns: table.map(sum) };
  const all = sum(totals.columns);
  if (margins) {
    table.forEach((column, at) => column.push(totals.columns[at]));
    table.push([...totals.rows, all]);
    heads.push("All");
    totals.rows.push(all);
    totals.columns.push(all);
  }
  const shares = table.map((column, at) =>
    column.map((count, row) => {
      if (normalize === "all") return count / all;
      if (normalize === "index") return count / totals.rows[row];
      return normalize === "columns" ? count / totals.columns[at] : count;
    }),
  );
  const keys = counts.getColumn("row").alias(rows.name);
  const labels = margins
    ? pl.Series(rows.name, [...keys.cast(pl.Utf8).toArray(), "All"], pl.Utf8)
    : keys;
  // pandas leaves out the margin that would be ones only.
  const kept = shares.map((column, at) => pl.Series(heads[at], column));
  const cells = margins && normalize === "index" ? kept.slice(0, -1) : kept;
  const whole = pl.DataFrame([labels, ...cells]);
  const height = margins && normalize === "columns" ? whole.height - 1 : whole.height;
  return frameOf({ data: whole.slice(0, height), index: undefined });
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

const sumsOfRows = (table: readonly (readonly number[])[], height: number): number[] =>
  Array.from({ length: height }, (_, row) => sum(table.map((column) => column[row])));
