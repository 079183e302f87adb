import { brief } from "./brief.ts";
import { formatNumbers } from "./numbers.ts";
import { count } from "./count.ts";
import { shorten } from "./shorten.ts";
import { tableHtml } from "./table-html.ts";
import { tableText } from "./table-text.ts";
import type { DisplayData } from "./types.ts";

/** Where a table's cells come from. Only the cells that are shown are read. */
export interface TableSource {
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Types of the columns, shown under their names. */
  readonly types?: readonly string[];
  /** Name of a row; its number by default. */
  label?(row: number): unknown;
  cell(row: number, column: number): unknown;
}

/** A table as it is shown: cells as text, truncated in the middle. */
export interface TableView {
  readonly header: readonly ColumnView[];
  readonly labels: readonly string[];
  /** Number of shown rows before the gap, or `undefined` where every row is shown. */
  readonly rowGap: number | undefined;
  readonly columnGap: number | undefined;
  /** The true size, such as `150 rows × 5 columns`. */
  readonly size: string;
}

export interface ColumnView {
  readonly name: string;
  readonly type: string | undefined;
  readonly align: "left" | "right";
  readonly cells: readonly CellView[];
}

export interface CellView {
  readonly text: string;
  /** No value: shown, but less strongly. */
  readonly missing: boolean;
}

export interface TableLimits {
  /** Tables of more rows are cut to the first and last 5. Default 20. */
  readonly rows?: number;
  /** Tables of more columns are cut to the first and last 10. Default 20. */
  readonly columns?: number;
}

const EDGE_ROWS = 5;
const EDGE_COLUMNS = 10;

/** A table as HTML and as aligned text, truncated in the middle with its true size below. */
export function representTable(source: TableSource, limits?: TableLimits): DisplayData {
  const view = viewTable(source, limits);
  return {
    data: { "text/html": tableHtml(view), "text/plain": tableText(view) },
    metadata: {},
  };
}

/** Reads and formats the cells that are shown. */
export function viewTable(source: TableSource, limits: TableLimits = {}): TableView {
  const rows = pick(source.rowCount, limits.rows ?? 20, EDGE_ROWS);
  const columns = pick(source.columns.length, limits.columns ?? 20, EDGE_COLUMNS);
  return {
    header: columns.shown.map((column) => ({
      name: shorten(source.columns[column] ?? ""),
      type: source.types?.[column],
      ...formatColumn(rows.shown.map((row) => read(source, row, column))),
    })),
    labels: rows.shown.map((row) => (source.label ? brief(source.label(row)) : String(row))),
    rowGap: rows.gap,
    columnGap: columns.gap,
    size: `${count(source.rowCount, "row")} × ${count(source.columns.length, "column")}`,
  };
}

function pick(total: number, limit: number, edge: number) {
  const all = total <= limit;
  const half = Math.min(edge, Math.floor(limit / 2));
  const shown = Array.from({ length: all ? total : 2 * half }, (_, i) => {
    return all || i < half ? i : total - 2 * half + i;
  });
  return { shown, gap: all ? undefined : half };
}

function read(source: TableSource, row: number, column: number): unknown {
  try {
    return source.cell(row, column);
  } catch (error) {
    return `<${error instanceof Error ? error.name : "error"} while reading>`;
  }
}

function formatColumn(values: unknown[]): Pick<ColumnView, "align" | "cells"> {
  const present = values.filter((value) => !isMissing(value));
  const numeric = present.length > 0 && present.every(isNumeric);
  const floats = values.filter((value) => typeof value === "number");
  const formatted = formatNumbers(floats).values();
  const cells = values.map((value) => ({
    text: typeof value === "number" ? (formatted.next().value ?? "") : safeBrief(value),
    missing: isMissing(value),
  }));
  return { align: numeric ? "right" : "left", cells };
}

const isMissing = (value: unknown) => value === null || value === undefined || Number.isNaN(value);
const isNumeric = (value: unknown) => typeof value === "number" || typeof value === "bigint";

function safeBrief(value: unknown): string {
  try {
    return brief(value);
  } catch {
    return `[${typeof value}]`;
  }
}
