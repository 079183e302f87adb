import { column } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import { count } from "../table/rows.ts";

/** How the numbers along an axis are spread: each step of `"log"` is as many times the one before. */
export type AxisScale = "linear" | "log";

export interface LogOptions {
  /** `"log"` for values that grow by factors; values of 0 and less are left out. Default `"linear"`. */
  readonly xScale?: AxisScale;
  /** The same along the vertical axis. */
  readonly yScale?: AxisScale;
}

/** The rows that the axes can show, and a sentence about those that a logarithm leaves out. */
export function onScale(
  table: Table,
  { x, y }: { readonly x: string; readonly y: string },
  rows: readonly number[],
  options: LogOptions,
): { readonly rows: readonly number[]; readonly notes: readonly string[] } {
  const names = [
    ...(options.xScale === "log" ? [x] : []),
    ...(options.yScale === "log" ? [y] : []),
  ];
  const kept = rows.filter((row) => names.every((name) => Number(column(table, name)[row]) > 0));
  if (kept.length === rows.length) return { rows, notes: [] };
  if (kept.length === 0)
    throw new RangeError(
      `A logarithmic axis shows numbers above 0 alone, and ${names.join(" and ")} has none. Leave the scale "linear".`,
    );
  const left = `${count(rows.length - kept.length)} of ${count(rows.length)} rows`;
  return {
    rows: kept,
    notes: [`${left} are not above 0 and have no place on a logarithmic axis.`],
  };
}

/** The scale of a channel of numbers: from a round power of ten, or not from zero. */
export function scaleOf(scale: AxisScale | undefined): { type: "log" } | { zero: false } {
  return scale === "log" ? { type: "log" } : { zero: false };
}
