import { inspect } from "node:util";
import { DataFrame } from "../../frame/index.ts";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../../host/index.ts";

/**
 * Numbers in rows and columns: one row a sample, one column a feature. Row-major float64, NaN where
 * missing.
 *
 * @example
 * const x = new Matrix(Float64Array.of(1, 2, 3, 4), 2, 2);
 * x.at(1, 0); // 3
 * x.shape; // [2, 2]
 */
export class Matrix implements Displayable {
  /** The values, row after row; `data[i * columns + j]`. Shared, not copied: do not write to it. */
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
  /** The names of the columns, where they are known. */
  readonly names: readonly string[] | undefined;

  /** @throws RangeError when the number of values or of names does not fit the shape. */
  constructor(data: Float64Array, rows: number, columns: number, names?: readonly string[]) {
    if (data.length !== rows * columns) {
      throw new RangeError(
        `A matrix of shape [${rows}, ${columns}] holds ${rows * columns} values; got ${data.length}.`,
      );
    }
    if (names !== undefined && names.length !== columns) {
      throw new RangeError(`${columns} columns need as many names; got ${names.length}.`);
    }
    this.data = data;
    this.rows = rows;
    this.columns = columns;
    this.names = names;
  }

  /** Zeros. */
  static zeros(rows: number, columns: number, names?: readonly string[]): Matrix {
    return new Matrix(new Float64Array(rows * columns), rows, columns, names);
  }

  /** [rows, columns]. */
  get shape(): [number, number] {
    return [this.rows, this.columns];
  }

  /** The values, under the name that tensors have for them: whatever reads a tensor reads a matrix. */
  dataSync(): Float64Array {
    return this.data;
  }

  /** The number of rows, under the name that arrays have for it. */
  get length(): number {
    return this.rows;
  }

  /** One value; NaN where it is missing or there is no such place. */
  at(row: number, column: number): number {
    return this.data[row * this.columns + column] ?? NaN;
  }

  /** A row, as a view of the values. */
  row(row: number): Float64Array {
    return this.data.subarray(row * this.columns, (row + 1) * this.columns);
  }

  /** A column, as a copy of its values. */
  column(column: number): Float64Array {
    const { columns, rows, data } = this;
    const values = new Float64Array(rows);
    for (let i = 0; i < rows; i++) values[i] = data[i * columns + column] ?? NaN;
    return values;
  }

  /**
   * The rows at these positions, in this order.
   *
   * @example
   * new Matrix(Float64Array.of(1, 2, 3), 3, 1).take([2, 0]).toArray(); // [[3], [1]]
   */
  take(positions: ArrayLike<number>): Matrix {
    const { columns, data } = this;
    const values = new Float64Array(positions.length * columns);
    for (let i = 0; i < positions.length; i++) {
      const from = (positions[i] ?? 0) * columns;
      values.set(data.subarray(from, from + columns), i * columns);
    }
    return new Matrix(values, positions.length, columns, this.names);
  }

  /** The columns at these positions, in this order. */
  takeColumns(positions: ArrayLike<number>): Matrix {
    const { columns, data, rows, names } = this;
    const width = positions.length;
    const values = new Float64Array(rows * width);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < width; j++)
        values[i * width + j] = data[i * columns + (positions[j] ?? 0)] ?? NaN;
    }
    const taken = names && Array.from(positions, (j) => names[j] ?? `x${j}`);
    return new Matrix(values, rows, width, taken);
  }

  /**
   * The rows as arrays.
   *
   * @example
   * new Matrix(Float64Array.of(1, 2, 3, 4), 2, 2).toArray(); // [[1, 2], [3, 4]]
   */
  toArray(): number[][] {
    return Array.from({ length: this.rows }, (_, i) => Array.from(this.row(i)));
  }

  /** The columns' names: those given, else scikit-learn's `x0`, `x1`, …. */
  featureNames(): string[] {
    return this.names ? [...this.names] : Array.from({ length: this.columns }, (_, j) => `x${j}`);
  }

  /**
   * A frame of the same numbers; missing is null.
   *
   * @example
   * new Matrix(Float64Array.of(1, 2), 2, 1, ["age"]).toFrame().column("age").values; // [1, 2]
   */
  toFrame(): DataFrame<Record<string, number | null>> {
    const columns = this.featureNames().map((name, j) => [name, this.column(j)] as const);
    return new DataFrame<Record<string, number | null>>(Object.fromEntries(columns) as never);
  }

  toJSON(): number[][] {
    return this.toArray();
  }

  toString(): string {
    return this.toFrame().toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }

  [jupyterDisplay](): MimeBundle {
    return this.toFrame()[jupyterDisplay]();
  }
}
