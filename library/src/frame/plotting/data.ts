import type { Cell } from "../../plot/table/types.ts";
import { measure } from "../../plot/table/values.ts";

/** Columns by name, as the charts read them. */
export type Columns = Record<string, readonly Cell[]>;

/** A frame as plots read it. */
export interface Plotted {
  readonly columns: readonly string[];
  readonly index: readonly unknown[];
  toColumns(): object;
}

export function columnsOf(frame: Plotted): Columns {
  return frame.toColumns() as Columns;
}

/** The columns of numbers. */
export function numericColumns(frame: Plotted): string[] {
  const columns = columnsOf(frame);
  return frame.columns.filter((name) => measure(columns[name] ?? []) === "quantitative");
}

/** The columns with the row labels beside them, under a name that none of them has. */
export function withIndex(frame: Plotted): { data: Columns; index: string } {
  let index = "index";
  while (frame.columns.includes(index)) index = `${index}_`;
  return { data: { [index]: frame.index as Cell[], ...columnsOf(frame) }, index };
}

/** Columns below each other: the name of each in `column`, its values in `value`. */
export function longColumns(frame: Plotted, names: readonly string[]): Columns {
  const { data, index } = withIndex(frame);
  const labels = data[index] ?? [];
  return {
    index: names.flatMap(() => labels),
    column: names.flatMap((name) => labels.map(() => name)),
    value: names.flatMap((name) => data[name] ?? []),
  };
}
