import type { DataFrame } from "../data-frame/data-frame.ts";
import { type Name, type Row, shown } from "../engine/cell.ts";
import type { DType } from "../engine/dtypes.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns, unknownColumn } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { readingAsync } from "../io/file.ts";
import { setIndex } from "../verbs/reset-index.ts";
import { columnNames, namesInFile, parseFile, type ParseOptions, quoteByte } from "./parse.ts";
import { preparedLines } from "./prepare.ts";
import { settleTypes } from "./settle.ts";
import { asUtf8, bytesOf, type CSVSource, needsDecoding, pathOf, titleOf } from "./source.ts";

/** Options of {@link readCSV}. */
export interface ReadCSVOptions<R extends object = Row> {
  /** What separates cells. Default `","`. */
  readonly sep?: string;
  /**
   * Whether the first record holds the names, or which one does, from 0; those before it are left out.
   * Default true; without names (false or null), columns are `"0"`, `"1"`, …
   */
  readonly header?: boolean | number | null;
  /** Names to use instead of the header's. */
  readonly names?: readonly Name<R>[];
  /** Which columns to read, in this order. Default all. */
  readonly columns?: readonly Name<R>[];
  /** Which columns to read, in the order of the file: names, positions from 0, or a test of the name. */
  readonly usecols?: readonly (Name<R> | number)[] | ((name: string) => boolean);
  /** Types by column, or one for all, where the one found in the file is not wanted. */
  readonly dtypes?: DType | Readonly<Partial<Record<Name<R>, DType>>>;
  /** Texts that mean missing, beside the usual ones (empty, NA, N/A, NaN, null, None, …). */
  readonly naValues?: readonly string[];
  /** Whether the usual texts mean missing too. Default true. */
  readonly keepDefaultNa?: boolean;
  /** Texts that mean true beside True, where a column has nothing but such and false ones. */
  readonly trueValues?: readonly string[];
  /** Texts that mean false beside False. */
  readonly falseValues?: readonly string[];
  /** How many rows to read. Default all. */
  readonly nRows?: number;
  /** Records to skip before the header: how many, or which ones, from 0. Default none. */
  readonly skipRows?: number | readonly number[];
  /** Records to leave out at the end. Default 0. */
  readonly skipFooter?: number;
  /** Whether blank lines are passed over; otherwise they are rows without values. Default true. */
  readonly skipBlankLines?: boolean;
  /** The character after which the rest of a line is a comment. Default none. */
  readonly comment?: string;
  /** The character that cells with separators stand between, null for none. Default `'"'`. */
  readonly quoteChar?: string | null;
  /** The decimal mark. Default `"."`. */
  readonly decimal?: "." | ",";
  /** The mark between thousands. Default none. */
  readonly thousands?: string;
  /** The encoding: `"utf-8"` (default), `"latin1"`, `"windows-1252"`, `"utf-16"`, … */
  readonly encoding?: string;
  /** Lines with too many cells: an error (default), left out, or left out with a warning. */
  readonly onBadLines?: "error" | "skip" | "warn";
  /** Columns to read as dates, or true for every column whose texts are ISO dates. Default none. */
  readonly parseDates?: boolean | readonly Name<R>[];
  /** The column that becomes the row labels, by name or position. Default none. */
  readonly indexCol?: Name<R> | number;
}

const optionNames: readonly (keyof ReadCSVOptions)[] = [
  ...(["sep", "header", "names", "columns", "usecols", "dtypes", "naValues"] as const),
  ...(["keepDefaultNa", "trueValues", "falseValues", "nRows", "skipRows", "skipFooter"] as const),
  ...(["skipBlankLines", "comment", "quoteChar", "decimal", "thousands", "encoding"] as const),
  ...(["onBadLines", "parseDates", "indexCol"] as const),
];

/**
 * Reads a CSV file. Types are found from the values of the whole file: int64, float64, boolean or
 * string. Missing values are null in every type, so integers with gaps stay integers. Files larger than
 * the memory are read piece by piece by {@link scan}.
 *
 * @param source - A file, relative to the working folder (a notebook's own folder), plain or packed by
 *   gzip or Zstandard; or an `http` address, the bytes, or a response of `fetch`.
 * @throws Error naming the full path when there is no such file, or the line that is malformed.
 * @example
 * const penguins = await readCSV<{ species: string; mass: number | null }>("penguins.csv");
 * const prices = await readCSV("preise.csv", { sep: ";", decimal: ",", thousands: ".", encoding: "latin1" });
 */
export async function readCSV<R extends object = Row>(
  source: CSVSource,
  options: ReadCSVOptions<NoInfer<R>> = {},
): Promise<DataFrame<R>> {
  checkCSVOptions(options);
  const path = pathOf(source);
  return readingAsync(titleOf(source), "CSV", async () => {
    const plain = path !== undefined && !needsDecoding(path) && !needsBytes(options);
    const raw = plain ? path : asUtf8(await bytesOf(source, path), options.encoding);
    const bytes = typeof raw === "string" || !needsLines(options) ? raw : wantedLines(raw, options);
    const parsing = parsingOf(options, bytes !== raw);
    const inFile = namesInFile(bytes, parsing);
    const names = columnNames(inFile, { ...parsing, ...given("names", options.names) });
    const dtypes = typesOf(options, names);
    const asText = inFile.filter((_, at) =>
      /^(?:string|category)$/u.test(dtypes[names[at] ?? ""] ?? ""),
    );
    const frame = parseFile(bytes, {
      ...parsing,
      asText: options.thousands === undefined ? asText : "all",
    });
    frame.columns = names;
    const chosen = chosenColumns(names, options);
    const settled = settleTypes(frame.select(...chosen), {
      ...options,
      dtypes: only(dtypes, chosen),
    });
    // Read in parallel, a column lies in many pieces; in one it is gathered several times faster.
    const table = { data: settled.rechunk(), index: undefined };
    const { indexCol } = options;
    if (indexCol === undefined) return frameOf(table);
    return frameOf(setIndex(table, byPosition(indexCol, chosen)));
  });
}

