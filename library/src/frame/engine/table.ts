import pl from "nodejs-polars";
import { unknownColumn } from "./names.ts";

/** A frame's state: the engine's frame, and the row labels where the user gave any. */
export interface Table {
  readonly data: pl.DataFrame;
  readonly index: pl.Series | undefined;
}

/** A name that no CSV header or property can sensibly have. */
const indexName = "\u0000index";

/**
 * Runs an operation on whole rows with the labels travelling along as one more, last column.
 * Column positions stay what they were.
 */
export function onRows(table: Table, operate: (frame: pl.DataFrame) => pl.DataFrame): Table {
  if (table.index === undefined) return { data: operate(table.data), index: undefined };
  const wide = operate(table.data.withColumn(table.index.alias(indexName)));
  return {
    data: wide.drop(indexName),
    index: wide.getColumn(indexName).alias(table.index.name),
  };
}

/** The rows at these positions, in this order. */
export function takeRows(table: Table, positions: ArrayLike<number>): Table {
  const at = pl.Series("at", Uint32Array.from(positions));
  return onRows(table, (frame) => frame.select(pl.all().gather(at)));
}

/** A run of rows; `length` is cut at the end of the table. */
export const sliceRows = (table: Table, start: number, length: number): Table =>
  onRows(table, (frame) => frame.slice(start, length));

/** The rows where a boolean column is true; missing counts as false. */
export const filterRows = (table: Table, mask: pl.Series): Table =>
  onRows(table, (frame) => frame.filter(mask));

/**
 * A column as an expression, by position: the engine reads a name such as `*` or `^a.*$` as a
 * pattern over names.
 */
export function expression(frame: pl.DataFrame, name: string): pl.Expr {
  const position = frame.columns.indexOf(name);
  if (position < 0) throw unknownColumn(name, frame.columns);
  return pl.nth(position);
}

/** A column of the engine's frame, or the error that suggests the nearest names. */
export function columnOf(frame: pl.DataFrame, name: string): pl.Series {
  if (!frame.columns.includes(name)) throw unknownColumn(name, frame.columns);
  return frame.getColumn(name);
}
