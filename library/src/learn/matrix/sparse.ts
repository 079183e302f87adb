import { inspect } from "node:util";
import type { DataFrame } from "../../frame/index.ts";
import { Matrix } from "./matrix.ts";

/** No more cells than these are written out: float64, a GiB. */
const mostCells = 2 ** 27;

/**
 * Numbers in rows and columns of which most are 0: the others are kept, row after row (compressed
 * sparse rows). The values of row i are `data[indptr[i]]` to `data[indptr[i + 1] - 1]`, their columns
 * stand at the same places of `indices`, in ascending order.
 *
 * @example
 * const x = SparseMatrix.fromRows([new Map([[1, 5]]), new Map()], 3);
 * x.toArray(); // [[0, 5, 0], [0, 0, 0]]
 * x.nnz; // 1
 */
export class SparseMatrix {
  readonly data: Float64Array;
  readonly indices: Int32Array;
  readonly indptr: Int32Array;
  readonly rows: number;
  readonly columns: number;
  /** The names of the columns, where they are known. */
  readonly names: readonly string[] | undefined;

  /** @throws RangeError when the parts do not fit each other. */
  constructor(
    data: Float64Array,
    indices: Int32Array,
    indptr: Int32Array,
    columns: number,
    names?: readonly string[],
  ) {
    if (data.length !== indices.length || indptr.at(-1) !== data.length) {
      throw new RangeError(
        `A sparse matrix needs a column for each value and row ends to match; got ${data.length} values, ${indices.length} columns, an end of ${indptr.at(-1)}.`,
      );
    }
    if (names !== undefined && names.length !== columns) {
      throw new RangeError(`${columns} columns need as many names; got ${names.length}.`);
    }
    this.data = data;
    this.indices = indices;
    this.indptr = indptr;
    this.rows = indptr.length - 1;
    this.columns = columns;
    this.names = names;
  }

  /** From the values of each row by their columns. */
  static fromRows(
    rows: readonly ReadonlyMap<number, number>[],
    columns: number,
    names?: readonly string[],
  ): SparseMatrix {
    const indptr = new Int32Array(rows.length + 1);
    rows.forEach((row, i) => (indptr[i + 1] = indptr[i] + row.size));
    const data = new Float64Array(indptr[rows.length]);
    const indices = new Int32Array(data.length);
    rows.forEach((row, i) => {
      const at = Int32Array.from(row.keys()).sort();
      indices.set(at, indptr[i]);
      at.forEach((column, k) => (data[indptr[i] + k] = row.get(column) ?? 0));
    });
    return new SparseMatrix(data, indices, indptr, columns, names);
  }

  /** [rows, columns]. */
  get shape(): [number, number] {
    return [this.rows, this.columns];
  }

  /** The number of rows, under the name that arrays have for it. */
  get length(): number {
    return this.rows;
  }

  /** How many values are kept. */
  get nnz(): number {
    return this.data.length;
  }

  /** The same places with other values. */
  withData(data: Float64Array): SparseMatrix {
    return new SparseMatrix(data, this.indices, this.indptr, this.columns, this.names);
  }

  /** The rows at these positions, in this order. */
  take(positions: ArrayLike<number>): SparseMatrix {
    const { indptr, indices, data } = this;
    const ends = new Int32Array(positions.length + 1);
    for (let i = 0; i < positions.length; i++)
      ends[i + 1] = ends[i] + indptr[positions[i] + 1] - indptr[positions[i]];
    const values = new Float64Array(ends[positions.length]);
    const columns = new Int32Array(values.length);
    for (let i = 0; i < positions.length; i++) {
      const row = positions[i];
      values.set(data.subarray(indptr[row], indptr[row + 1]), ends[i]);
      columns.set(indices.subarray(indptr[row], indptr[row + 1]), ends[i]);
    }
    return new SparseMatrix(values, columns, ends, this.columns, this.names);
  }

  /**
   * All cells, zeros too.
   *
   * @throws RangeError where they are more than 2²⁷ (a GiB)
   */
  toDense(): Matrix {
    const { rows, columns, indptr, indices, data } = this;
    if (rows * columns > mostCells) {
      throw new RangeError(
        `A sparse matrix of shape [${rows}, ${columns}] would need ${Math.ceil((rows * columns) / 2 ** 27)} GiB with its zeros; estimators here take at most 1 GiB. Keep fewer columns (maxFeatures, minDf) or take fewer rows.`,
      );
    }
    const dense = new Float64Array(rows * columns);
    for (let i = 0; i < rows; i++)
      for (let k = indptr[i]; k < indptr[i + 1]; k++) dense[i * columns + indices[k]] = data[k];
    return new Matrix(dense, rows, columns, this.names);
  }

  /** The rows as arrays, with their zeros. */
  toArray(): number[][] {
    return this.toDense().toArray();
  }

  /** A frame of all cells. */
  toFrame(): DataFrame<Record<string, number | null>> {
    return this.toDense().toFrame();
  }

  toJSON(): object {
    const { data, indices, indptr, columns } = this;
    return { data: [...data], indices: [...indices], indptr: [...indptr], columns };
  }

  toString(): string {
    return `SparseMatrix of shape [${this.rows}, ${this.columns}] with ${this.nnz} values that are kept`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
