import pl from "nodejs-polars";
import { type Label, shown } from "../engine/cell.ts";
import type { DType } from "../engine/dtypes.ts";
import { knownColumns } from "../engine/names.ts";
import type { Table } from "../engine/table.ts";
import { nanToNull, toEngine } from "../engine/to-engine.ts";
import { isColumn } from "../verbs/rows.ts";

/** Options of `new DataFrame(data, options)`. */
export interface DataFrameOptions {
  /** Column names, for rows given as arrays; or which columns to keep, in this order. */
  readonly columns?: readonly string[];
  /** Row labels, one a row. Without them rows are numbered from 0. */
  readonly index?: readonly Label[];
  /** Types by column name, where the one found from the values is not wanted. */
  readonly dtypes?: Readonly<Record<string, DType>>;
}

type Columns = Map<string, ArrayLike<unknown> | pl.Series>;

/** Rows as objects: the columns are every key that occurs, in order of first appearance. */
function fromRecords(records: readonly object[]): Columns {
  const columns = new Map<string, unknown[]>();
  records.forEach((record, row) => {
    for (const [name, value] of Object.entries(record)) {
      let values = columns.get(name);
      if (values === undefined) columns.set(name, (values = new Array(records.length).fill(null)));
      values[row] = value;
    }
  });
  return columns;
}

function fromRows(
  rows: readonly (readonly unknown[])[],
  names: readonly string[] | undefined,
): Columns {
  const width = rows[0]?.length ?? 0;
  const wrong = rows.findIndex((row) => !Array.isArray(row) || row.length !== width);
  if (wrong >= 0) {
    throw new RangeError(`Row ${wrong} is ${shown(rows[wrong])}, but row 0 has ${width} cells.`);
  }
  if (names !== undefined && names.length !== width) {
    throw new RangeError(`${names.length} column names for rows of ${width} cells.`);
  }
  return new Map(
    Array.from({ length: width }, (_, j) => [names?.[j] ?? String(j), rows.map((row) => row[j])]),
  );
}

function fromColumns(data: object): Columns {
  return new Map(
    Object.entries(data).map(([name, values]: [string, unknown]) => [
      name,
      isColumn(values) ? values.data : (values as ArrayLike<unknown>),
    ]),
  );
}

function read(data: unknown, names: readonly string[] | undefined): Columns {
  if (Array.isArray(data)) {
    if (data.length === 0) return new Map((names ?? []).map((name) => [name, []]));
    const [first] = data as unknown[];
    if (Array.isArray(first)) return fromRows(data as unknown[][], names);
    if (typeof first === "object" && first !== null) return fromRecords(data as object[]);
  } else if (typeof data === "object" && data !== null) {
    return fromColumns(data);
  }
  throw new TypeError(
    `A frame is made from columns { a: [1, 2] }, rows [{ a: 1 }, { a: 2 }] or arrays [[1], [2]]; got ${shown(data)}.`,
  );
}

/** The engine's table for any of the forms a frame can be made from. */
export function buildTable(data: unknown, options: DataFrameOptions): Table {
  const rowArrays = Array.isArray(data) && (data.length === 0 || Array.isArray(data[0]));
  const columns = read(data, options.columns);
  const names = [...columns.keys()];
  knownColumns(Object.keys(options.dtypes ?? {}), names);
  const kept =
    rowArrays || options.columns === undefined ? names : knownColumns(options.columns, names);
  const series = kept.map((name) => {
    const values = columns.get(name) ?? [];
    return values instanceof Object && pl.Series.isSeries(values)
      ? nanToNull(values).alias(name)
      : toEngine(name, values, options.dtypes?.[name]);
  });
  const height = series[0]?.length ?? options.index?.length ?? 0;
  for (const other of series) {
    if (other.length === height) continue;
    const sizes = series.map((one) => `${one.name}: ${one.length}`).join(", ");
    throw new RangeError(`Columns of a frame have one length; got ${sizes}.`);
  }
  const index = options.index === undefined ? undefined : toEngine("index", options.index);
  if (index !== undefined && index.length !== height) {
    throw new RangeError(`${height} rows need as many row labels; got ${index.length}.`);
  }
  return { data: pl.DataFrame(series), index };
}
