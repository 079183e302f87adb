import { parseCsv } from "./csv.ts";
import { info, type ColumnInfo, type DatasetInfo } from "./manifest.ts";
import type { Columns, DatasetMap, DatasetName } from "./rows/index.ts";
import { readDatasetFile } from "./verified-file.ts";

/** One column of a file as it was read: texts from CSV, any JSON value from JSON. */
type Raw = readonly unknown[];

/**
 * A bundled set by columns: numbers as numbers, missing values as null.
 *
 * @throws RangeError with the nearest names where there is no such set
 * @throws DatasetFileError where its file is missing or damaged
 *
 * @example
 * const { species, body_mass_g } = readColumns("penguins");
 */
export function readColumns<Name extends DatasetName>(name: Name): Columns<DatasetMap[Name]> {
  const card = info(name);
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
  const isText = column.type === "string" || column.type === "date";
  if (isText && typeof value === "string" && !missing) return value;
  const number = typeof value === "string" && !missing ? Number(value) : value;
  const isNumber = column.type === "integer" ? Number.isInteger(number) : Number.isFinite(number);
  if (!isText && isNumber) return number;
  throw new SyntaxError(
    `${card.name}: row ${row} of "${column.name}" is ${JSON.stringify(value)}, not a ${column.type}.`,
  );
}
