import { unknownColumn } from "../../frame/engine/names.ts";
import { describe, type Table } from "../matrix/index.ts";
import { type ColumnSelector, selectedBy } from "./column-selector.ts";

/**
 * Columns by name, by position (negative from the end), by a selector, or by a function of the table's
 * names. A single name or position hands the column over as a list of cells, as text vectorizers take it.
 */
export type ColumnsWanted =
  | string
  | number
  | readonly (string | number)[]
  | ColumnSelector
  | ((names: readonly string[]) => readonly (string | number)[]);

/** The positions of the wanted columns. @throws RangeError for one that is not there. */
export function wantedColumns(wanted: ColumnsWanted, table: Table, who: string): number[] {
  if (typeof wanted === "string" || typeof wanted === "number") return [place(wanted, table, who)];
  if (typeof wanted === "function") return wantedColumns([...wanted(table.columns)], table, who);
  if (Array.isArray(wanted)) return wanted.map((one: string | number) => place(one, table, who));
  if (typeof wanted === "object" && wanted !== null)
    return selectedBy(wanted as ColumnSelector, table);
  throw new TypeError(
    `${who}: columns are names, positions or a columnSelector; it received ${describe(wanted)}.`,
  );
}

function place(wanted: string | number, table: Table, who: string): number {
  const { columns } = table;
  if (typeof wanted === "string") {
    const at = columns.indexOf(wanted);
    if (at < 0) throw unknownColumn(wanted, columns);
    return at;
  }
  const at = wanted < 0 ? columns.length + wanted : wanted;
  if (Number.isInteger(at) && at >= 0 && at < columns.length) return at;
  throw new RangeError(
    `${who}: there is no column at position ${wanted}; there are ${columns.length}.`,
  );
}
