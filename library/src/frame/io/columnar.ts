import { readFileSync } from "node:fs";
import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Name, Row } from "../engine/cell.ts";
import { variantOf } from "../engine/dtypes.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { nanToNull } from "../engine/to-engine.ts";
import { arrowTable } from "./arrow-bytes.ts";
import { existingFile, reading } from "./file.ts";

export interface ReadColumnarOptions<R extends object = Row> {
  /** Which columns to read, in this order. Default all. */
  readonly columns?: readonly Name<R>[];
  /** How many rows to read. Default all. */
  readonly nRows?: number;
}

/**
 * Reads a Parquet file. Types are the file's own; NaN is missing, decimals become float64.
 *
 * @param path - A file, relative to the working folder (a notebook's own folder).
 * @throws Error naming the full path when there is no such file, or what is wrong with it.
 * @example
 * const flights = await readParquet<{ delay: number }>("flights.parquet", { columns: ["delay"] });
 */
export function readParquet<R extends object = Row>(
  path: string,
  options: ReadColumnarOptions<R> = {},
): Promise<DataFrame<R>> {
  return readColumnar("readParquet", "Parquet", path, options, (full) =>
    // Given a path, the engine goes by its ending.
    pl.readParquet(readFileSync(full)),
  );
}

/**
 * Reads an Arrow IPC file (also known as Feather version 2), or an Arrow IPC stream.
 *
 * @throws Error naming the full path when there is no such file, or what is wrong with it.
 * @example
 * const flights = await readArrow<{ delay: number }>("flights.arrow");
 */
export function readArrow<R extends object = Row>(
  path: string,
  options: ReadColumnarOptions<R> = {},
): Promise<DataFrame<R>> {
  return readColumnar("readArrow", "Arrow", path, options, (full) =>
    arrowTable(readFileSync(full)),
  );
}

async function readColumnar<R extends object>(
  verb: string,
  format: string,
  path: string,
  options: ReadColumnarOptions<R>,
  read: (full: string) => pl.DataFrame,
): Promise<DataFrame<R>> {
  checkOptions(verb, options, ["columns", "nRows"]);
  const full = existingFile(verb, path, `a file in ${format}`);
  const whole = reading(path, format, () => read(full));
  const names = knownColumns(options.columns ?? whole.columns, whole.columns);
  const columns = whole
    .select(...names)
    .head(options.nRows ?? whole.height)
    .getColumns();
  return frameOf({ data: pl.DataFrame(columns.map(settled)).rechunk(), index: undefined });
}

function settled(series: pl.Series): pl.Series {
  const variant = variantOf(series);
  if (variant === "Decimal") return series.cast(pl.Float64);
  // Nanoseconds do not fit the numbers of JavaScript: the last millisecond would be cut off.
  return variant === "Datetime" ? series.cast(pl.Datetime("ms")) : nanToNull(series);
}
