import type { Channel } from "../figure/spec.ts";
import { column } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import type { Cell } from "../table/types.ts";
import { measure } from "../table/values.ts";
import { channel } from "./base.ts";
import type { AxisScale } from "./log-scale.ts";

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

/**
 * Several columns below each other as `value`, with the column's name beside each as `column`; the
 * columns `kept` are repeated.
 */
export function longForm(table: Table, kept: readonly string[], names: readonly string[]): Table {
  const columns = new Map<string, readonly Cell[]>(
    kept.map((name) => [name, names.flatMap(() => column(table, name))]),
  );
  columns.set(
    "value",
    names.flatMap((name) => column(table, name)),
  );
  columns.set(
    "column",
    names.flatMap((name) => Array.from({ length: table.length }, () => name)),
  );
  return { length: table.length * names.length, columns };
}

/** The horizontal position in a chart of lines or areas. */
export function along(
  table: Table,
  name: string,
  title: string | undefined,
  scale?: AxisScale,
): Channel {
  const values = column(table, name);
  const kind = measure(values);
  if (kind === "nominal")
    return channel(name, "ordinal", title, { sort: null, axis: { labelAngle: 0 } });
  const highest = values.reduce<number>((top, value) => Math.max(top, Number(value)), 0);
  const whole = kind === "quantitative" && values.every((value) => Number.isInteger(Number(value)));
  return channel(name, kind, title, {
    ...(kind === "quantitative" && {
      scale: scale === "log" ? { type: "log" } : { zero: false, nice: false },
    }),
    // Years are not read with a comma.
    ...(whole && { axis: { tickMinStep: 1, ...(highest < 10_000 && { format: "d" }) } }),
  });
}
