import type { Chart } from "../figure/chart.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { groupRows } from "../table/groups.ts";
import { distinct, numbers } from "../table/values.ts";
import { firstColumn } from "./axes.ts";
import { facetsOf } from "./facets.ts";
import { buildChart, channel, tooltipList } from "./base.ts";
import { countBins, equalEdges, roundEdges, stepEdges } from "./binning.ts";
import { extent } from "./describe.ts";
import type { AxisOptions } from "./options.ts";

/** Options of `histogram`. */
export interface HistogramOptions<Column extends string = string> extends Omit<
  AxisOptions<Column>,
  "y"
> {
  /** This many bins of equal width from the smallest to the largest value, as NumPy makes them. */
  readonly bins?: number;
  /** Bins of this width at its multiples, instead of `bins`. */
  readonly binWidth?: number;
  /** Groups (`color`) in front of each other, or on top of each other. Default `"overlay"`. */
  readonly mode?: "overlay" | "stack";
}

/**
 * How often the values of a column fall into bins. Counting happens here: the figure holds the bins
 * and not the values. Without `bins` and `binWidth` the edges are round numbers.
 *
 * @param data - A frame, records, columns by name, or the numbers themselves; see `ChartData`.
 * @param options - `x` is the column (default: `value`, or the first).
 * @throws RangeError for an unknown column, no values, or a number of bins outside 1 to 1000.
 * @throws TypeError when the column holds something that is not a number.
 * @example
 * histogram(penguins, { x: "body_mass_g", color: "species", xTitle: "Body mass (g)" });
 */
export function histogram<Data extends ChartData>(
  data: Data,
  options: HistogramOptions<ColumnOf<Data>> = {},
): Chart {
  const table = readTable(data);
  const x: string = options.x ?? firstColumn(table);
  const color: string | undefined = options.color;
  const facets = facetsOf(options.facet);
  const groupedBy = [
    ...new Set([...(color === undefined ? [] : [color]), ...(facets?.names ?? [])]),
  ];
  const used = [x, ...groupedBy];
  const rows = completeRows(table, used);
  const notes = missingNote(table, used, rows.length);
  const values = numbers(column(table, x), x);
  const all = rows.map((row) => values[row] ?? NaN);
  const edges =
    options.bins !== undefined
      ? equalEdges(all, options.bins)
      : options.binWidth !== undefined
        ? stepEdges(all, options.binWidth)
        : roundEdges(all);
  const groups =
    color === undefined ? [undefined] : distinct(rows.map((row) => column(table, color)[row]));
  const bins = groupRows(table, rows, groupedBy).flatMap(({ keys, members }) =>
    countBins(
      members.map((row) => values[row] ?? NaN),
      edges,
    ).map((bin) => ({ ...bin, ...keys })),
  );
  const overlay = groups.length > 1 && options.mode !== "stack";
  const xTitle = options.xTitle ?? x;
  return buildChart(options, {
    values: bins,
    facets,
    mark: overlay
      ? { type: "bar", fillOpacity: 0.45, strokeOpacity: 1, strokeWidth: 1.2, binSpacing: 0 }
      : { type: "bar", binSpacing: 1 },
    encoding: {
      x: channel("start", "quantitative", xTitle, {
        bin: { binned: true },
        scale: { zero: false, nice: false },
      }),
      x2: { field: "end" },
      y: channel("count", "quantitative", options.yTitle ?? "Count", {
        stack: overlay ? null : "zero",
      }),
      ...(color !== undefined && { color: channel(color, "nominal", options.colorTitle) }),
      ...(overlay &&
        color !== undefined && { stroke: channel(color, "nominal", options.colorTitle) }),
      tooltip: tooltipList([
        channel("start", "quantitative", "from"),
        channel("end", "quantitative", "to"),
        channel("count", "quantitative", "count"),
      ]),
    },
    alt: `Histogram of ${count(all.length)} values in ${String(edges.length - 1)} bins: ${extent(xTitle, all)}${color === undefined ? "" : `, for each ${extent(options.colorTitle ?? color, groups)}`}. ${peak(bins)}`,
    notes,
  });
}

function peak(bins: readonly { start: number; end: number; count: number }[]): string {
  const top = bins.reduce((best, bin) => (bin.count > best.count ? bin : best));
  return `The highest bar, ${count(top.count)}, is from ${String(top.start)} to ${String(top.end)}.`;
}
