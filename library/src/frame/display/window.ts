import pl from "nodejs-polars";
import { dtypeOf } from "../engine/dtypes.ts";
import type { Table } from "../engine/table.ts";
import { numbering } from "../verbs/labels.ts";
import { alignsRight, type Shown, shownCells } from "./format.ts";

/** pandas' limits: a longer table shows its first and last rows, a wider one its outer columns. */
const limits = { rows: 60, edgeRows: 5, columns: 20, edgeColumns: 10 };

export interface ShownColumn {
  readonly name: string;
  readonly dtype: string;
  readonly right: boolean;
  readonly cells: readonly Shown[];
}

/** What is shown of a table. A gap of `n` means a row or column of dots before the nth shown. */
export interface Window {
  readonly labels: ShownColumn;
  readonly columns: readonly ShownColumn[];
  readonly rowGap: number | undefined;
  readonly columnGap: number | undefined;
  readonly shape: string;
}

function shownColumn(series: pl.Series, head: number, total: number): ShownColumn {
  const gap = total > limits.rows;
  const visible = gap ? pl.concat([series.head(head), series.tail(limits.edgeRows)]) : series;
  return {
    name: series.name,
    dtype: dtypeOf(series),
    right: alignsRight(series),
    cells: shownCells(visible),
  };
}

/** "344 rows × 7 columns", or "344 rows" of one column; thousands are separated. */
export function shapeText(rows: number, columns?: number): string {
  const count = (n: number, what: string): string =>
    `${n.toLocaleString("en-US")} ${what}${n === 1 ? "" : "s"}`;
  return count(rows, "row") + (columns === undefined ? "" : ` × ${count(columns, "column")}`);
}

/** The part of a table that is shown. */
export function windowOf(table: Table): Window {
  const { height, width } = table.data;
  const all = table.data.getColumns();
  const wide = width > limits.columns;
  const kept = wide
    ? [...all.slice(0, limits.edgeColumns), ...all.slice(-limits.edgeColumns)]
    : all;
  const labels = table.index ?? numbering(height);
  return {
    labels: shownColumn(labels, limits.edgeRows, height),
    columns: kept.map((series) => shownColumn(series, limits.edgeRows, height)),
    rowGap: height > limits.rows ? limits.edgeRows : undefined,
    columnGap: wide ? limits.edgeColumns : undefined,
    shape: shapeText(height, width),
  };
}
