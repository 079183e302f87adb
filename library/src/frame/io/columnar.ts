import { readFileSync } from "node:fs";
import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { adopt } from "../engine/adopt.ts";
import type { Name, Row } from "../engine/cell.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
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
  return frameOf(adopt(whole.select(...names).head(options.nRows ?? whole.height)));
}
