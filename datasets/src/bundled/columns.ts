import { parseCsv } from "./csv.ts";
import { info, type ColumnInfo, type DatasetInfo } from "./manifest.ts";
import type { Columns, DatasetMap, TextDatasetName } from "./rows/index.ts";
import { readDatasetFile } from "./verified-file.ts";

/** One column of a file as it was read: texts from CSV, any JSON value from JSON. */
type Raw = readonly unknown[];

/**
 * A bundled set by columns: numbers as numbers, dates as `Date` (without a zone: read as UTC), missing
 * values as null.
 *
 * @throws RangeError with the nearest names where there is no such set
 * @throws TypeError for a set in Parquet, which only frames and scans read
 * @throws DatasetFileError where its file is missing or damaged
 *
 * @example
 * const { species, body_mass_g } = readColumns("penguins");
 */
export function readColumns<Name extends TextDatasetName>(name: Name): Columns<DatasetMap[Name]> {
  const card = info(name);
  if (card.file.path.endsWith(".parquet"))
    throw new TypeError(
      `"${name}" is a Parquet file: read it as a frame with load("${name}") of daylab/datasets, or piece by piece with scan(path("${name}")).`,
    );
  return parseColumns(readDatasetFile(card), card) as Columns<DatasetMap[Name]>;
}

/**
 * The columns that a card describes, from the text of its file.
 *
 * @throws SyntaxError naming the column and the row where the text is not what the card says
 */
export function parseColumns(text: string, card: DatasetInfo): Record<string, unknown[]> {
  const { path } = card.file;
  const separator = path.endsWith(".tsv") ? "\t" : ",";
  const raw = path.endsWith(".json") ? fromJson(text) : fromCsv(text, separator);
  return Object.fromEntries(
    card.columns.map((column) => {
      const values = raw(column.from ?? column.name);
      if (values?.length !== card.rows)
        throw new SyntaxError(
          `${card.name}: column "${column.name}" has ${values?.length ?? 0} rows, not ${card.rows}.`,
        );
      return [column.name, values.map((value, row) => convert(value, column, row, card))];
    }),
  );
}

function fromCsv(text: string, separator: string): (column: string) => Raw | undefined {
  const [header = [], ...records] = parseCsv(text, separator);
  return (column) => {
    const at = header.indexOf(column);
    return at < 0 ? undefined : records.map((record) => record[at]);
  };
}

function fromJson(text: string): (column: string) => Raw | undefined {
  const records = JSON.parse(text) as Record<string, unknown>[];
  return (column) => records.map((record) => record[column]);
}

function convert(value: unknown, column: ColumnInfo, row: number, card: DatasetInfo) {
  const missing = value === null || value === "" || card.missing.includes(value as string);
  if (missing && column.nullable) return null;
  const converted = missing ? undefined : converters[column.type](value);
  if (converted !== undefined) return converted;
  throw new SyntaxError(
    `${card.name}: row ${row} of "${column.name}" is ${JSON.stringify(value)}, not a ${column.type}.`,
  );
}

/** What a value is in a column of each type; undefined where it is none. */
const converters: Readonly<Record<ColumnInfo["type"], (value: unknown) => unknown>> = {
  string: (value) => (typeof value === "string" ? value : undefined),
  number: (value) => (Number.isFinite(numberOf(value)) ? numberOf(value) : undefined),
  integer: (value) => (Number.isInteger(numberOf(value)) ? numberOf(value) : undefined),
  date: (value) => parseTime(value, true),
  datetime: (value) => parseTime(value, false),
};

const numberOf = (value: unknown): unknown => (typeof value === "string" ? Number(value) : value);

/** A day as `YYYY-MM-DD`, or a minute as `YYYY/MM/DD HH:MM`: a `Date` in UTC; undefined for others. */
function parseTime(value: unknown, isDay: boolean): Date | undefined {
  const form = isDay ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}\/\d\d\/\d\d \d\d:\d\d$/;
  if (typeof value !== "string" || !form.test(value)) return undefined;
  const iso = isDay ? value : `${value.replaceAll("/", "-").replace(" ", "T")}:00Z`;
  const time = new Date(iso);
  // The 31st of February would become a day in March.
  const same = !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(iso.slice(0, 10));
  return same ? time : undefined;
}
