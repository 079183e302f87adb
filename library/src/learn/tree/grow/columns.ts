import type { Matrix } from "../../matrix/index.ts";

/**
 * Samples column by column, each value replaced by its rank among the column's distinct values. Growing
 * a tree compares ranks only; a forest and a boosting make them once for all their trees.
 *
 * Values are rounded to float32, as in scikit-learn.
 */
export interface RankedColumns {
  readonly rows: number;
  readonly columns: number;
  /** `ranks[j * rows + i]`: the rank of sample i in column j; the number of distinct values if missing. */
  readonly ranks: Int32Array;
  /** The distinct values of column j, ascending, from `offsets[j]` to `offsets[j + 1]`. */
  readonly values: Float32Array;
  readonly offsets: Int32Array;
}

/** Values closer than this are not split from each other, as in scikit-learn. */
export const closest = Math.fround(1e-7);

/**
 * Samples column by column without ranks, which trees that draw their thresholds do not need:
 * `values[j * rows + i]` is the value of sample i in column j, NaN if missing.
 *
 * @throws RangeError for a number that float32 cannot hold; it names the place
 */
export function plainColumns(x: Matrix, who: string): RankedColumns {
  const { rows, columns, data } = x;
  const values = new Float32Array(rows * columns);
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) {
      const value = Math.fround(data[i * columns + j]);
      values[j * rows + i] = value;
      if (value === Infinity || value === -Infinity) tooLarge(x, i, j, who);
    }
  }
  return { rows, columns, ranks: new Int32Array(0), values, offsets: new Int32Array(0) };
}

/** @throws RangeError for a number that float32 cannot hold; it names the place. */
export function rankColumns(x: Matrix, who: string): RankedColumns {
  const { rows, columns, data } = x;
  const ranks = new Int32Array(rows * columns);
  const offsets = new Int32Array(columns + 1);
  const distinct = new Float32Array(rows * columns);
  const column = new Float32Array(rows);
  const sorter = new FloatSorter(rows);
  let count = 0;
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) {
      const value = Math.fround(data[i * columns + j]);
      // Minus zero is zero, but has other bits.
      column[i] = value + 0;
      if (value === Infinity || value === -Infinity) tooLarge(x, i, j, who);
    }
    count = rankColumn(column, sorter.order(column), ranks.subarray(j * rows), distinct, count);
    offsets[j + 1] = count;
  }
  return { rows, columns, ranks, values: distinct.slice(0, count), offsets };
}

function rankColumn(
  column: Float32Array,
  order: Int32Array,
  ranks: Int32Array,
  distinct: Float32Array,
  from: number,
): number {
  let count = from;
  let last = NaN;
  for (let p = 0; p < order.length; p++) {
    const i = order[p];
    const value = column[i];
    // A missing value is unequal to all; it stands after them.
    if (value !== last && value === value) {
      distinct[count++] = value;
      last = value;
    }
    ranks[i] = value === value ? count - from - 1 : count - from;
  }
  return count;
}

function tooLarge(x: Matrix, row: number, column: number, who: string): never {
  throw new RangeError(
    `${who} computes with float32 numbers, up to 3.4e38; feature ${JSON.stringify(x.featureNames()[column])} has ${x.at(row, column)} in row ${row}. Scale the feature first.`,
  );
}

/** Sorts float32 by their bits, 11 at a time. */
class FloatSorter {
  readonly #rows: number;
  readonly #keys: [Uint32Array, Uint32Array];
  readonly #order: [Int32Array, Int32Array];
  readonly #counts = new Int32Array(2048);

  constructor(rows: number) {
    this.#rows = rows;
    this.#keys = [new Uint32Array(rows), new Uint32Array(rows)];
    this.#order = [new Int32Array(rows), new Int32Array(rows)];
  }

  /** The positions of the values in ascending order, NaN last; overwritten by the next call. */
  order(values: Float32Array): Int32Array {
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
    let [keys, nextKeys] = this.#keys;
    let [order, nextOrder] = this.#order;
    const rows = this.#rows;
    const counts = this.#counts;
    for (let i = 0; i < rows; i++) {
      const raw = bits[i];
      keys[i] = values[i] !== values[i] ? 0xffffffff : raw & 0x80000000 ? ~raw : raw | 0x80000000;
      order[i] = i;
    }
    for (let shift = 0; shift < 33; shift += 11) {
      counts.fill(0);
      for (let p = 0; p < rows; p++) counts[(keys[p] >>> shift) & 2047]++;
      if (counts[(keys[0] >>> shift) & 2047] === rows) continue;
      for (let k = 0, sum = 0; k < 2048; k++) {
        const held = counts[k];
        counts[k] = sum;
        sum += held;
      }
      for (let p = 0; p < rows; p++) {
        const at = counts[(keys[p] >>> shift) & 2047]++;
        nextKeys[at] = keys[p];
        nextOrder[at] = order[p];
      }
      [keys, nextKeys] = [nextKeys, keys];
      [order, nextOrder] = [nextOrder, order];
    }
    return order;
  }
}
