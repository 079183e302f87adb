/**
 * Files larger than the memory, read a piece at a time.
 *
 * @module
 */
import type { Row } from "../engine/cell.ts";
import { Scan } from "./scan.ts";
import { openSource } from "./source/open.ts";
import type { ScanOptions } from "./source/options.ts";

/**
 * Opens CSV, NDJSON or Parquet files that may be larger than the memory. Steps such as `filter` and
 * `groupby` are done piece by piece when `collect`, `chunks` or a `sink` reads the files. The types of a
 * CSV or NDJSON file are found from its beginning; where it goes on otherwise, it is read again.
 *
 * @param path - A file, a pattern such as `"flights/*.csv"`, or several files of the same columns.
 * @throws Error naming the full path where there is no such file, or the line that is malformed.
 * @example
 * const trips = await scan<{ city: string; price: number }>("trips.csv");
 * const means = await trips.filter(({ price }) => price.gt(0)).groupby("city").agg({ price: "mean" }).collect();
 */
export async function scan<R extends object = Row>(
  path: string | readonly string[],
  options: ScanOptions<R> = {},
): Promise<Scan<R>> {
  return new Scan<R>(await openSource(path, options), []);
}

export { Scan } from "./scan.ts";
export { type ScanAggregated, type ScanAggregationSpec, ScanGroupBy } from "./group-by.ts";
export type { ScanAggregation } from "./groups.ts";
export type { ScanOptions } from "./source/options.ts";
