import { isFrame, isTensor, Matrix, type MatrixLike, readMatrix } from "../matrix/index.ts";
import type { Samples } from "./samples.ts";

/**
 * An empty matrix with the features of the samples: what is kept of them after `fit`.
 *
 * @throws TypeError for plain numbers, which are no rows; RangeError for rows of different lengths
 */
export function featuresOf(x: Samples, who: string): Matrix {
  if (x instanceof Matrix) return Matrix.zeros(0, x.columns, x.names);
  if (isFrame(x)) return Matrix.zeros(0, x.columns.length, [...x.columns]);
  if (isTensor(x)) return Matrix.zeros(0, x.shape[1] ?? 1);
  const first: unknown = Array.isArray(x) ? x[0] : undefined;
  const rows = x as readonly { readonly length?: number }[];
  const width = (first as ArrayLike<unknown> | undefined)?.length;
  const uneven = Array.isArray(first) && rows.some((row) => row.length !== width);
  // It says which row is wrong, and what rows are.
  if (typeof first === "number" || uneven) readMatrix(x as MatrixLike, who);
  const wide = Array.isArray(first) || ArrayBuffer.isView(first);
  return Matrix.zeros(0, wide ? (first as ArrayLike<unknown>).length : 1);
}
