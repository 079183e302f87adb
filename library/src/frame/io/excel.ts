import { readFileSync } from "node:fs";
import type * as Excel from "@e965/xlsx";
import { DataFrame } from "../data-frame/data-frame.ts";
import { type Cell, isDate, type Row, shown } from "../engine/cell.ts";
import type { DType } from "../engine/dtypes.ts";
import { nearest } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { existingFile, reading } from "./file.ts";

export interface ReadExcelOptions {
  /** Which sheet, by its name or its number from 0 (default the first). */
  readonly sheet?: string | number;
  /** Whether the first row holds the names. Default true; without, columns are `"0"`, `"1"`, … */
  readonly header?: boolean;
  /** Rows to skip before the header. Default 0. */
  readonly skipRows?: number;
  /** Types by column, where the one found from the values is not wanted. */
  readonly dtypes?: Readonly<Record<string, DType>>;
}

type Library = typeof Excel;
type Sheet = readonly (readonly unknown[])[];

/**
 * Reads a sheet of an Excel or OpenDocument workbook (`.xlsx`, `.xls`, `.ods`). Formulas give the values
 * that were saved with them; dates are taken as UTC. A column of mixed kinds becomes texts.
 *
 * @param path - A file, relative to the working folder (a notebook's own folder).
 * @throws Error naming the path, and the sheets there are where the one asked for is not.
 * @example
 * const marks = await readExcel<{ name: string; mark: number }>("marks.xlsx", { sheet: "May" });
 */
export async function readExcel<R extends object = Row>(
  path: string,
  options: ReadExcelOptions = {},
): Promise<DataFrame<R>> {
  checkOptions("readExcel", options, ["sheet", "header", "skipRows", "dtypes"]);
  const full = existingFile("readExcel", path, "a workbook");
  // Only who reads workbooks pays for the library.
  const excel = await import("@e965/xlsx");
  return reading(path, "a workbook", () => {
    const book = excel.read(readFileSync(full), { cellNF: true });
    const name = sheetName(book.SheetNames, options.sheet ?? 0);
    const epoch = book.Workbook?.WBProps?.date1904 ? epoch1904 : epoch1900;
    const rows = rowsOf(book.Sheets[name], excel, epoch);
    return frameOfRows<R>(rows.slice(options.skipRows ?? 0), options);
  });
}

/** Days are counted from here; workbooks of old Macintoshes count from 1904. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
const day = 86_400_000;

/** The rows that are not blank. The library's own conversion of dates cuts milliseconds off. */
function rowsOf(sheet: Excel.WorkSheet, { SSF, utils }: Library, epoch: number): Cell[][] {
  const formats = SSF as { is_date(format: string): boolean };
  const { s: start, e: end } = utils.decode_range(sheet["!ref"] ?? "A1:A1");
  const rows: Cell[][] = [];
  for (let r = start.r; r <= end.r; r += 1) {
    const row: Cell[] = [];
    for (let c = start.c; c <= end.c; c += 1) {
      const cell = sheet[utils.encode_cell({ r, c })] as Excel.CellObject | undefined;
      const isDay = cell?.t === "n" && typeof cell.z === "string" && formats.is_date(cell.z);
      const value = cell?.t === "e" ? null : ((cell?.v ?? null) as Cell);
      row.push(isDay ? new Date(epoch + Math.round((value as number) * day)) : value);
    }
    if (row.some((cell) => cell !== null && cell !== "")) rows.push(row);
  }
  return rows;
}

function sheetName(names: readonly string[], wanted: string | number): string {
  const found = typeof wanted === "number" ? names[wanted] : names.find((name) => name === wanted);
  if (found !== undefined) return found;
  const near = typeof wanted === "string" ? nearest(wanted, names) : [];
  const question = near.length > 0 ? ` Did you mean ${shown(near[0])}?` : "";
  throw new RangeError(
    `there is no sheet ${shown(wanted)}.${question} There are: ${names.join(", ")}.`,
  );
}

function frameOfRows<R extends object>(
  rows: Sheet,
  { header = true, dtypes = {} }: ReadExcelOptions,
): DataFrame<R> {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const heads = header ? (rows[0] ?? []) : [];
  const body = header ? rows.slice(1) : rows;
  const names = header
    ? uniqueNames(heads, width)
    : Array.from({ length: width }, (_, i) => String(i));
  const columns = names.map((name, at) => [name, oneKind(body.map((row) => row[at] as Cell))]);
  return new DataFrame<R>(Object.fromEntries(columns) as never, { dtypes });
}

/** pandas' names for the unnamed and the repeated. */
function uniqueNames(heads: readonly unknown[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => {
    const head = heads[at];
    const name = head === null || head === undefined ? `Unnamed: ${at}` : textOf(head);
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name}.${times}`;
  });
}

/** The cells as they are where they are of one kind, else all as texts: nothing is lost. */
function oneKind(cells: readonly Cell[]): Cell[] {
  const filled = cells.map((cell) => (cell === undefined || cell === "" ? null : cell));
  const kinds = new Set(
    filled.filter((cell) => cell !== null).map((cell) => (isDate(cell) ? "date" : typeof cell)),
  );
  if (kinds.size <= 1) return filled;
  return filled.map((cell) =>
    cell === null ? null : isDate(cell) ? cell.toISOString() : String(cell),
  );
}

const textOf = (cell: unknown): string => (isDate(cell) ? cell.toISOString() : String(cell));
