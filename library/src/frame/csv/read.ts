import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Name, Row } from "../engine/cell.ts";
import type { DType } from "../engine/dtypes.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { existingFile, reading } from "../io/file.ts";
import { columnNames, namesInFile, parseFile, type ParseOptions } from "./parse.ts";
import { settleTypes } from "./settle.ts";

/** Options of {@link readCSV}. */
export interface ReadCSVOptions<R extends object = Row> {
  /** What separates cells. Default `","`. */
  readonly sep?: string;
  /** Whether the first row holds the names. Default true; without, columns are `"0"`, `"1"`, … */
  readonly header?: boolean;
  /** Names to use instead of the header's. */
  readonly names?: readonly Name<R>[];
  /** Which columns to read, in this order. Default all. */
  readonly columns?: readonly Name<R>[];
  /** Types by column, where the one found in the file is not wanted. */
  readonly dtypes?: Readonly<Partial<Record<Name<R>, DType>>>;
  /** Texts that mean missing, beside the usual ones (empty, NA, N/A, NaN, null, None, …). */
  readonly naValues?: readonly string[];
  /** Whether the usual texts mean missing too. Default true. */
  readonly keepDefaultNa?: boolean;
  /** How many rows to read. Default all. */
  readonly nRows?: number;
  /** Lines to skip before the header. Default 0. */
  readonly skipRows?: number;
  /** The decimal mark. Default `"."`. */
  readonly decimal?: "." | ",";
  /** Columns to read as dates, or true for every column whose texts are ISO dates. Default none. */
  readonly parseDates?: boolean | readonly Name<R>[];
}

const optionNames: readonly (keyof ReadCSVOptions)[] = [
  "sep",
  "header",
  "names",
  "columns",
  "dtypes",
  "naValues",
  "keepDefaultNa",
  "nRows",
  "skipRows",
  "decimal",
  "parseDates",
];

/**
 * Reads a CSV file. Types are found from the values of the whole file: int64, float64, boolean or
 * string. Missing values are null in every type, so integers with gaps stay integers.
 *
 * @param path - A file, relative to the working folder (a notebook's own folder).
 * @throws Error naming the full path when there is no such file, or the line that is malformed.
 * @example
 * const penguins = await readCSV<{ species: string; mass: number | null }>("penguins.csv");
 */
export async function readCSV<R extends object = Row>(
  path: string,
  options: ReadCSVOptions<R> = {},
): Promise<DataFrame<R>> {
  checkOptions("readCSV", options, optionNames);
  const full = existingFile("readCSV", path, "a CSV file");
  let frame = reading(path, "CSV", () =>
    parseFile(full, { ...parsing(options), asText: textColumns(full, options) }),
  );
  frame.columns = columnNames(frame.columns, options);
  if (options.columns !== undefined) {
    frame = frame.select(...knownColumns(options.columns, frame.columns));
  }
  // Read in parallel, a column lies in many pieces; in one it is gathered several times faster.
  return frameOf({ data: settleTypes(frame, options).rechunk(), index: undefined });
}

function parsing<R extends object>(options: ReadCSVOptions<R>): ParseOptions {
  const { sep, header, naValues, keepDefaultNa, nRows, skipRows, decimal, parseDates } = options;
  return Object.fromEntries(
    Object.entries({
      sep,
      header,
      naValues,
      keepDefaultNa,
      nRows,
      skipRows,
      decimal,
      parseDates,
    }).filter(([, value]) => value !== undefined),
  );
}

/** Columns wished for as texts must be read as texts: as numbers `00501` would lose its zeros. */
function textColumns<R extends object>(full: string, options: ReadCSVOptions<R>): string[] {
  const wished = Object.entries(options.dtypes ?? {})
    .filter(([, dtype]) => dtype === "string" || dtype === "category")
    .map(([name]) => name);
  if (wished.length === 0) return [];
  const inFile = namesInFile(full, parsing(options));
  const names = columnNames(inFile, options);
  return inFile.filter((_, position) => wished.includes(names[position] ?? ""));
}
