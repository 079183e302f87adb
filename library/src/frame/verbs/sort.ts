import { expression, onRows, type Table } from "../engine/table.ts";
import { knownColumns } from "../engine/names.ts";

export interface SortOptions {
  /** Default true; one for every key, or one for all. */
  readonly ascending?: boolean | readonly boolean[];
  /** Where missing keys go. Default `"last"`, in either direction. */
  readonly naPosition?: "first" | "last";
}

/** Rows in the order of their keys; rows of equal keys keep their order. */
export function sortRows(table: Table, by: readonly string[], options: SortOptions): Table {
  const keys = knownColumns(by, table.data.columns);
  if (keys.length === 0) throw new RangeError("sortValues needs at least one column to sort by.");
  const { ascending = true, naPosition = "last" } = options;
  const directions = typeof ascending === "boolean" ? keys.map(() => ascending) : [...ascending];
  if (directions.length !== keys.length) {
    throw new RangeError(
      `${keys.length} sort keys, but ${directions.length} directions in ascending.`,
    );
  }
  return onRows(table, (frame) =>
    frame.sort({
      by: keys.map((name) => expression(frame, name)),
      descending: directions.map((up) => !up),
      nullsLast: naPosition === "last",
      maintainOrder: true,
    }),
  );
}

/** One column in order. */
export function sortOne(table: Table, options: SortOptions): Table {
  return sortRows(table, table.data.columns.slice(0, 1), options);
}
