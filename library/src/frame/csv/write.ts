import { appendFileSync, writeFileSync } from "node:fs";
import { gzipSync, zstdCompressSync } from "node:zlib";
import pl from "nodejs-polars";
import { dtypeOf, isFloat } from "../engine/dtypes.ts";
import type { Table } from "../engine/table.ts";
import { resetIndex } from "../verbs/reset-index.ts";
import { selectColumns } from "../verbs/columns.ts";

export interface ToCSVOptions {
  /**
   * Where to write; names that end in `.gz` or `.zst` are packed. Without it nothing is written; the text
   * is returned either way.
   */
  readonly filePath?: string;
  /** Whether the text is written after what the file has. Default false. */
  readonly append?: boolean;
  /** What separates cells. Default `","`. */
  readonly sep?: string;
  /** Whether the first line holds the column names. Default true. */
  readonly header?: boolean;
  /** Whether the row labels are written as the first column. Default false. */
  readonly index?: boolean;
  /** Which columns to write, in this order. Default all. */
  readonly columns?: readonly string[];
  /** What is written for a missing value. Default nothing. */
  readonly naRep?: string;
  /** The decimal mark. Default `"."`. */
  readonly decimal?: "." | ",";
  /** Digits after the decimal mark of numbers that are not whole. Default as many as they need. */
  readonly floatPrecision?: number;
  /** How dates and times are written, in the letters of C's strftime. Default ISO 8601. */
  readonly dateFormat?: string;
  /** The character that quoted cells stand between. Default `'"'`. */
  readonly quoteChar?: string;
  /** What ends a line. Default `"\n"`. */
  readonly lineTerminator?: string;
}

export const toCSVOptionNames: readonly (keyof ToCSVOptions)[] = [
  ...(["filePath", "append", "sep", "header", "index", "columns", "naRep", "decimal"] as const),
  ...(["floatPrecision", "dateFormat", "quoteChar", "lineTerminator"] as const),
];

/** A table as CSV; cells with separators, quotes or line breaks are quoted. */
export function writeCSV(table: Table, options: ToCSVOptions): string {
  const { filePath, columns } = options;
  const labelled = options.index === true ? resetIndex(table).data : table.data;
  const labels = options.index === true ? labelled.columns.slice(0, 1) : [];
  const data = columns === undefined ? labelled : selectColumns(labelled, [...labels, ...columns]);
  if (data.width === 0) return "\n";
  // A line with nothing at all would read as a blank line, not as a missing cell.
  const missing = options.naRep ?? (data.width === 1 ? '""' : "");
  const given = Object.fromEntries(
    Object.entries({
      floatPrecision: options.floatPrecision,
      dateFormat: options.dateFormat,
      datetimeFormat: options.dateFormat,
      quoteChar: options.quoteChar,
      lineTerminator: options.lineTerminator,
    }).filter(([, value]) => value !== undefined),
  );
  const text = withDecimals(data, options)
    .writeCSV({
      separator: options.sep ?? ",",
      includeHeader: options.header ?? true,
      nullValue: missing,
      ...given,
    })
    .toString("utf8");
  if (filePath !== undefined) {
    const write = options.append === true ? appendFileSync : writeFileSync;
    write(filePath, packed(filePath, text));
  }
  return text;
}

/** Numbers with a decimal comma as texts: the engine passes that wish over. */
function withDecimals(data: pl.DataFrame, { decimal, floatPrecision }: ToCSVOptions): pl.DataFrame {
  if (decimal !== ",") return data;
  const columns = data.getColumns().map((series) => {
    if (!isFloat(dtypeOf(series))) return series;
    const texts =
      floatPrecision === undefined
        ? (series.cast(pl.Utf8).toArray() as (string | null)[])
        : (series.toArray() as (number | null)[]).map((x) => x?.toFixed(floatPrecision) ?? null);
    const commas = texts.map((text) => text?.replace(".", ",") ?? null);
    return pl.Series(series.name, commas, pl.Utf8);
  });
  return pl.DataFrame(columns);
}

function packed(path: string, text: string): string | Buffer {
  if (/\.gz$/iu.test(path)) return gzipSync(text);
  return /\.zst$/iu.test(path) ? zstdCompressSync(text) : text;
}
