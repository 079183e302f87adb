import type { Matrix } from "../matrix/index.ts";
import { squaredDistance } from "./lloyd.ts";

/** Pairs of samples whose clusters are joined, in any order. */
export interface Joins {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly distance: Float64Array;
}

/** Joins by the nearest-neighbour chain: two clusters that are each other's nearest are joined. */
export function chainJoins(x: Matrix, method: "ward" | "complete" | "average" | "weighted"): Joins {
  const { rows } = x;
  const distances = condensed(x);
  const sizes = new Int32Array(rows).fill(1);
  const chain = new Int32Array(rows);
  const a = new Int32Array(rows - 1);
  const b = new Int32Array(rows - 1);
  const distance = new Float64Array(rows - 1);
  const place = (i: number, j: number): number =>
    i < j ? rowStart(i, rows) + j - i - 1 : rowStart(j, rows) + i - j - 1;
  let length = 0;
  for (let join = 0; join < rows - 1; join++) {
    if (length === 0) {
      chain[0] = sizes.findIndex((size) => size > 0);
      length = 1;
    }
    let one: number;
    let other: number;
    let least: number;
    for (;;) {
      one = chain[length - 1];
      // The one before is preferred among equals, else the chain could go round.
      other = length > 1 ? chain[length - 2] : -1;
      least = length > 1 ? distances[place(one, other)] : Infinity;
      // Distances to those before `one` stand a column apart, those behind it in a row.
      for (let i = 0, at = one - 1; i < one; at += rows - i - 2, i++) {
        if (sizes[i] > 0 && distances[at] < least) {
          least = distances[at];
          other = i;
        }
      }
      for (let i = one + 1, at = rowStart(one, rows); i < rows; i++, at++) {
        if (sizes[i] > 0 && distances[at] < least) {
          least = distances[at];
          other = i;
        }
      }
      if (length > 1 && other === chain[length - 2]) break;
      chain[length++] = other;
    }
    length -= 2;
    const low = Math.min(one, other);
    const high = Math.max(one, other);
    const lowSize = sizes[low];
    const highSize = sizes[high];
    a[join] = low;
    b[join] = high;
    distance[join] = least;
    sizes[low] = 0;
    sizes[high] = lowSize + highSize;
    for (let i = 0; i < rows; i++) {
      const size = sizes[i];
      if (size === 0 || i === high) continue;
      const at = place(i, high);
      const toLow = distances[place(i, low)];
      const toHigh = distances[at];
      if (method === "complete") distances[at] = toLow > toHigh ? toLow : toHigh;
      else if (method === "weighted") distances[at] = 0.5 * (toLow + toHigh);
      else if (method === "average")
        distances[at] = (lowSize * toLow + highSize * toHigh) / (lowSize + highSize);
      else {
        const t = 1 / (lowSize + highSize + size);
        distances[at] = Math.sqrt(
          (size + lowSize) * t * toLow * toLow +
            (size + highSize) * t * toHigh * toHigh -
            size * t * least * least,
        );
      }
    }
  }
  return { a, b, distance };
}

/** Where the distances of row i to those behind it begin. */
const rowStart = (i: number, rows: number): number => i * rows - (i * (i + 1)) / 2;

/** The distances of all pairs i < j, row after row. */
function condensed(x: Matrix): Float64Array {
  const { rows, columns, data } = x;
  const distances = new Float64Array((rows * (rows - 1)) / 2);
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = i + 1; j < rows; j++) {
      distances[at++] = Math.sqrt(squaredDistance(data, i * columns, data, j * columns, columns));
    }
  }
  return distances;
}
