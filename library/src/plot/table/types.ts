/** A value that a chart can show. */
export type Cell = number | bigint | string | boolean | Date | null | undefined;

/**
 * A tensor as this library reads one: TensorFlow.js's have this shape, and the estimators' matrices, which
 * may name their columns. Reading leaves no tensor behind.
 */
export interface TensorLike {
  readonly shape: readonly number[];
  readonly names?: readonly string[];
  dataSync(): ArrayLike<number> | ArrayLike<string>;
}

/** A dataframe as this library reads one: Daylab's own, polars' and anything else with these names. */
export interface TableLike<Row extends object = Record<string, unknown>> {
  readonly columns: readonly string[];
  toRecords(): Row[];
}

/** A danfo dataframe as this library reads one: `values` are its rows. */
export interface DanfoLike {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/** A column with a name: Daylab's `Series` and danfo's. */
export interface SeriesLike {
  readonly name: string;
  readonly values: ArrayLike<unknown>;
}

/** One column: an array, a typed array, a series or a tensor of rank 1. */
export type ColumnLike = ArrayLike<Cell> | SeriesLike | TensorLike;

/**
 * Data for a chart:
 * - a dataframe, or an array of records;
 * - columns by name, `{ epoch: [1, 2], loss: tensor }`, all of one length;
 * - a single column of numbers, which becomes `value` beside its `index` from 0; a series keeps its
 *   own name instead of `value`;
 * - a matrix (an array of number arrays, or a tensor `[rows, columns]`), whose columns become
 *   `x0`, `x1`, ….
 */
export type ChartData =
  | TableLike<object>
  | DanfoLike
  | SeriesLike
  | readonly object[]
  | ArrayLike<number>
  | TensorLike
  | { readonly [column: string]: ColumnLike };

/** The row type of chart data, from which the names of its columns follow. */
export type RowOf<Data> =
  Data extends TableLike<infer Row>
    ? Row
    : Data extends TensorLike | DanfoLike | SeriesLike
      ? Record<string, Cell>
      : Data extends readonly (infer Row)[]
        ? Row extends number
          ? { index: number; value: number }
          : Row extends ArrayLike<number>
            ? Record<string, number>
            : Row
        : Data extends ArrayLike<number>
          ? { index: number; value: number }
          : Data;

/** The names of the columns of chart data. */
export type ColumnOf<Data> = Extract<keyof RowOf<Data>, string>;
