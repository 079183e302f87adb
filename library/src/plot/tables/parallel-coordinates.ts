import { buildChart, channel } from "../charts/base.ts";
import { list, short } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import type { Chart } from "../figure/chart.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { measure, measureOfGroups, numbers, plain } from "../table/values.ts";

/** Options of `parallelCoordinates`. */
export interface ParallelCoordinatesOptions<Column extends string = string> extends FigureOptions {
  /** Which columns, from left to right. By default all columns of numbers. */
  readonly columns?: readonly Column[];
  /** Column that gives each line its colour. */
  readonly color?: Column;
  readonly colorTitle?: string;
  /** More rows are sampled, which is said. Default 300. */
  readonly maxLines?: number;
}

/**
 * A line for each row through an upright axis for each column, each axis from its smallest to its
 * greatest value.
 *
 * @throws RangeError for an unknown column or fewer than two columns of numbers.
 * @throws TypeError when a column named holds something that is not a number.
 * @example
 * parallelCoordinates(iris, { color: "species" });
 */
export function parallelCoordinates<Data extends ChartData>(
  data: Data,
  options: ParallelCoordinatesOptions<ColumnOf<Data>> = {},
): Chart {
  const table = readTable(data);
  const color: string | undefined = options.color;
  const names: readonly string[] =
    options.columns ??
    [...table.columns]
      .filter(
        ([name, values]) =>
          name !== "index" && name !== color && measure(values) === "quantitative",
      )
      .map(([name]) => name);
  if (names.length < 2)
    throw new RangeError(
      `Parallel coordinates need two columns of numbers; here ${names.length === 0 ? "is none" : `is ${names.join("")}`}.`,
    );
  const used = [...names, ...(color === undefined ? [] : [color])];
  const complete = completeRows(table, used);
  const notes = missingNote(table, used, complete.length);
  const axes = names.map((name, place) => {
    const values = numbers(column(table, name), name);
    const own = complete.map((row) => values[row]);
    const [low, high] = [
      own.reduce((a, b) => Math.min(a, b)),
      own.reduce((a, b) => Math.max(a, b)),
    ];
    return { name, place, values, low, high };
  });
  const rows = sampleIndices(complete.length, options.maxLines ?? 300).map((i) => complete[i]);
  if (rows.length < complete.length)
    notes.push(`A sample of ${count(rows.length)} of ${count(complete.length)} lines.`);
  const kind = color === undefined ? "nominal" : measureOfGroups(column(table, color));
  const x = channel("place", "quantitative", "", {
    scale: { domain: [0, names.length - 1], nice: false },
    axis: {
      values: names.map((_, i) => i),
      labelExpr: `${JSON.stringify(names)}[datum.value]`,
      labelPadding: 20,
      ticks: false,
      gridColor: "#888888",
    },
  });
  const y = (field: string) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [0, 1] },
  });
  const text = (field: string, part: number, dy: number) => ({
    data: {
      values: axes.map(({ place, low, high }) => ({
        place,
        part,
        low: short(low),
        high: short(high),
      })),
    },
    mark: { type: "text", dy, fontSize: 10, style: "muted" },
    encoding: { x, y: y("part"), text: { field, type: "nominal" } },
  });
  return buildChart(options, {
    values: rows.flatMap((row, line) =>
      axes.map(({ place, values, low, high }) => ({
        line,
        place,
        part: low === high ? 0.5 : Number(((values[row] - low) / (high - low)).toFixed(4)),
        ...(color !== undefined && { group: plain(column(table, color)[row]) }),
      })),
    ),
    width: Math.max(440, 110 * (names.length - 1)),
    encoding: {},
    layer: [
      {
        mark: { type: "line", opacity: 0.45, strokeWidth: 1.2 },
        encoding: {
          x,
          y: y("part"),
          detail: { field: "line", type: "nominal" },
          ...(color !== undefined && {
            color: channel("group", kind, options.colorTitle ?? color, {
              ...(kind !== "nominal" && { scale: { scheme: "viridis" } }),
            }),
          }),
        },
      },
      text("low", 0, 11),
      text("high", 1, -8),
    ],
    more: { view: { stroke: null } },
    alt: `Parallel coordinates of ${count(complete.length)} rows: ${list(axes.map(({ name, low, high }) => `${name} from ${short(low)} to ${short(high)}`))}${color === undefined ? "" : `, coloured by ${options.colorTitle ?? color}`}.`,
    notes,
  });
}
