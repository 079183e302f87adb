import pl from "nodejs-polars";
import { dtypeOf } from "../../engine/dtypes.ts";
import { columnOf, onRows, type Table } from "../../engine/table.ts";

/** One row for each item of a column: of its lists, or of its texts between separators. */
export function explode(table: Table, column: string, sep: string | undefined): Table {
  const series = columnOf(table.data, column);
  const dtype = dtypeOf(series);
  const isText = dtype === "string" || dtype === "category";
  if (sep === undefined ? dtype !== "object" : !isText) {
    throw new TypeError(
      sep === undefined
        ? `explode: column ${JSON.stringify(column)} is ${dtype} and has no lists; for texts say where they part: { sep: "," }.`
        : `explode: sep parts texts, but column ${JSON.stringify(column)} is ${dtype}.`,
    );
  }
  if (table.data.height === 0) return table;
  const position = table.data.columns.indexOf(column);
  const lists =
    sep === undefined
      ? series
      : pl
          .DataFrame([series.cast(pl.Utf8).alias("x")])
          .select(pl.col("x").str.split(sep))
          .toSeries(0)
          .alias(column);
  return onRows({ data: table.data.withColumn(lists), index: table.index }, (frame) =>
    frame.explode(pl.nth(position)),
  );
}
