import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import type { Table } from "../engine/table.ts";
import type { Series } from "../series/series.ts";
import type { ColumnLike } from "./rows.ts";

/** A frame whose every column holds numbers. */
export type Numbers<R> = { [K in keyof R]: number | null };

/** The frame of what a verb of columns makes of each column; names and row labels stay. */
export function eachColumn<R extends object>(
  table: Table,
  operate: (column: Series<number | null>) => ColumnLike,
): DataFrame<R> {
  const columns = table.data
    .getColumns()
    .map((one) => operate(seriesOf(one, table.index)).data.alias(one.name));
  return frameOf({ data: pl.DataFrame(columns), index: table.index });
}
