import { type Matrix, SparseMatrix } from "../matrix/index.ts";

export interface TfidfOptions {
  /** The length that each text gets: of squares, of absolute values, or as it is. Default `"l2"`. */
  norm: "l1" | "l2" | null;
  /** Weigh rare words more. Default true. */
  useIdf: boolean;
  /** As if one more text held every word. Default true. */
  smoothIdf: boolean;
  /** 1 + ln(count) in place of the count. Default false. */
  sublinearTf: boolean;
}

/** ln(n / df) + 1 of each column, where df is in how many rows it is. */
export function learnIdf(counts: SparseMatrix, smooth: boolean): Float64Array {
  const df = new Float64Array(counts.columns);
  counts.data.forEach((value, k) => {
    if (value !== 0) df[counts.indices[k]]++;
  });
  const more = Number(smooth);
  return df.map((count) => Math.log((counts.rows + more) / (count + more)) + 1);
}

/** Counts times their columns' weights, each row scaled to its length. */
export function weigh(
  counts: SparseMatrix,
  idf: Float64Array | undefined,
  { norm, sublinearTf }: TfidfOptions,
): SparseMatrix {
  const data = counts.data.map((value, k) => {
    const tf = sublinearTf && value > 0 ? 1 + Math.log(value) : value;
    return idf ? tf * idf[counts.indices[k]] : tf;
  });
  if (norm !== null) {
    for (let i = 0; i < counts.rows; i++) {
      const row = data.subarray(counts.indptr[i], counts.indptr[i + 1]);
      let length = 0;
      for (const value of row) length += norm === "l2" ? value * value : Math.abs(value);
      if (norm === "l2") length = Math.sqrt(length);
      if (length > 0) row.forEach((value, k) => (row[k] = value / length));
    }
  }
  return counts.withData(data);
}

/** The values of a matrix that are not 0. */
export function toSparse(matrix: Matrix): SparseMatrix {
  const rows = Array.from({ length: matrix.rows }, (_, i) => {
    const row = new Map<number, number>();
    matrix.row(i).forEach((value, j) => value !== 0 && row.set(j, value));
    return row;
  });
  return SparseMatrix.fromRows(rows, matrix.columns, matrix.names);
}
