import { Series } from "../../frame/index.ts";
import { Matrix } from "./matrix.ts";
import { SparseMatrix } from "./sparse.ts";
import type { FrameLike, MatrixLike, TensorLike } from "./types.ts";

/** True for what can be read as a tensor. */
export function isTensor(value: unknown): value is TensorLike {
  return (
    typeof value === "object" &&
    value !== null &&
    Array.isArray((value as TensorLike).shape) &&
    typeof (value as TensorLike).dataSync === "function"
  );
}

/** True for what can be read as a dataframe. */
export function isFrame(value: unknown): value is FrameLike {
  return (
    typeof value === "object" &&
    value !== null &&
    Array.isArray((value as FrameLike).columns) &&
    typeof (value as FrameLike).column === "function"
  );
}

/**
 * Reads samples × features. A `Matrix` is returned as it is; everything else is copied.
 *
 * @param who whose argument it is, for messages
 * @throws TypeError for what has no rows and columns of numbers; it names the column or the cell
 * @throws RangeError for rows of different lengths
 */
export function readMatrix(x: MatrixLike, who: string): Matrix {
  if (x instanceof Matrix) return x;
  if (x instanceof SparseMatrix) return x.toDense();
  if (isTensor(x)) return fromTensor(x, who);
  if (isFrame(x)) return fromFrame(x, who);
  if (Array.isArray(x)) return fromRows(x as readonly unknown[], who);
  throw new TypeError(
    `${who} needs samples × features: a frame, rows as arrays, a Matrix or a tensor of rank 2; it received ${describe(x)}.`,
  );
}

/** What was received, in a few words. */
export function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
    return `${typeof value} ${String(value)}`;
  }
  if (typeof value === "function") return `the function ${value.name || "without a name"}`;
  return typeof value === "object" && value !== null ? ofKind(value) : String(value);
}

function ofKind(value: object): string {
  const kind = (value.constructor as { name?: string } | undefined)?.name ?? "object";
  const { length } = value as { length?: unknown };
  return typeof length === "number" ? `${kind} of length ${length}` : `an object (${kind})`;
}

function fromTensor(tensor: TensorLike, who: string): Matrix {
  const [rows, columns] = tensor.shape;
  if (rows === undefined || columns === undefined || tensor.shape.length !== 2) {
    throw new TypeError(
      `${who} needs a tensor of shape [samples, features]; it received shape [${tensor.shape.join(", ")}].`,
    );
  }
  return new Matrix(Float64Array.from(tensor.dataSync() as ArrayLike<number>), rows, columns);
}

function fromFrame(frame: FrameLike, who: string): Matrix {
  const names = [...frame.columns];
  const width = names.length;
  const columns = names.map((name) => cellsOf(frame.column(name as never)));
  const rows = columns[0]?.length ?? 0;
  const data = new Float64Array(rows * width);
  columns.forEach((values, j) => {
    if (values instanceof Float64Array) {
      for (let i = 0; i < rows; i++) data[i * width + j] = values[i];
      return;
    }
    const name = JSON.stringify(names[j]);
    for (let i = 0; i < rows; i++) {
      const value = values[i];
      data[i * width + j] =
        typeof value === "number" ? value : numberOf(value, who, () => `column ${name}, row ${i}`);
    }
  });
  return new Matrix(data, rows, width, names);
}

/** A column's numbers straight from the frame's engine where it has them all; else its values. */
function cellsOf(column: { readonly values: ArrayLike<unknown> }): ArrayLike<unknown> {
  if (!(column instanceof Series)) return column.values;
  const series: Series<unknown> = column;
  const { dtype, polars } = series;
  const numeric = dtype === "float64" || dtype === "float32";
  if (!numeric || polars.nullCount() > 0) return series.values;
  return Float64Array.from(polars.toTypedArray() as Float64Array);
}

function fromRows(rows: readonly unknown[], who: string): Matrix {
  const isRow = (row: unknown): row is ArrayLike<unknown> =>
    Array.isArray(row) || ArrayBuffer.isView(row);
  const first = rows[0];
  if (first !== undefined && !isRow(first)) {
    throw new TypeError(
      `${who} needs samples × features, but the first row is ${describe(first)}. For one feature write values.map((v) => [v]).`,
    );
  }
  const columns = first?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    if (!isRow(row) || row.length !== columns) {
      throw new RangeError(
        `${who}: row 0 has ${columns} values, row ${i} is ${describe(row)}. All rows need one length.`,
      );
    }
    for (let j = 0; j < columns; j++) {
      data[i * columns + j] = numberOf(row[j], who, () => `row ${i}, column ${j}`);
    }
  });
  return new Matrix(data, rows.length, columns);
}

/** A cell as a number; missing is NaN. */
function numberOf(value: unknown, who: string, place: () => string): number {
  if (typeof value === "number") return value;
  if (value === null || value === undefined) return NaN;
  if (typeof value === "boolean" || typeof value === "bigint") return Number(value);
  throw new TypeError(
    `${who} needs numbers, but ${place()} holds ${describe(value)}. Encode it first (OneHotEncoder, OrdinalEncoder), or leave the column out.`,
  );
}
