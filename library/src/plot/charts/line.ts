import type { Chart } from "../figure/chart.ts";
import { column, readTable } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import { completeRows, count, missingNote, records } from "../table/rows.ts";
import { outlineIndices } from "../table/sample.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { distinct, measure, numbers } from "../table/values.ts";
import { along, axisColumns, longForm } from "./axes.ts";
import { facetsOf } from "./facets.ts";
import { buildChart, channel, tooltips } from "./base.ts";
import { extent } from "./describe.ts";
import { onScale, scaleOf, type LogOptions } from "./log-scale.ts";
import type { AxisOptions } from "./options.ts";
import { colorAndDash, linesWithDots } from "./series.ts";

/** Options of `line`. */
export interface LineOptions<Column extends string = string> extends Omit<
  AxisOptions<Column> & LogOptions,
  "y"
> {
  /** Column along the vertical axis, or several columns for as many lines. */
  readonly y?: Column | readonly Column[];
  /** Dots at the data. By default for lines of at most 30 points. */
  readonly points?: boolean;
  /** A line keeps its outline with at most about so many points. Default 2000 over all lines. */
  readonly maxPoints?: number;
}

/**
 * Lines through values in the order of `x`. Lines differ in colour and dash.
 *
 * @param data - A frame, records, columns by name, or the numbers of one line; see `ChartData`.
 * @param options - `x` and `y` default to the first two columns of numbers; several names as `y`, or
 *   a column as `color`, draw several lines.
 * @throws RangeError for an unknown column or data without a complete row.
 * @throws TypeError when `y` holds something that is not a number.
 * @example
 * line([0.9, 0.5, 0.3], { xTitle: "Epoch", yTitle: "Loss" });
 * line(weather, { x: "date", y: ["temp_min", "temp_max"], yTitle: "Temperature (°C)" });
 */
export function line<Data extends ChartData>(
  data: Data,
  options: LineOptions<ColumnOf<Data>> = {},
): Chart {
  const source = readTable(data);
  const facets = facetsOf(options.facet);
  const beside = facets?.names ?? [];
  const several = Array.isArray(options.y) ? (options.y as readonly string[]) : undefined;
  if (several && options.color !== undefined) {
    throw new TypeError(
      "Several columns as y already give each line its colour: leave the option color out.",
    );
  }
  const { x, y } = axisColumns(
    source,
    options.x,
    several ? several[0] : (options.y as string | undefined),
  );
  const table = several ? longForm(source, [x, ...beside], several) : source;
  const height = several ? "value" : y;
  const group = several ? "column" : options.color;
  const known = completeRows(table, [x, height, ...beside]);
  const notes = missingNote(table, several ? [x, ...several] : [x, y], known.length);
  const { rows: complete, notes: offScale } = onScale(table, { x, y: height }, known, options);
  notes.push(...offScale);
  const rows = thin(
    table,
    x,
    height,
    [...(group === undefined ? [] : [group]), ...beside],
    complete,
    options.maxPoints ?? 2000,
  );
  if (rows.length < complete.length) {
    notes.push(
      `The outline of ${count(complete.length)} points, drawn through ${count(rows.length)}.`,
    );
  }
  const groups = group === undefined ? [undefined] : distinct(column(table, group));
  const yTitle = options.yTitle ?? (several ? several.join(", ") : y);
  const encoding = {
    x: along(table, x, options.xTitle, options.xScale),
    y: channel(height, "quantitative", options.yTitle ?? (several ? "value" : undefined), {
      scale: scaleOf(options.yScale),
    }),
    ...(group !== undefined &&
      colorAndDash(
        group,
        several ?? groups.map(String).sort(),
        options.colorTitle ?? (several ? null : undefined),
      )),
    tooltip: tooltips(table, [x, height, ...(group === undefined ? [] : [group])]),
  };
  const points = options.points ?? complete.length <= 30 * groups.length;
  return buildChart(options, {
    values: records(table, [x, height, ...(group === undefined ? [] : [group]), ...beside], rows),
    facets,
    ...(points && group !== undefined
      ? linesWithDots(encoding)
      : { mark: { type: "line", strokeWidth: 2, point: points }, encoding }),
    alt: `Line chart of ${groups.length === 1 ? "one line" : `${count(groups.length)} lines`}: ${extent(options.xTitle ?? x, column(table, x))}, ${extent(yTitle, column(table, height))}${group === undefined || several ? "" : `, a line for each ${extent(group, column(table, group))}`}.`,
    notes,
  });
}

/** Rows sorted along x within each line, thinned to the outline where there are too many. */
function thin(
  table: Table,
  x: string,
  y: string,
  groups: readonly string[],
  rows: readonly number[],
  most: number,
): number[] {
  const heights = numbers(column(table, y), y);
  const places = column(table, x);
  const lines = Map.groupBy(rows, (row) =>
    JSON.stringify(groups.map((group) => String(column(table, group)[row]))),
  );
  return [...lines.values()].flatMap((line) => {
    const sorted =
      measure(places) === "nominal"
        ? line
        : line.toSorted((a, b) => Number(places[a]) - Number(places[b]));
    const kept = outlineIndices(
      sorted.map((row) => heights[row] ?? NaN),
      Math.max(4, Math.floor(most / lines.size)),
    );
    return kept.map((i) => sorted[i] ?? 0);
  });
}
