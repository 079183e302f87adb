import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { extent } from "../charts/describe.ts";
import { facetsOf } from "../charts/facets.ts";
import type { AxisOptions } from "../charts/options.ts";
import { colorAndDash } from "../charts/series.ts";
import { longForm } from "../charts/axes.ts";
import { firstColumn } from "../charts/axes.ts";
import type { Chart } from "../figure/chart.ts";
import { groupRows } from "../table/groups.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { distinct, numbers } from "../table/values.ts";
import { bandwidthOf, densityAt, evenly } from "./kernel-density.ts";
import type { Bandwidth } from "./kernel-density.ts";

/** Options of `density`. */
export interface DensityOptions<Column extends string = string> extends Omit<
  AxisOptions<Column>,
  "x" | "y"
> {
  /** Column of numbers, or several columns for as many curves. By default the first. */
  readonly x?: Column | readonly Column[];
  /** Width of the kernel: a rule or a factor of the standard deviation. Default `"scott"`. */
  readonly bandwidth?: Bandwidth;
  /** Points along each curve. Default 200. */
  readonly points?: number;
  /** Colour the area below the curves. Default true. */
  readonly fill?: boolean;
}

/**
 * Density curves by a Gaussian kernel, as SciPy's `gaussian_kde` computes them. Each curve has an area
 * of 1 and goes three kernel widths beyond its data.
 *
 * @throws RangeError for an unknown column, or a group without two different values.
 * @throws TypeError when the column holds something that is not a number.
 * @example
 * density(penguins, { x: "body_mass_g", color: "species", xTitle: "Body mass (g)" });
 */
export function density<Data extends ChartData>(
  data: Data,
  options: DensityOptions<ColumnOf<Data>> = {},
): Chart {
  const source = readTable(data);
  const several = Array.isArray(options.x) ? (options.x as readonly string[]) : undefined;
  const facets = facetsOf(options.facet);
  const beside = facets?.names ?? [];
  const table = several ? longForm(source, beside, several) : source;
  const x = several ? "value" : ((options.x as string | undefined) ?? firstColumn(source));
  const group = several ? "column" : (options.color as string | undefined);
  const groupedBy = [...new Set([...(group === undefined ? [] : [group]), ...beside])];
  const rows = completeRows(table, [x, ...groupedBy]);
  const notes = missingNote(table, [x, ...groupedBy], rows.length);
  const values = numbers(column(table, x), x);
  const curves = groupRows(table, rows, groupedBy).map(({ keys, members }) => {
    const own = members.map((row) => values[row]);
    const width = bandwidthOf(own, options.bandwidth);
    let [low, high] = [Infinity, -Infinity];
    for (const value of own) [low, high] = [Math.min(low, value), Math.max(high, value)];
    const at = evenly(low - 3 * width, high + 3 * width, options.points ?? 200);
    const densities = densityAt(own, at, width);
    return at.map((place, i) => ({ ...keys, at: place, density: densities[i] }));
  });
  const names =
    several ?? (group === undefined ? [] : distinct(column(table, group)).map(String).sort());
  const xTitle = options.xTitle ?? (several ? several.join(", ") : x);
  const title = options.colorTitle ?? (several ? null : undefined);
  const dashed = group === undefined ? {} : colorAndDash(group, names, title);
  return buildChart(options, {
    values: curves.flat(),
    facets,
    encoding: {
      x: channel("at", "quantitative", xTitle, { scale: { zero: false, nice: false } }),
      y: channel("density", "quantitative", options.yTitle ?? "Density", { stack: null }),
    },
    layer: [
      ...(options.fill === false
        ? []
        : [
            {
              mark: { type: "area", opacity: 0.22 },
              encoding: dashed["color"] ? { color: dashed["color"] } : {},
            },
          ]),
      {
        mark: { type: "line", strokeWidth: 2 },
        encoding: {
          ...dashed,
          tooltip: tooltipList([
            ...groupedBy.map((name) => channel(name, "nominal", undefined)),
            channel("at", "quantitative", xTitle),
            channel("density", "quantitative", "density"),
          ]),
        },
      },
    ],
    alt: `Density curve${curves.length === 1 ? "" : "s"} of ${count(rows.length)} values: ${extent(
      xTitle,
      rows.map((row) => values[row]),
    )}${group === undefined ? "" : `, for each ${extent(options.colorTitle ?? group, names)}`}.`,
    notes,
  });
}
