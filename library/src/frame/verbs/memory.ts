import pl from "nodejs-polars";
import { dtypeOf } from "../engine/dtypes.ts";

const widths: Readonly<Record<string, number>> = {
  date: 4,
  datetime: 8,
  boolean: 1 / 8,
  category: 4,
};

/**
 * About how many bytes a column takes in the engine: its width times its rows; of texts their UTF-8
 * bytes and 16 bytes a row, as Arrow's views have it. A bit a row marks what is missing.
 */
export function bytesOf(series: pl.Series): number {
  const dtype = dtypeOf(series);
  const marks = series.nullCount() > 0 ? Math.ceil(series.length / 8) : 0;
  if (dtype === "string") {
    const frame = pl.DataFrame([series.alias("x")]).select(pl.col("x").str.lengths());
    const characters = Number(frame.toSeries(0).sum() ?? 0);
    return characters + 16 * series.length + marks;
  }
  const digits = /\d+$/u.exec(dtype)?.[0];
  const width = widths[dtype] ?? (digits === undefined ? 16 : Number(digits) / 8);
  return Math.ceil(width * series.length) + marks;
}
