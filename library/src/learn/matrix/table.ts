import { Matrix } from "./matrix.ts";
import { describe, isFrame, isTensor, readMatrix } from "./read.ts";
import { SparseMatrix } from "./sparse.ts";
import type { FrameLike, MatrixLike } from "./types.ts";

/** What a cell of a table may hold; missing is null, undefined or NaN. */
export type Cell = string | number | boolean | bigint | Date | null | undefined;

/** Samples × features of any kind: a frame, a matrix, or rows of texts and numbers. */
export type TableLike = MatrixLike | readonly (readonly Cell[])[];

/** True for null, undefined and NaN. */
export const isMissing = (cell: unknown): cell is null | undefined =>
  cell === null || cell === undefined || (typeof cell === "number" && Number.isNaN(cell));

/**
 * Samples by their columns, each as it was given: texts stay texts. It can be read wherever a frame
 * can.
 */
export class Table implements FrameLike {
  /** The names: those given, else `x0`, `x1`, …. */
  readonly columns: readonly string[];
  /** The names, where any were given. */
  readonly names: readonly string[] | undefined;
  readonly rows: number;
  readonly cells: readonly ArrayLike<unknown>[];
  /** The types of a frame's columns, where it has told them. */
  readonly dtypes: readonly (string | undefined)[];

  constructor(
    cells: readonly ArrayLike<unknown>[],
    rows: number,
    names?: readonly string[],
    dtypes: readonly (string | undefined)[] = [],
  ) {
    this.cells = cells;
    this.rows = rows;
    this.names = names;
    this.columns = names ?? cells.map((_, j) => `x${j}`);
    this.dtypes = dtypes;
  }

  /** The number of rows. */
  get length(): number {
    return this.rows;
  }

  column(name: string): { readonly values: ArrayLike<unknown>; readonly dtype?: string } {
    const at = this.columns.indexOf(name);
    return { values: this.cells[at], dtype: this.dtypes[at] };
  }

  /** The columns at these positions, under their names. */
  takeColumns(positions: readonly number[]): Table {
    return new Table(
      positions.map((j) => this.cells[j]),
      this.rows,
      positions.map((j) => this.columns[j]),
      positions.map((j) => this.dtypes[j]),
    );
  }
}

/**
 * Reads samples × features without asking for numbers: the raw columns of a frame, of a matrix, or of
 * rows.
 *
 * @param who whose argument it is, for messages
 * @throws TypeError for what has no rows and columns; RangeError for rows of different lengths
 */
export function readColumns(x: TableLike, who: string): Table {
  if (x instanceof Table) return x;
  if (x instanceof Matrix || x instanceof SparseMatrix || isTensor(x)) {
    const matrix = readMatrix(x, who);
    const cells = Array.from({ length: matrix.columns }, (_, j) => matrix.column(j));
    return new Table(cells, matrix.rows, matrix.names);
  }
  if (isFrame(x)) {
    const columns = x.columns.map((name) => x.column(name as never) as FrameColumn);
    const cells = columns.map(({ values }) => values);
    const dtypes = columns.map(({ dtype }) => dtype);
    return new Table(cells, cells[0]?.length ?? 0, [...x.columns], dtypes);
  }
  if (Array.isArray(x)) return fromRows(x as readonly unknown[], who);
  throw new TypeError(
    `${who} needs samples × features: a frame, rows as arrays, a Matrix or a tensor of rank 2; it received ${describe(x)}.`,
  );
}

interface FrameColumn {
  readonly values: ArrayLike<unknown>;
  readonly dtype?: string;
}

function fromRows(rows: readonly unknown[], who: string): Table {
  const isRow = (row: unknown): row is ArrayLike<unknown> =>
    Array.isArray(row) || ArrayBuffer.isView(row);
  const first = rows[0];
  if (first !== undefined && !isRow(first)) {
    throw new TypeError(
      `${who} needs samples × features, but the first row is ${describe(first)}. For one feature write values.map((v) => [v]).`,
    );
  }
  const width = first?.length ?? 0;
  rows.forEach((row, i) => {
    if (isRow(row) && row.length === width) return;
    throw new RangeError(
      `${who}: row 0 has ${width} values, row ${i} is ${describe(row)}. All rows need one length.`,
    );
  });
  const cells = Array.from({ length: width }, (_, j) =>
    rows.map((row) => (row as ArrayLike<unknown>)[j]),
  );
  return new Table(cells, rows.length);
}
