import pl from "nodejs-polars";
import { shownCells } from "../display/format.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { cellAt } from "../engine/from-engine.ts";
import { expression, type Table } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import { kindOf } from "./operand.ts";
import { type DTypeGroup, ofDtypes } from "./select-dtypes.ts";
import { valueCounts } from "./value-counts.ts";

export interface DescribeOptions {
  /** `"numeric"` (default) for numeric columns, `"all"` for every column, or dtypes. */
  readonly include?: "numeric" | "all" | DTypeGroup | readonly DTypeGroup[];
  /** Dtypes to leave out. */
  readonly exclude?: DTypeGroup | readonly DTypeGroup[];
  /** The shares whose quantiles are given (default quartiles); the median is always there. */
  readonly percentiles?: readonly number[];
}

/** What is said of a column: each number or text by the name of its row, in order. */
type Summary = ReadonlyMap<string, number | string>;

/** The numbers of each numeric column, all in one query, so that columns are computed side by side. */
function numberSummaries(
  data: pl.DataFrame,
  names: readonly string[],
  shares: readonly number[],
): Map<string, Summary> {
  if (names.length === 0) return new Map();
  const made = names.flatMap((name) => {
    const x = expression(data, name);
    const quantiles = shares.map((q) => x.quantile(q, "linear"));
    return [x.count(), x.mean(), x.std(), x.min(), ...quantiles, x.max()];
  });
  const columns = data
    .select(...made.map((one, position) => one.cast(pl.Float64).alias(String(position))))
    .getColumns();
  // Adding 0 takes the sign from a zero, which between two values means nothing.
  const numbers = columns.map((one) => ((one.toArray()[0] as number | null) ?? Number.NaN) + 0);
  const rows = ["count", "mean", "std", "min", ...shares.map(percent), "max"];
  return new Map(
    names.map((name, i) => [
      name,
      new Map(rows.map((row, at) => [row, numbers[i * rows.length + at]])),
    ]),
  );
}

const present = (series: pl.Series): number => series.length - series.nullCount();

/** Of dates everything is a text, because one column has one type. */
function dateSummary(series: pl.Series, shares: readonly number[]): Summary {
  const times = pl.DataFrame([series.cast(pl.Datetime("ms")).cast(pl.Int64).alias("x")]);
  const said = [...(numberSummaries(times, ["x"], shares).get("x") ?? [])] as [string, number][];
  const rows = said.filter(([row, time]) => !["count", "std"].includes(row) && !Number.isNaN(time));
  const dates = rows.map(([, time]) => new Date(time));
  const texts = shownCells(toEngine("x", dates, "datetime"));
  return new Map([
    ["count", String(present(series))],
    ...rows.map(([row], at): [string, string] => [row, texts[at] ?? ""]),
  ]);
}

/** Count, unique, top and freq as texts, because one column has one type. */
function textSummary(series: pl.Series): Summary {
  const { values, counts } = valueCounts(series, {});
  const rows: [string, string][] = [
    ["count", String(present(series))],
    ["unique", String(counts.length)],
  ];
  if (counts.length === 0) return new Map([...rows, ["top", ""], ["freq", ""]]);
  const top = shownCells(values.head(1))[0] ?? "";
  return new Map([...rows, ["top", top], ["freq", String(cellAt(counts, 0))]]);
}

const percent = (share: number): string => `${Number((share * 100).toFixed(8))}%`;

function sharesOf(percentiles: readonly number[] = [0.25, 0.5, 0.75]): number[] {
  const wrong = percentiles.find((share) => !(share >= 0 && share <= 1));
  if (wrong !== undefined)
    throw new RangeError(`describe: percentiles are shares from 0 to 1; got ${String(wrong)}.`);
  return [...new Set([...percentiles, 0.5])].sort((a, b) => a - b);
}

function described(data: pl.DataFrame, { include, exclude }: DescribeOptions): pl.Series[] {
  const columns = data.getColumns();
  const left = (names: readonly string[]): pl.Series[] =>
    columns.filter((one) => names.includes(one.name));
  const some = exclude === undefined ? {} : { exclude };
  if (include === undefined || include === "numeric") {
    if (include === undefined && exclude !== undefined) return left(ofDtypes(data, some));
    const numbers = columns.filter((one) => isNumeric(dtypeOf(one)));
    return numbers.length > 0 ? numbers : columns;
  }
  return left(ofDtypes(data, include === "all" ? some : { include, ...some }));
}

const kinds = ["other", "date", "number"] as const;

/**
 * pandas' `describe`: of numeric columns count, mean, std (n − 1), min, quantiles by linear
 * interpolation and max. Beside others the rows of all kinds, what does not apply missing.
 */
export function describe(data: pl.DataFrame, options: DescribeOptions): Table {
  const columns = described(data, options);
  const shares = sharesOf(options.percentiles);
  const numeric = columns.filter((one) => isNumeric(dtypeOf(one))).map((one) => one.name);
  const numbers = numberSummaries(data, numeric, shares);
  const summaries = columns.map((series) => {
    const own = numbers.get(series.name);
    if (own !== undefined) return { kind: "number", series, summary: own };
    return kindOf(dtypeOf(series)) === "date"
      ? { kind: "date", series, summary: dateSummary(series, shares) }
      : { kind: "other", series, summary: textSummary(series) };
  });
  // pandas' order: the rows of the kind that has fewest first.
  const rows = new Set(
    kinds.flatMap((kind) =>
      summaries.filter((one) => one.kind === kind).flatMap(({ summary }) => [...summary.keys()]),
    ),
  );
  const made = summaries.map(({ kind, series, summary }) => {
    const cells = [...rows].map((row) => summary.get(row) ?? null);
    return toEngine(series.name, cells, kind === "number" ? "float64" : "string");
  });
  return { data: pl.DataFrame(made), index: toEngine("statistic", [...rows], "string") };
}

/** The summary of one column, whatever its type. */
export const describeSeries = (
  series: pl.Series,
  options: Pick<DescribeOptions, "percentiles"> = {},
): Table => describe(pl.DataFrame([series]), { include: "all", ...options });
