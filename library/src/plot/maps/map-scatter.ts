import { buildChart, channel, tooltips } from "../charts/base.ts";
import { extent } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import { shapesOf } from "../charts/scatter.ts";
import type { Chart } from "../figure/chart.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote, records } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { measureOfGroups, numbers } from "../table/values.ts";
import { mapLayers } from "./outline.ts";
import type { MapOptions } from "./outline.ts";

/** Options of `mapScatter`. */
export interface MapScatterOptions<Column extends string = string>
  extends FigureOptions, MapOptions {
  /** Column of degrees east, from −180 to 180. Default `longitude`. */
  readonly longitude?: Column;
  /** Column of degrees north, from −90 to 90. Default `latitude`. */
  readonly latitude?: Column;
  /** Column that gives each point its colour (and, for groups, its shape). */
  readonly color?: Column;
  readonly colorTitle?: string;
  /** Column that gives each point its area. */
  readonly size?: Column;
  /** Further columns to show on hover. */
  readonly tooltip?: readonly Column[];
  /** More points are sampled, which is said. Default 2000. */
  readonly maxPoints?: number;
}

/**
 * Points on a map: a projection of the globe with its lines of longitude and latitude. There are no
 * tiles, and nothing is loaded; coasts or borders are drawn where you give them as `outline`.
 *
 * @throws RangeError for an unknown column, no complete row, or degrees outside the globe.
 * @throws TypeError when a column of degrees holds something that is not a number.
 * @example
 * mapScatter(airports, { longitude: "lon", latitude: "lat", color: "elevation", projection: "mercator" });
 */
export function mapScatter<Data extends ChartData>(
  data: Data,
  options: MapScatterOptions<ColumnOf<Data>> = {},
): Chart {
  const table = readTable(data);
  const longitude: string = options.longitude ?? "longitude";
  const latitude: string = options.latitude ?? "latitude";
  const complete = completeRows(table, [longitude, latitude]);
  const notes = missingNote(table, [longitude, latitude], complete.length);
  for (const [name, most] of [
    [longitude, 180],
    [latitude, 90],
  ] as const) {
    const values = numbers(column(table, name), name);
    const wrong = complete.find((row) => Math.abs(values[row]) > most);
    if (wrong !== undefined) {
      throw new RangeError(
        `Column '${name}' holds degrees from −${String(most)} to ${String(most)}; row ${String(wrong)} is ${String(values[wrong])}. Are longitude and latitude swapped?`,
      );
    }
  }
  const rows = sampleIndices(complete.length, options.maxPoints ?? 2000).map((i) => complete[i]);
  if (rows.length < complete.length)
    notes.push(`A sample of ${count(rows.length)} of ${count(complete.length)} points.`);
  const { color, size } = options;
  const shown = [longitude, latitude, color, size, ...(options.tooltip ?? [])].filter(
    (name) => name !== undefined,
  );
  const kind = color === undefined ? "nominal" : measureOfGroups(column(table, color));
  return buildChart(options, {
    values: records(table, shown, rows),
    width: 560,
    height: 300,
    encoding: {},
    layer: [
      ...mapLayers(options),
      {
        mark: { type: "point", filled: true, size: 40, opacity: 0.8 },
        encoding: {
          longitude: channel(longitude, "quantitative", undefined),
          latitude: channel(latitude, "quantitative", undefined),
          ...(color !== undefined && {
            color: channel(color, kind, options.colorTitle, {
              ...(kind !== "nominal" && { scale: { scheme: "viridis" } }),
            }),
            ...(kind === "nominal" && {
              shape: shapesOf(color, column(table, color), options.colorTitle),
            }),
          }),
          ...(size !== undefined && { size: channel(size, "quantitative", undefined) }),
          tooltip: tooltips(table, shown),
        },
      },
    ],
    more: { projection: { type: options.projection ?? "equalEarth" } },
    alt: `Map of ${count(complete.length)} points: ${extent("longitude", column(table, longitude))}, ${extent("latitude", column(table, latitude))}${color === undefined ? "" : `, coloured by ${extent(options.colorTitle ?? color, column(table, color))}`}.`,
    notes,
  });
}