const needsBytes = (options: ReadCSVOptions<never>): boolean =>
  options.encoding !== undefined || needsLines(options);

/** Whether lines are left out or changed before the engine reads the cells. */
const needsLines = ({ header, skipRows, skipFooter, comment, onBadLines }: ReadCSVOptions<never>) =>
  typeof header === "number" ||
  Array.isArray(skipRows) ||
  (skipFooter ?? 0) > 0 ||
  comment !== undefined ||
  (onBadLines ?? "error") !== "error";

const wantedLines = (bytes: Buffer, options: ReadCSVOptions<never>): Buffer =>
  preparedLines(bytes, {
    sep: options.sep ?? ",",
    quote: quoteByte(options.quoteChar),
    comment: options.comment,
    before: typeof options.header === "number" ? options.header : 0,
    skipRows: options.skipRows ?? 0,
    skipFooter: options.skipFooter ?? 0,
    badLines: options.onBadLines ?? "error",
    warn: (message) => console.warn(`readCSV: ${message}`),
  });

/** What the engine is told; where the lines were chosen before, there is nothing to skip. */
function parsingOf(options: ReadCSVOptions<never>, chosen: boolean): ParseOptions {
  const { sep, naValues, keepDefaultNa, nRows, decimal, quoteChar, skipBlankLines } = options;
  return {
    header: options.header !== false && options.header !== null,
    skipRows: chosen || typeof options.skipRows !== "number" ? 0 : options.skipRows,
    parseDates: options.parseDates === true,
    ...given("sep", sep),
    ...given("naValues", naValues),
    ...given("keepDefaultNa", keepDefaultNa),
    ...given("nRows", nRows),
    ...given("decimal", decimal),
    ...given("quoteChar", quoteChar),
    ...given("skipBlankLines", skipBlankLines),
  };
}

const given = <K extends string, V>(name: K, value: V | undefined): { readonly [N in K]?: V } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [N in K]?: V };

type Types = Readonly<Partial<Record<string, DType>>>;

/** The types asked for, by column. */
function typesOf(options: ReadCSVOptions<never>, names: readonly string[]): Types {
  const { dtypes } = options;
  if (typeof dtypes === "string") return Object.fromEntries(names.map((name) => [name, dtypes]));
  knownColumns(Object.keys(dtypes ?? {}), names);
  return dtypes ?? {};
}

const only = (dtypes: Types, names: readonly string[]): Types =>
  Object.fromEntries(Object.entries(dtypes).filter(([name]) => names.includes(name)));

function chosenColumns(names: readonly string[], options: ReadCSVOptions<never>): string[] {
  const { columns, usecols } = options as ReadCSVOptions;
  if (columns !== undefined) return knownColumns(columns, names);
  if (usecols === undefined) return [...names];
  if (typeof usecols === "function") return names.filter((name) => usecols(name));
  const wanted = new Set(usecols.map((one) => byPosition(one, names)));
  return names.filter((name) => wanted.has(name));
}

/** The name of a column that is given by its name or its position. */
function byPosition(column: string | number, names: readonly string[]): string {
  const name = typeof column === "number" ? names[column] : column;
  if (name === undefined || !names.includes(name)) throw unknownColumn(column, names);
  return name;
}

function checkCSVOptions(options: ReadCSVOptions<never>): void {
  if (Object.hasOwn(options, "chunkSize") || Object.hasOwn(options, "chunks")) {
    throw new TypeError(
      "readCSV reads whole files; for pieces: for await (const piece of (await scan(path)).chunks({ rows: 10_000 })).",
    );
  }
  checkOptions("readCSV", options, optionNames);
  oneCharacter("sep", options.sep);
  oneCharacter("quoteChar", options.quoteChar);
  oneCharacter("comment", options.comment);
  oneCharacter("thousands", options.thousands);
  if (options.thousands !== undefined && options.thousands === (options.decimal ?? ".")) {
    throw new RangeError(
      `thousands and decimal are both ${shown(options.thousands)}; say which other mark stands before the decimals: decimal: ",".`,
    );
  }
  const { onBadLines = "error" } = options;
  if (!["error", "skip", "warn"].includes(onBadLines)) {
    throw new RangeError(`onBadLines is "error", "skip" or "warn"; got ${shown(onBadLines)}.`);
  }
  for (const name of ["nRows", "skipFooter", "skipRows", "header"] as const) {
    const value = options[name];
    if (typeof value !== "number" || (Number.isInteger(value) && value >= 0)) continue;
    throw new RangeError(`${name} is a whole number, 0 or more; got ${value}.`);
  }
}

function oneCharacter(name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value === "string" && value.length === 1 && value.charCodeAt(0) < 128) return;
  throw new RangeError(`${name} is one ASCII character; got ${shown(value)}.`);
}
