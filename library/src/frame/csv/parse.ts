import { readFileSync } from "node:fs";
import pl from "nodejs-polars";
import type { ReadCSVOptions } from "./read.ts";
import { notUtf8 } from "./source.ts";
import { longRecord, openQuote, withoutBlankLines } from "./scan.ts";

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
  "sep" | "naValues" | "keepDefaultNa" | "nRows" | "decimal" | "parseDates" | "quoteChar"
> & {
  /** Whether the first record holds the names. */
  readonly header?: boolean;
  /** Records that come before all others. */
  readonly skipRows?: number;
  /** Whether cells beyond the last column are passed over. */
  readonly lenient?: boolean;
  /** Whether blank lines are passed over. */
  readonly skipBlankLines?: boolean;
  /** Columns, by their name in the file, whose texts are kept as they are. */
  readonly asText?: readonly string[] | "all";
};

type Source = string | Buffer;

function parse(source: Source, options: ParseOptions, inferRows: number): pl.DataFrame {
  const own = options.naValues ?? [];
  const texts = options.asText ?? [];
  return pl.readCSV(source, {
    sep: options.sep ?? ",",
    hasHeader: options.header ?? true,
    nullValues: options.keepDefaultNa === false ? [...own] : [...missingTexts, ...own],
    // Without any row to decide, every column is text.
    inferSchemaLength: texts === "all" ? 0 : inferRows,
    ...(options.quoteChar === undefined
      ? {}
      : { quoteChar: options.quoteChar ?? unusedCharacter(bytesOf(source)) }),
    // Where an empty cell is not missing, it is a text without letters.
    missingIsNull: options.keepDefaultNa !== false,
    decimalComma: options.decimal === ",",
    tryParseDates: options.parseDates === true,
    skipRows: options.skipRows ?? 0,
    truncateRaggedLines: options.lenient === true,
    ...(options.nRows === undefined ? {} : { nRows: options.nRows }),
    ...(texts === "all" || texts.length === 0
      ? {}
      : { dtypes: Object.fromEntries(texts.map((name) => [name, pl.Utf8])) }),
  });
}

const bytesOf = (source: Source): Buffer =>
  typeof source === "string" ? readFileSync(source) : source;

/** The engine has no way to say that quotes mean nothing: it is given one that the file does not have. */
function unusedCharacter(bytes: Buffer): string {
  const code = Array.from({ length: 31 }, (_, at) => at + 1).find(
    (byte) => byte !== 9 && byte !== 10 && byte !== 13 && !bytes.includes(byte),
  );
  return String.fromCharCode(code ?? 1);
}

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
export function namesInFile(source: Source, options: ParseOptions): string[] {
  try {
    return parse(source, { ...options, nRows: 1, asText: "all", lenient: true }, 0).columns;
  } catch (error) {
    throw explained(error as Error, source, options);
  }
}

/** A file as the engine's frame, its blank lines passed over. */
export function parseFile(source: Source, options: ParseOptions): pl.DataFrame {
  const sep = options.sep ?? ",";
  const quote = quoteByte(options.quoteChar);
  try {
    const frame = parseWithTypes(source, options);
    const columns = frame.getColumns();
    // A blank line shows as a row of missing cells; most files have a column without any.
    if (options.skipBlankLines === false || frame.height === 0) return frame;
    if (columns.some((column) => column.nullCount() === 0)) return frame;
    const bytes = bytesOf(source);
    const dense = withoutBlankLines(bytes, sep, quote);
    return dense.length === bytes.length ? frame : parseWithTypes(dense, options);
  } catch (error) {
    throw explained(error as Error, source, options);
  }
}

/** What the engine says about a file, in words of this package and with the line. */
function explained(error: Error, source: Source, { sep = ",", quoteChar }: ParseOptions): Error {
  const bytes = bytesOf(source);
  const quote = quoteByte(quoteChar);
  const reason =
    notUtf8(bytes) ??
    openQuote(bytes, quote) ??
    longRecord(bytes, sep, { quote }) ??
    error.message.split("\n")[0] ??
    "";
  return new Error(/malformed/u.test(reason) ? strayQuotes : reason, { cause: error });
}

const strayQuotes =
  "a cell has a quote in its middle; if quotes mean nothing in this file, say so: quoteChar: null.";

/** The byte of a quote character; undefined where quotes mean nothing. */
export const quoteByte = (quoteChar: string | null | undefined): number | undefined =>
  quoteChar === null ? undefined : (quoteChar ?? '"').charCodeAt(0);

/** pandas' names for the unnamed and the repeated. */
export function columnNames(
  read: readonly string[],
  options: { readonly names?: readonly string[]; readonly header?: boolean },
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
