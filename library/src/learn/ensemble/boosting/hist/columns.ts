import type { Matrix } from "../../../matrix/index.ts";

/** A line of the cache holds eight numbers: eight columns are read in one pass over the rows. */
const together = 8;

/** Visits each column; its values are good for the time of the visit. */
export function eachColumn(
  x: Matrix,
  visit: (column: Float64Array, feature: number) => void,
): void {
  const { rows, columns, data } = x;
  const turned = new Float64Array(Math.min(columns, together) * rows);
  for (let first = 0; first < columns; first += together) {
    const width = Math.min(together, columns - first);
    turn(data, rows, columns, first, width, turned);
    for (let j = 0; j < width; j++) visit(turned.subarray(j * rows, (j + 1) * rows), first + j);
  }
}

function turn(
  data: Float64Array,
  rows: number,
  columns: number,
  first: number,
  width: number,
  turned: Float64Array,
): void {
  for (let i = 0; i < rows; i++) {
    const at = i * columns + first;
    for (let j = 0; j < width; j++) turned[j * rows + i] = data[at + j];
  }
}
