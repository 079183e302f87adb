import pl from "nodejs-polars";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { cellAt } from "../engine/from-engine.ts";
import { expression, type Table } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import { shownCells } from "../display/format.ts";
import { valueCounts } from "./value-counts.ts";

export interface DescribeOptions {
  /** `"numeric"` (default) for numeric columns, `"all"` for every column. */
  readonly include?: "numeric" | "all";
}

const numericRows = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"] as const;
const textRows = ["count", "unique", "top", "freq"] as const;

/** The eight numbers of each numeric column, all in one query, so that columns are computed side by side. */
function numericSummary(data: pl.DataFrame, names: readonly string[]): Map<string, number[]> {
  if (names.length === 0) return new Map();
  const made = names.flatMap((name) => {
    const x = expression(data, name);
    const quartiles = [0.25, 0.5, 0.75].map((q) => x.quantile(q, "linear"));
    return [x.count(), x.mean(), x.std(), x.min(), ...quartiles, x.max()];
  });
  const columns = data
    .select(...made.map((one, position) => one.cast(pl.Float64).alias(String(position))))
    .getColumns();
  const numbers = columns.map((one) => (one.toArray()[0] as number | null) ?? Number.NaN);
  const width = numericRows.length;
  return new Map(names.map((name, i) => [name, numbers.slice(i * width, (i + 1) * width)]));
}

/** Count, unique, top and freq as texts, because one column has one type. */
function textSummary(series: pl.Series): string[] {
  const { values, counts } = valueCounts(series, {});
  const count = String(series.length - series.nullCount());
  if (counts.length === 0) return [count, "0", "", ""];
  const top = shownCells(values.head(1))[0] ?? "";
  return [count, String(counts.length), top, String(cellAt(counts, 0))];
}

/**
 * pandas' `describe`: of numeric columns count, mean, std (n − 1), min, quartiles by linear
 * interpolation and max. With `include: "all"` the rows of both kinds, the columns that are not
 * numeric as texts, and what does not apply missing.
 */
export function describe(data: pl.DataFrame, options: DescribeOptions): Table {
  const columns = data.getColumns();
  const numericNames = columns.filter((one) => isNumeric(dtypeOf(one))).map((one) => one.name);
  const summary = numericSummary(data, numericNames);
  if ((options.include ?? "numeric") === "numeric" && numericNames.length > 0) {
    const made = [...summary].map(([name, numbers]) => toEngine(name, Float64Array.from(numbers)));
    return { data: pl.DataFrame(made), index: toEngine("statistic", [...numericRows]) };
  }
  const rows: string[] = [
    "count",
    ...(numericNames.length < columns.length ? textRows.slice(1) : []),
    ...(numericNames.length > 0 ? numericRows.slice(1) : []),
  ];
  const made = columns.map((series) => {
    const numbers = summary.get(series.name);
    const own: readonly string[] = numbers === undefined ? textRows : numericRows;
    const cells: readonly (string | number)[] = numbers ?? textSummary(series);
    const values = rows.map((row) => cells[own.indexOf(row)] ?? null);
    return toEngine(series.name, values, numbers === undefined ? "string" : "float64");
  });
  return { data: pl.DataFrame(made), index: toEngine("statistic", rows) };
}

/** The summary of one column, whatever its type. */
export const describeSeries = (series: pl.Series): Table => describe(pl.DataFrame([series]), {});
