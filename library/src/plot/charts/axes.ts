import type { Table } from "../table/read.ts";
import { measure } from "../table/values.ts";

/**
 * The columns along the axes: those named, or else the first two columns of numbers.
 *
 * @throws TypeError when no pair can be chosen.
 */
export function axisColumns(
  table: Table,
  x: string | undefined,
  y: string | undefined,
): { x: string; y: string } {
  const numeric = [...table.columns]
    .filter(([, values]) => measure(values) === "quantitative")
    .map(([name]) => name);
  const free = numeric.filter((name) => name !== x && name !== y);
  const chosenX = x ?? free.shift();
  const chosenY = y ?? free.shift();
  if (chosenX !== undefined && chosenY !== undefined) return { x: chosenX, y: chosenY };
  const names = [...table.columns.keys()].join(", ");
  throw new TypeError(`Name the columns along x and y; the data have ${names}.`);
}

/** The first column, apart from the row numbers that a bare list of values gets. */
export function firstColumn(table: Table): string {
  const names = [...table.columns.keys()];
  return names.find((name) => name !== "index") ?? names[0] ?? "";
}
