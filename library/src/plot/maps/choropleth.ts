import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list, short } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import type { Chart } from "../figure/chart.ts";
import { mapLayers } from "./outline.ts";
import type { GeoShapes, MapOptions } from "./outline.ts";

/** Options of `choropleth`. */
export interface ChoroplethOptions extends FigureOptions, Omit<MapOptions, "outline"> {
  /** The property of a region that names it. By default its `id`. */
  readonly key?: string;
  /** Title of the colour scale, with its unit. Default "value". */
  readonly colorTitle?: string;
}

/**
 * Regions coloured by a value; regions without one are grey.
 *
 * @param regions - GeoJSON, a `FeatureCollection`.
 * @param values - A number for each region by its name.
 * @throws RangeError when no region has a value, or a value is of no region.
 * @example
 * choropleth(counties, { Cork: 581, Kerry: 156 }, { key: "name", colorTitle: "People (1,000)" });
 */
export function choropleth(
  regions: GeoShapes,
  values: Readonly<Record<string, number>>,
  options: ChoroplethOptions = {},
): Chart {
  const { key } = options;
  const named = regions.features.map((feature) => ({
    feature,
    name: String(key === undefined ? feature.id : feature.properties?.[key]),
  }));
  const known = new Set(named.map(({ name }) => name));
  const stray = Object.keys(values).find((name) => !known.has(name));
  const shown = named.filter(({ name }) => Number.isFinite(values[name]));
  if (stray !== undefined || shown.length === 0) {
    const some = [...known].slice(0, 8).join(", ");
    throw new RangeError(
      `${stray === undefined ? "No region has a finite value" : `There is no region '${stray}'`}; the regions by ${key ?? "id"} are ${some}${known.size > 8 ? ", …" : ""}.`,
    );
  }
  const title = options.colorTitle ?? "value";
  const color = channel("value", "quantitative", title, { scale: { scheme: "viridis" } });
  const sorted = shown.toSorted((a, b) => values[b.name] - values[a.name]);
  return buildChart(options, {
    values: named.map(({ feature, name }) => ({
      type: "Feature",
      geometry: structuredClone(feature.geometry),
      name,
      value: Number.isFinite(values[name]) ? values[name] : null,
    })),
    width: 560,
    height: 320,
    encoding: {},
    layer: [
      ...mapLayers({ ...options, graticule: options.graticule ?? false }),
      {
        mark: { type: "geoshape", style: "separated", strokeWidth: 0.7, invalid: null },
        encoding: {
          color: { condition: { test: "isValid(datum.value)", ...color }, value: "#bbbbbb" },
          tooltip: tooltipList([channel("name", "nominal", key ?? "region"), color]),
        },
      },
    ],
    more: { projection: { type: options.projection ?? "equalEarth" } },
    alt: `Map of ${String(named.length)} regions by ${title}: ${list(sorted.slice(0, 8).map(({ name }) => `${name} ${short(values[name])}`))}${sorted.length > 8 ? ", …" : ""}.`,
    notes:
      shown.length < named.length
        ? [
            `${String(named.length - shown.length)} of ${String(named.length)} regions have no value.`,
          ]
        : [],
  });
}
