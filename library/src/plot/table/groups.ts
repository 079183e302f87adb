import { column } from "./read.ts";
import type { Table } from "./read.ts";
import { plain } from "./values.ts";

/** The rows that share the values of some columns. */
export interface RowGroup {
  /** The shared values by column, as JSON can carry them. */
  readonly keys: Readonly<Record<string, number | string | boolean | null>>;
  readonly members: readonly number[];
}

/** The rows grouped by the values of columns, in the order in which groups are first met. */
export function groupRows(
  table: Table,
  rows: readonly number[],
  names: readonly string[],
): RowGroup[] {
  const columns = names.map((name) => [name, column(table, name)] as const);
  const keysOf = (row: number) => columns.map(([, values]) => plain(values[row]));
  const groups = Map.groupBy(rows, (row) => JSON.stringify(keysOf(row)));
  return [...groups.values()].map((members) => ({
    keys: Object.fromEntries(
      columns.map(([name, values]) => [name, plain(values[members[0] ?? 0])]),
    ),
    members,
  }));
}
