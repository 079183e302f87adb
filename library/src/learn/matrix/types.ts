import type { Matrix } from "./matrix.ts";
import type { SparseMatrix } from "./sparse.ts";

/** A dataframe as this module reads one: Daylab's own has these names. */
export interface FrameLike {
  readonly columns: readonly string[];
  column(name: never): { readonly values: ArrayLike<unknown> };
}

/** A tensor as this module reads one; TensorFlow.js's have this shape. */
export interface TensorLike {
  readonly shape: readonly number[];
  dataSync(): ArrayLike<number> | ArrayLike<string>;
}

/**
 * Samples × features: a `Matrix` (also a sparse one), a frame of numeric columns, rows as arrays, or a tensor of rank 2.
 * Missing values are `null` or NaN.
 */
export type MatrixLike =
  Matrix | SparseMatrix | FrameLike | TensorLike | readonly ArrayLike<number | null | undefined>[];
