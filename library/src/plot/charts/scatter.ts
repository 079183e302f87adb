import type { Chart } from "../figure/chart.ts";
import type { Channel } from "../figure/spec.ts";
import { column, readTable } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import { completeRows, count, missingNote, records } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";
import type { Cell, ChartData, ColumnOf } from "../table/types.ts";
import { distinct, measure, measureOfGroups } from "../table/values.ts";
import { axisColumns } from "./axes.ts";
import { facetsOf } from "./facets.ts";
import { buildChart, channel, tooltips } from "./base.ts";
import { extent } from "./describe.ts";
import { onScale, scaleOf, type AxisScale, type LogOptions } from "./log-scale.ts";
import type { AxisOptions } from "./options.ts";
import { shapes } from "../figure/palette.ts";

/** Options of `scatter`. */
export interface ScatterOptions<Column extends string = string>
  extends AxisOptions<Column>, LogOptions {
  /** Column whose numbers give each point its area. */
  readonly size?: Column;
  /** Further columns to show when the pointer rests on a point. */
  readonly tooltip?: readonly Column[];
  /** Opacity of a point, 0 to 1. Default 0.7. */
  readonly opacity?: number;
  /** More points than this are thinned by a repeatable sample, which the figure says. Default 2000. */
  readonly maxPoints?: number;
}

/**
 * Points in a plane. A column of text, or of at most ten different whole numbers, as `color` gives
 * each group a colour and a shape; a column of other numbers gives a colour scale.
 *
 * @param data - A frame, records, columns by name or a matrix; see `ChartData`.
 * @param options - `x` and `y` default to the first two columns of numbers.
 * @throws RangeError for an unknown column or data without a complete row.
 * @example
 * scatter(penguins, { x: "flipper_length_mm", y: "body_mass_g", color: "species",
 *   xTitle: "Flipper length (mm)", yTitle: "Body mass (g)" });
 */
export function scatter<Data extends ChartData>(
  data: Data,
  options: ScatterOptions<ColumnOf<Data>> = {},
): Chart {
  const table = readTable(data);
  const { x, y } = axisColumns(table, options.x, options.y);
  const facets = facetsOf(options.facet);
  const shown = [x, y, options.color, options.size, ...(options.tooltip ?? [])].filter(
    (name) => name !== undefined,
  );
  const known = completeRows(table, [x, y, ...(facets?.names ?? [])]);
  const notes = missingNote(table, [x, y], known.length);
  const { rows: complete, notes: offScale } = onScale(table, { x, y }, known, options);
  notes.push(...offScale);
  const most = options.maxPoints ?? 2000;
  const rows = sampleIndices(complete.length, most).map((i) => complete[i] ?? 0);
  if (rows.length < complete.length) {
    notes.push(`A sample of ${count(rows.length)} of ${count(complete.length)} points.`);
  }
  const xTitle = options.xTitle ?? x;
  const yTitle = options.yTitle ?? y;
  const groups =
    options.color === undefined
      ? ""
      : `, coloured by ${extent(options.colorTitle ?? options.color, column(table, options.color))}`;
  return buildChart(options, {
    values: records(table, [...shown, ...(facets?.names ?? [])], rows),
    facets,
    mark: { type: "point", filled: true, size: 45, opacity: options.opacity ?? 0.7 },
    encoding: {
      x: position(table, x, options.xTitle, options.xScale),
      y: position(table, y, options.yTitle, options.yScale),
      ...(options.color !== undefined && colorAndShape(table, options.color, options.colorTitle)),
      ...(options.size !== undefined && { size: channel(options.size, "quantitative", undefined) }),
      tooltip: tooltips(table, shown),
    },
    alt: `Scatter plot of ${count(complete.length)} points: ${extent(xTitle, column(table, x))}, ${extent(yTitle, column(table, y))}${groups}.`,
    notes,
  });
}

/** A position; numbers need not start at zero. */
function position(
  table: Table,
  name: string,
  title: string | undefined,
  scale: AxisScale | undefined,
): Channel {
  const kind = measure(column(table, name));
  return channel(name, kind, title, {
    ...(kind === "nominal" && { axis: { labelAngle: 0 } }),
    ...(kind === "quantitative" && { scale: scaleOf(scale) }),
  });
}

function colorAndShape(
  table: Table,
  name: string,
  title: string | undefined,
): Record<string, Channel> {
  const values = column(table, name);
  if (measureOfGroups(values) !== "nominal") {
    return { color: channel(name, measure(values), title, { scale: { scheme: "viridis" } }) };
  }
  return { color: channel(name, "nominal", title), shape: shapesOf(name, values, title) };
}

/** The channel that gives each group a shape. */
export function shapesOf(
  name: string,
  values: readonly Cell[],
  title: string | undefined,
): Channel {
  const groups = new Set(distinct(values).map(String));
  const range = [...groups].map((_, i) => shapes[i % shapes.length]);
  return channel(name, "nominal", title, { scale: { range } });
}
