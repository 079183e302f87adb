import { nearest } from "../../frame/engine/names.ts";
import type {
  Cell,
  ChartData,
  ColumnLike,
  DanfoLike,
  SeriesLike,
  TableLike,
  TensorLike,
} from "./types.ts";

/** Columns of one length, by name, in the order of the source. */
export interface Table {
  readonly length: number;
  readonly columns: ReadonlyMap<string, readonly Cell[]>;
}

/** True for what can be read as a tensor. */
export function isTensor(value: unknown): value is TensorLike {
  return (
    typeof value === "object" &&
    value !== null &&
    Array.isArray((value as TensorLike).shape) &&
    typeof (value as TensorLike).dataSync === "function"
  );
}

/**
 * Reads any chart data into columns.
 *
 * @throws TypeError when the value has none of the accepted forms.
 * @throws RangeError when columns differ in length, or there are no rows.
 */
export function readTable(data: ChartData): Table {
  const table = read(data);
  if (table.length === 0) throw new RangeError("There is nothing to plot: the data have no rows.");
  return table;
}

function read(data: ChartData): Table {
  if (typeof data !== "object" || (data as unknown) === null) {
    throw new TypeError(
      "A chart is drawn from a dataframe, an array of records, columns by name, numbers or a tensor; " +
        `it received ${(data as unknown) === null ? "null" : typeof data}.`,
    );
  }
  if (isTensor(data)) return fromTensor(data);
  if (isFrame(data)) return fromRecords(data.toRecords(), data.columns);
  if (isDanfo(data)) return fromRows(data.values as readonly (readonly Cell[])[], data.columns);
  if (isSeries(data)) return fromColumn(cells(data.values as ArrayLike<Cell>), data.name);
  if (ArrayBuffer.isView(data)) return fromColumn(cells(data as unknown as ArrayLike<number>));
  if (Array.isArray(data)) return fromArray(data as readonly unknown[]);
  return fromColumns(Object.entries(data as Record<string, ColumnLike>));
}

function isFrame(data: object): data is TableLike<object> {
  return (
    Array.isArray((data as TableLike).columns) &&
    typeof (data as TableLike).toRecords === "function"
  );
}

function isDanfo(data: object): data is DanfoLike {
  return Array.isArray((data as DanfoLike).columns) && Array.isArray((data as DanfoLike).values);
}

function isSeries(value: unknown): value is SeriesLike {
  if (typeof value !== "object" || value === null) return false;
  const { name, values } = value as Partial<SeriesLike>;
  return typeof name === "string" && (Array.isArray(values) || ArrayBuffer.isView(values));
}

function fromRows(rows: readonly (readonly Cell[])[], names: readonly string[]): Table {
  return fromColumns(names.map((name, i) => [name, rows.map((row) => row[i])]));
}

function fromArray(data: readonly unknown[]): Table {
  const first = data.find((row) => row !== null && row !== undefined);
  if (Array.isArray(first) || ArrayBuffer.isView(first)) {
    const rows = data as readonly ArrayLike<number>[];
    const names = Array.from(rows[0] ?? [], (_, i) => `x${String(i)}`);
    const ragged = rows.findIndex((row) => row.length !== names.length);
    if (ragged >= 0) {
      throw new RangeError(
        `Row ${String(ragged)} of the matrix has ${String(rows[ragged]?.length)} values; row 0 has ${String(names.length)}.`,
      );
    }
    return fromColumns(names.map((name, i) => [name, rows.map((row) => row[i])]));
  }
  if (typeof first === "object" && !(first instanceof Date)) {
    return fromRecords(data as readonly Record<string, unknown>[]);
  }
  return fromColumn(cells(data as ArrayLike<Cell>));
}

function fromRecords(records: readonly object[], names?: readonly string[]): Table {
  const columns = names ?? [...new Set(records.flatMap((record) => Object.keys(record)))];
  return {
    length: records.length,
    columns: new Map(
      columns.map((name) => [
        name,
        records.map((record) => (record as Record<string, Cell>)[name]),
      ]),
    ),
  };
}

function fromColumn(values: readonly Cell[], name = "value"): Table {
  return {
    length: values.length,
    columns: new Map<string, readonly Cell[]>([
      ["index", values.map((_, i) => i)],
      [name, values],
    ]),
  };
}

function fromColumns(entries: readonly (readonly [string, ColumnLike])[]): Table {
  const columns = entries.map(([name, column]) => {
    if (isTensor(column)) {
      if (column.shape.length === 1) return [name, cells(column.dataSync())] as const;
      throw new RangeError(
        `Column '${name}' is a tensor of shape [${column.shape.join(", ")}]; a column has rank 1.`,
      );
    }
    if (isSeries(column)) return [name, cells(column.values as ArrayLike<Cell>)] as const;
    if (Array.isArray(column) || ArrayBuffer.isView(column))
      return [name, cells(column as ArrayLike<Cell>)] as const;
    throw new TypeError(`Column '${name}' is neither an array nor a tensor: ${typeof column}.`);
  });
  const lengths = new Set(columns.map(([, column]) => column.length));
  if (lengths.size > 1) {
    const each = columns.map(([name, column]) => `${name}: ${String(column.length)}`).join(", ");
    throw new RangeError(`The columns differ in length (${each}).`);
  }
  return { length: columns[0]?.[1].length ?? 0, columns: new Map(columns) };
}

function fromTensor(tensor: TensorLike): Table {
  const values = cells(tensor.dataSync());
  const [rows = 0, width = 0] = tensor.shape;
  if (tensor.shape.length === 1) return fromColumn(values);
  if (tensor.shape.length !== 2) {
    throw new RangeError(
      `A chart reads tensors of rank 1 or 2; this one has shape [${tensor.shape.join(", ")}].`,
    );
  }
  return fromColumns(
    Array.from({ length: width }, (_, column) => [
      tensor.names?.[column] ?? `x${String(column)}`,
      Array.from({ length: rows }, (_, row) => values[row * width + column]),
    ]),
  );
}

/** Plain values; 32-bit floats lose the digits that only their 64-bit form has. */
function cells(column: ArrayLike<Cell>): readonly Cell[] {
  if (column instanceof Float32Array)
    return Array.from(column, (value) => Number(value.toPrecision(7)));
  return Array.isArray(column) ? (column as readonly Cell[]) : Array.from(column);
}

/**
 * The column of a table.
 *
 * @throws RangeError that suggests the nearest names and lists those there are.
 */
export function column(table: Table, name: string): readonly Cell[] {
  const found = table.columns.get(name);
  if (found !== undefined) return found;
  const quoted = (names: readonly string[], between: string): string =>
    names.map((known) => `'${known}'`).join(between);
  const names = [...table.columns.keys()];
  const near = nearest(name, names);
  const guess = near.length > 0 ? ` Did you mean ${quoted(near, " or ")}?` : "";
  throw new RangeError(
    `There is no column '${name}'.${guess} The columns are ${quoted(names, ", ")}.`,
  );
}
