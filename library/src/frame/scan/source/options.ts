import type { ReadCSVOptions } from "../../csv/read.ts";
import type { Name, Row } from "../../engine/cell.ts";
import type { DType } from "../../engine/dtypes.ts";

/** Options of {@link scan}. Those of CSV files mean what they mean in {@link readCSV}. */
export interface ScanOptions<R extends object = Row> extends Pick<
  ReadCSVOptions<R>,
  "sep" | "names" | "naValues" | "keepDefaultNa" | "decimal"
> {
  /** Whether the first record of each CSV file holds the names. Default true. */
  readonly header?: boolean;
  /** What the files are. Default: by their ending, `.gz` and `.zst` aside. */
  readonly format?: "csv" | "ndjson" | "parquet";
  /** Types by column, where the one found in the files is not wanted. CSV and NDJSON. */
  readonly dtypes?: Readonly<Partial<Record<Name<R>, DType>>>;
  /** Columns of a CSV file to read as dates. Default none. */
  readonly parseDates?: readonly Name<R>[];
  /** How much of a CSV or NDJSON file is in memory at a time, in bytes. Default 8 MiB. */
  readonly blockBytes?: number;
}

export const scanOptionNames: readonly (keyof ScanOptions)[] = [
  "sep",
  "header",
  "names",
  "naValues",
  "keepDefaultNa",
  "decimal",
  "format",
  "dtypes",
  "parseDates",
  "blockBytes",
];

export const defaultBlockBytes = 8 * 1024 * 1024;
