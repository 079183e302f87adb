import pl from "nodejs-polars";
import { countingSort } from "../engine/counting-sort.ts";
import { typedColumn } from "../engine/light/index.ts";
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
  const nullsLast = naPosition === "last";
  const [only = "", ...more] = keys;
  return onRows(table, (frame) => {
    if (more.length > 0) {
      const rows = orderOf(frame, keys, directions, nullsLast);
      return frame.select(pl.all().gather(rows));
    }
    const descending = directions[0] === false;
    return frame.sort({
      by: [expression(frame, only)],
      descending,
      nullsLast,
      maintainOrder: true,
    });
  });
}

/**
 * The positions of the rows in order, by one stable sort a key from the last key to the first: with
 * two keys of numbers a million rows take half the time of the engine's own sort by several keys.
 */
function orderOf(
  frame: pl.DataFrame,
  keys: readonly string[],
  directions: readonly boolean[],
  nullsLast: boolean,
): pl.Series {
  const numbered = new Uint32Array(frame.height);
  for (let row = 0; row < numbered.length; row += 1) numbered[row] = row;
  let rows: pl.Series = typedColumn("rows", numbered);
  keys.toReversed().forEach((name, turn) => {
    const key = frame.select(expression(frame, name).alias("key")).toSeries(0);
    const descending = directions[keys.length - 1 - turn] === false;
    const counted = countingSort(key, rows, descending);
    if (counted !== undefined) {
      rows = counted;
      return;
    }
    const inOrder: pl.Series =
      turn === 0 ? key : pl.DataFrame([key]).select(pl.col("key").gather(rows)).toSeries(0);
    rows = pl
      .DataFrame([inOrder, rows])
      .sort({
        by: [pl.col("key")],
        descending,
        nullsLast,
        maintainOrder: true,
      })
      .getColumn("rows");
  });
  return rows;
}

/** One column in order. */
export function sortOne(table: Table, options: SortOptions): Table {
  return sortRows(table, table.data.columns.slice(0, 1), options);
}
