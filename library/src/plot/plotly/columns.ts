import type { FigureOptions } from "../charts/options.ts";
import { column } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import type { Cell } from "../table/types.ts";
import { isMissing, measure, plain } from "../table/values.ts";

/** What the figures with three axes take; `Column` is the union of the column names of the data. */
export interface SpaceOptions<Column extends string = string> extends FigureOptions {
  /** Columns along the three axes; by default the first columns of numbers. */
  readonly x?: Column;
  readonly y?: Column;
  /** Column along the vertical axis. */
  readonly z?: Column;
  /** Column that gives each mark its colour. Text and few whole numbers make groups. */
  readonly color?: Column;
  /** Axis title with its unit. By default the column's name. */
  readonly xTitle?: string;
  readonly yTitle?: string;
  readonly zTitle?: string;
  /** Title of the legend or of the colour scale. By default the column's name. */
  readonly colorTitle?: string;
}

/**
 * The columns along three axes: those named, or else the first columns of numbers.
 *
 * @throws TypeError when three cannot be chosen.
 */
export function spaceColumns(
  table: Table,
  { x, y, z }: Pick<SpaceOptions, "x" | "y" | "z">,
): { x: string; y: string; z: string } {
  const free = [...table.columns]
    .filter(([name, values]) => measure(values) === "quantitative" && ![x, y, z].includes(name))
    .map(([name]) => name);
  const [a, b, c] = [x, y, z].map((name) => name ?? free.shift());
  if (a !== undefined && b !== undefined && c !== undefined) return { x: a, y: b, z: c };
  const names = [...table.columns.keys()].join(", ");
  throw new TypeError(`Name the columns along x, y and z; the data have ${names}.`);
}

/** The values of a column in the rows given, as JSON carries them. */
export function values(table: Table, name: string, rows: readonly number[]): unknown[] {
  const cells = column(table, name);
  return rows.map((row) => plain(cells[row]));
}

/** Rows by the group they belong to, in the order of the groups' names. */
export function groupRows(
  cells: readonly Cell[],
  rows: readonly number[],
): (readonly [name: string, rows: number[]])[] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const name = isMissing(cells[row]) ? "missing" : String(plain(cells[row]));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
}

/** What a pointer resting on a mark shows: one line for each column. */
export function hover(
  table: Table,
  names: readonly string[],
  rows: readonly number[],
): { customdata: unknown[][]; hovertemplate: string } {
  const shown = [...new Set(names)];
  const columns = shown.map((name) => values(table, name, rows));
  return {
    customdata: rows.map((_, i) => columns.map((cells) => cells[i])),
    hovertemplate: `${shown.map((name, i) => `${name.replace(/[<>&%{}]/g, " ")}: %{customdata[${String(i)}]}`).join("<br>")}<extra></extra>`,
  };
}
