import { readFileSync } from "node:fs";
import pl from "nodejs-polars";
import type { ReadCSVOptions } from "./read.ts";
import { longRecord, withoutBlankLines } from "./scan.ts";

/** What pandas' `read_csv` counts as missing. */
export const missingTexts = [
  ...["", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN"],
  ...["<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null"],
];

/** Rows that decide the types at first; a file that contradicts them is read again as a whole. */
const sampleRows = 10_000;

/** The options that do not depend on the row type. */
export type ParseOptions = Pick<
  ReadCSVOptions,
  "sep" | "header" | "naValues" | "keepDefaultNa" | "nRows" | "skipRows" | "decimal" | "parseDates"
> & {
  /** Columns, by their name in the file, whose texts are kept as they are. */
  readonly asText?: readonly string[];
};

type Source = string | Buffer;

function parse(source: Source, options: ParseOptions, inferRows: number): pl.DataFrame {
  const own = options.naValues ?? [];
  const texts = options.asText ?? [];
  return pl.readCSV(source, {
    sep: options.sep ?? ",",
    hasHeader: options.header ?? true,
    nullValues: options.keepDefaultNa === false ? [...own] : [...missingTexts, ...own],
    inferSchemaLength: inferRows,
    decimalComma: options.decimal === ",",
    tryParseDates: options.parseDates === true,
    skipRows: options.skipRows ?? 0,
    truncateRaggedLines: false,
    ...(options.nRows === undefined ? {} : { nRows: options.nRows }),
    ...(texts.length === 0
      ? {}
      : { dtypes: Object.fromEntries(texts.map((name) => [name, pl.Utf8])) }),
  });
}

const bytesOf = (source: Source): Buffer =>
  typeof source === "string" ? readFileSync(source) : source;

/** The engine sets room aside for every row that is to decide, so their number must be true. */
function lineCount(source: Source): number {
  const bytes = bytesOf(source);
  let lines = 1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** The types of the first rows may not hold further down: then every row decides. */
function parseWithTypes(source: Source, options: ParseOptions): pl.DataFrame {
  try {
    const frame = parse(source, options, sampleRows);
    const misjudged =
      frame.height > sampleRows &&
      frame.getColumns().some((column) => column.head(sampleRows).nullCount() === sampleRows);
    return misjudged ? parse(source, options, lineCount(source)) : frame;
  } catch (first) {
    if (!/could not parse/u.test(String(first))) throw first;
    return parse(source, options, lineCount(source));
  }
}

/** Bytes of a CSV file as the engine's frame; of so many rows are the types found, null: of all. */
export const parseBytes = (
  bytes: Buffer,
  options: ParseOptions,
  inferRows: number | null,
): pl.DataFrame => parse(bytes, options, inferRows ?? lineCount(bytes));

/** The columns' names as the engine reads them. */
export const namesInFile = (path: string, options: ParseOptions): string[] =>
  parse(path, { ...options, nRows: 1 }, 1).columns;

/** A file as the engine's frame, its blank lines passed over. */
export function parseFile(path: string, options: ParseOptions): pl.DataFrame {
  const sep = options.sep ?? ",";
  try {
    const frame = parseWithTypes(path, options);
    const columns = frame.getColumns();
    // A blank line shows as a row of missing cells; most files have a column without any.
    if (frame.height === 0 || columns.some((column) => column.nullCount() === 0)) return frame;
    const bytes = readFileSync(path);
    const dense = withoutBlankLines(bytes, sep);
    return dense.length === bytes.length ? frame : parseWithTypes(dense, options);
  } catch (error) {
    if (!/more fields/u.test(String(error))) throw error;
    throw new Error(longRecord(readFileSync(path), sep) ?? String((error as Error).message), {
      cause: error,
    });
  }
}

/** pandas' names for the unnamed and the repeated. */
export function columnNames(
  read: readonly string[],
  options: Pick<ReadCSVOptions, "names" | "header">,
): string[] {
  if (options.names !== undefined) {
    if (options.names.length !== read.length) {
      throw new RangeError(
        `${options.names.length} names for the ${read.length} columns of the file.`,
      );
    }
    return [...options.names];
  }
  if (options.header === false) return read.map((_, position) => String(position));
  return read.map((name, position) =>
    name === ""
      ? `Unnamed: ${position}`
      : name.replace(/_duplicated_(\d+)$/u, (_, n: string) => `.${Number(n) + 1}`),
  );
}
