import { firstColumn } from "../charts/axes.ts";
import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { extent } from "../charts/describe.ts";
import { facetsOf } from "../charts/facets.ts";
import type { AxisOptions } from "../charts/options.ts";
import { colorAndDash } from "../charts/series.ts";
import type { Chart } from "../figure/chart.ts";
import { groupRows } from "../table/groups.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { distinct, numbers } from "../table/values.ts";

/** Options of `ecdf`. */
export type EcdfOptions<Column extends string = string> = Omit<AxisOptions<Column>, "y">;

const mostPoints = 1000;

/**
 * Which share of the values is at most so great: the empirical distribution function, as steps. It
 * needs no bins and no kernel.
 *
 * @throws RangeError for an unknown column or no values.
 * @throws TypeError when the column holds something that is not a number.
 * @example
 * ecdf(penguins, { x: "body_mass_g", color: "species", xTitle: "Body mass (g)" });
 */
export function ecdf<Data extends ChartData>(
  data: Data,
  options: EcdfOptions<ColumnOf<Data>> = {},
): Chart {
  const table = readTable(data);
  const x: string = options.x ?? firstColumn(table);
  const color: string | undefined = options.color;
  const facets = facetsOf(options.facet);
  const by = [...new Set([...(color === undefined ? [] : [color]), ...(facets?.names ?? [])])];
  const rows = completeRows(table, [x, ...by]);
  const notes = missingNote(table, [x, ...by], rows.length);
  const values = numbers(column(table, x), x);
  const steps = groupRows(table, rows, by).flatMap(({ keys, members }) => {
    const sorted = members.map((row) => values[row]).sort((a, b) => a - b);
    const ends = sorted.flatMap((value, i) =>
      value === sorted[i + 1] ? [] : [{ ...keys, value, share: (i + 1) / sorted.length }],
    );
    const every = Math.ceil(ends.length / mostPoints);
    const kept = ends.filter((_, i) => i % every === 0 || i === ends.length - 1);
    return [{ ...keys, value: sorted[0], share: 0 }, ...kept].map((end, i) => ({ ...end, i }));
  });
  const title = options.xTitle ?? x;
  const place = channel("value", "quantitative", title, { scale: { zero: false } });
  const share = channel("share", "quantitative", options.yTitle ?? "Share of values up to here", {
    axis: { format: "%" },
  });
  const names = color === undefined ? [] : distinct(column(table, color)).map(String).sort();
  return buildChart(options, {
    values: steps,
    facets,
    mark: { type: "line", interpolate: "step-after", strokeWidth: 2 },
    encoding: {
      x: place,
      y: share,
      ...(color !== undefined && colorAndDash(color, names, options.colorTitle)),
      order: { field: "i", type: "quantitative" },
      tooltip: tooltipList([place, { ...share, format: ".1%" }]),
    },
    alt: `Empirical distribution of ${count(rows.length)} values: ${extent(
      title,
      rows.map((row) => values[row]),
    )}${color === undefined ? "" : `, for each ${extent(options.colorTitle ?? color, names)}`}.`,
    notes,
  });
}
