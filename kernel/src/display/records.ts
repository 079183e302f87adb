import { isPlain } from "./prune.ts";
import { representTable } from "./table.ts";
import type { DisplayData } from "./types.ts";

/** Longer arrays are looked at in this many evenly spaced rows to find their columns. */
const MAX_SCANNED = 100_000;
const displayMethod = Symbol.for("Jupyter.display");

/** An array of plain objects as a table; its columns are the keys in order of appearance. */
export function representRecords(value: unknown): DisplayData | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows: unknown[] = value;
  const columns = findColumns(rows);
  if (!columns) return undefined;
  return representTable({
    columns,
    rowCount: rows.length,
    cell: (row, column) => {
      const record = rows[row];
      return isPlain(record) ? record[columns[column] ?? ""] : record;
    },
  });
}

/** The keys of the rows, or `undefined` where a row is no plain object or no row has a key. */
function findColumns(rows: unknown[]): string[] | undefined {
  const columns = new Set<string>();
  const step = Math.max(1, Math.ceil(rows.length / MAX_SCANNED));
  for (let i = 0; i < rows.length; i += step) {
    const row = rows[i];
    if (!isPlain(row) || displayMethod in row) return undefined;
    for (const key in row) columns.add(key);
  }
  return columns.size > 0 ? [...columns] : undefined;
}
