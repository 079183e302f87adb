import { writeFileSync } from "node:fs";
import type { Table } from "../engine/table.ts";
import { resetIndex } from "../verbs/reset-index.ts";

export interface ToCSVOptions {
  /** Where to write. Without it nothing is written; the text is returned either way. */
  readonly filePath?: string;
  /** What separates cells. Default `","`. */
  readonly sep?: string;
  /** Whether the first line holds the column names. Default true. */
  readonly header?: boolean;
  /** Whether the row labels are written as the first column. Default false. */
  readonly index?: boolean;
  /** What is written for a missing value. Default nothing. */
  readonly naRep?: string;
}

/** A table as CSV; cells with separators, quotes or line breaks are quoted. */
export function writeCSV(table: Table, options: ToCSVOptions): string {
  const { data } = options.index === true ? resetIndex(table) : table;
  if (data.width === 0) return "\n";
  // A line with nothing at all would read as a blank line, not as a missing cell.
  const missing = options.naRep ?? (data.width === 1 ? '""' : "");
  const text = data
    .writeCSV({
      separator: options.sep ?? ",",
      includeHeader: options.header ?? true,
      nullValue: missing,
    })
    .toString("utf8");
  if (options.filePath !== undefined) writeFileSync(options.filePath, text);
  return text;
}
