import { column } from "./read.ts";
import type { Table } from "./read.ts";
import { isMissing, plain } from "./values.ts";

/** The rows of a table in which every one of the named columns has a value. */
export function completeRows(table: Table, names: readonly string[]): number[] {
  const columns = names.map((name) => column(table, name));
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) {
    if (columns.every((values) => !isMissing(values[row]))) rows.push(row);
  }
  return rows;
}

/** Records of the named columns alone, for the rows given, as JSON can carry them. */
export function records(
  table: Table,
  names: readonly string[],
  rows: readonly number[],
): Record<string, unknown>[] {
  const columns = [...new Set(names)].map((name) => [name, column(table, name)] as const);
  return rows.map((row) =>
    Object.fromEntries(columns.map(([name, values]) => [name, plain(values[row])])),
  );
}

/**
 * A sentence about rows that a chart leaves out for want of a value, or none.
 *
 * @throws RangeError when no row is left.
 */
export function missingNote(table: Table, names: readonly string[], kept: number): string[] {
  const left = table.length - kept;
  const which = [...new Set(names)].join(" or ");
  if (kept === 0)
    throw new RangeError(
      `There is nothing to plot: no row has a value in each of ${[...new Set(names)].join(", ")}.`,
    );
  if (left === 0) return [];
  return [`${count(left)} of ${count(table.length)} rows have no ${which} and are left out.`];
}

/** A whole number with thousands separated. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}
