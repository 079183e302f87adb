import { readFileSync } from "node:fs";
import { DataFrame } from "../data-frame/data-frame.ts";
import { type Cell, type Name, type Row, shown } from "../engine/cell.ts";
import type { DType } from "../engine/dtypes.ts";
import { checkOptions } from "../engine/options.ts";
import { existingFile, reading } from "./file.ts";

export interface ReadJSONOptions<R extends object = Row> {
  /** Whether each line is a record of its own (NDJSON). Default: what the file looks like. */
  readonly lines?: boolean;
  /** Types by column, where the one found from the values is not wanted. */
  readonly dtypes?: Readonly<Partial<Record<Name<R>, DType>>>;
  /** Columns whose texts are dates. Default none. */
  readonly parseDates?: readonly Name<R>[];
}

/**
 * Reads a JSON file: an array of records, an object of columns, or one record a line (NDJSON). A column
 * that a record lacks is missing there.
 *
 * @param path - A file, relative to the working folder (a notebook's own folder).
 * @throws Error naming the path and the line or column that is not as it should be.
 * @example
 * const cars = await readJSON<{ name: string; year: Date }>("cars.json", { parseDates: ["year"] });
 */
export async function readJSON<R extends object = Row>(
  path: string,
  options: ReadJSONOptions<R> = {},
): Promise<DataFrame<R>> {
  checkOptions("readJSON", options, ["lines", "dtypes", "parseDates"]);
  const full = existingFile("readJSON", path, "a JSON file");
  return reading(path, "JSON", () => {
    const text = readFileSync(full, "utf8").replace(/^\uFEFF/, "");
    const data = options.lines === true ? records(text) : whole(text, options.lines === undefined);
    const frame = new DataFrame<R>(flat(data) as never, {
      dtypes: (options.dtypes ?? {}) as Record<string, DType>,
    });
    return dated(frame, options.parseDates ?? []);
  });
}

function whole(text: string, mayBeLines: boolean): unknown {
  try {
    const parsed = JSON.parse(text) as unknown;
    const single = mayBeLines && isObject(parsed) && !Object.values(parsed).some(Array.isArray);
    return single ? [parsed] : parsed;
  } catch (error) {
    if (mayBeLines && /^\s*\{[^\n]*\}\s*\n\s*\{/u.test(text)) return records(text);
    throw error;
  }
}

/** The frame of lines of JSON; `first` is the line of the file that the text begins with, from 1. */
export const frameOfLines = (text: string, first: number): DataFrame =>
  new DataFrame(flat(records(text, first)) as never);

function records(text: string, first = 1): unknown[] {
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch (error) {
      throw new SyntaxError(`line ${at + first} is no JSON: ${(error as Error).message}`, {
        cause: error,
      });
    }
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Records or columns; a list or an object in a cell is kept as its JSON text. */
function flat(data: unknown): unknown {
  if (Array.isArray(data)) {
    return data.map((record: unknown, at) => {
      if (!isObject(record))
        throw new TypeError(`record ${at} is ${shown(record)}, not an object.`);
      return Object.fromEntries(
        Object.entries(record).map(([name, cell]) => [name, flatCell(cell)]),
      );
    });
  }
  if (!isObject(data)) throw new TypeError(`it holds ${shown(data)}, not records or columns.`);
  return Object.fromEntries(
    Object.entries(data).map(([name, column]) => {
      if (!Array.isArray(column)) throw new TypeError(`column "${name}" is ${shown(column)}.`);
      return [name, column.map(flatCell)];
    }),
  );
}

const flatCell = (cell: unknown): Cell =>
  typeof cell === "object" && cell !== null ? JSON.stringify(cell) : (cell as Cell);

function dated<R extends object>(frame: DataFrame<R>, names: readonly Name<R>[]): DataFrame<R> {
  const dates = names.map((name) => {
    const cells = frame.column(name).values as Cell[];
    const parsed = cells.map((cell, row) => {
      if (cell === null) return null;
      const date = new Date(typeof cell === "bigint" ? Number(cell) : (cell as string | number));
      if (!Number.isNaN(date.getTime())) return date;
      throw new TypeError(`column "${name}" has ${shown(cell)} in row ${row}, which is no date.`);
    });
    return [name, parsed] as const;
  });
  return frame.assign(Object.fromEntries(dates)) as unknown as DataFrame<R>;
}
