import type { Chart } from "../../plot/index.ts";
import { charts } from "./charts.ts";
import { nearest } from "../engine/names.ts";
import { columnsOf, longColumns, numericColumns, withIndex } from "./data.ts";
import type { Columns, Plotted } from "./data.ts";
import { readOptions } from "./options.ts";
import type { PlotOptions } from "./options.ts";

type Draw = (data: Columns, options: never) => Chart;

/** Columns along y over the row labels, or over `x` where one is named. */
export function overIndex(draw: Draw, frame: Plotted, given: object): Chart {
  const { data, index } = withIndex(frame);
  const options = checked(frame, readOptions(given));
  const y = options.y ?? otherNumbers(frame, options);
  const only = Array.isArray(y) && y.length === 1 ? (y[0] as string) : y;
  return draw(data, { x: index, ...options, y: only } as never);
}

/** Bars for each row label, one for each column; with `x` or `y` a bar chart of these columns. */
export function bars(frame: Plotted, given: object): Chart {
  const options = checked(frame, readOptions(given));
  const { y } = options;
  if (typeof y === "string" || (y === undefined && options.x !== undefined)) {
    const { data, index } = withIndex(frame);
    return charts().bar(data, { x: index, ...options } as never);
  }
  const names = y ?? otherNumbers(frame, options);
  if (options.x === undefined) {
    const look = { x: "index", y: "value", color: "column", sort: "data" };
    return charts().bar(longColumns(frame, names), { ...look, ...options, y: "value" } as never);
  }
  throw new TypeError(
    `plot.bar draws several columns over the row labels: setIndex({ column: ${JSON.stringify(options.x)} }) first, or give one column as y.`,
  );
}

/** The distribution of one column, or of each column of numbers in a colour of its own. */
export function histogramOf(frame: Plotted, given: object): Chart {
  const { y, ...options } = checked(frame, readOptions(given));
  const names = options.x === undefined ? (y ?? numericColumns(frame)) : options.x;
  const list = typeof names === "string" ? [names] : names;
  if (list.length === 1) return charts().histogram(columnsOf(frame), { ...options, x: list[0] });
  return charts().histogram(longColumns(frame, list), {
    ...options,
    x: "value",
    color: "column",
  });
}

/** Any chart that takes the columns as they are. */
export function direct(draw: Draw, frame: Plotted, given: object): Chart {
  return draw(columnsOf(frame), checked(frame, readOptions(given)) as never);
}

/** The columns of numbers that are no axis yet. */
function otherNumbers(frame: Plotted, { x, color }: PlotOptions): string[] {
  const names = numericColumns(frame).filter((name) => name !== x && name !== color);
  if (names.length > 0) return names;
  throw new TypeError(
    `There is nothing to plot: no column holds numbers. The columns are ${frame.columns.join(", ")}.`,
  );
}

/** @throws RangeError that names the column nearest to one that the frame lacks. */
function checked(frame: Plotted, options: PlotOptions): PlotOptions {
  const named = [options.x, options.y, options.color, options.theta].flat();
  for (const name of named) {
    if (name === undefined || frame.columns.includes(name)) continue;
    const [near] = nearest(name, frame.columns);
    throw new RangeError(
      `There is no column '${name}'. ${near === undefined ? `The columns are ${frame.columns.join(", ")}.` : `Did you mean '${near}'?`}`,
    );
  }
  return options;
}
