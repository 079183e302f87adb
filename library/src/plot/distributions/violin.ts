import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list, short } from "../charts/describe.ts";
import type { Chart } from "../figure/chart.ts";
import type { Channel } from "../figure/spec.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { bandwidthOf, densityAt, evenly } from "./kernel-density.ts";
import type { Bandwidth } from "./kernel-density.ts";
import { laneAxis, laneColor, laneOf, oriented } from "./lanes.ts";
import { readSamples } from "./samples.ts";
import type { SampleOptions } from "./samples.ts";
import { boxStatistics } from "./statistics.ts";

/** Options of `violin`. */
export interface ViolinOptions<Column extends string = string> extends SampleOptions<Column> {
  /** Violins along the horizontal axis. Default false. */
  readonly horizontal?: boolean;
  /** Width of the kernel: a rule or a factor of the standard deviation. Default `"scott"`. */
  readonly bandwidth?: Bandwidth;
  /** Points along each violin. Default 64. */
  readonly points?: number;
}

/**
 * Violin plots: how dense the values of each group lie, mirrored, with the median and the middle half
 * inside. A violin ends at its smallest and largest value; each is as wide as there is room.
 *
 * @param data - A frame, records, columns by name, or numbers; see `ChartData`.
 * @param options - `y` is the column of numbers (several: a violin each), `x` the column of groups.
 * @throws RangeError for an unknown column, or a group without two different values.
 * @example
 * violin(penguins, { x: "species", y: "flipper_length_mm", yTitle: "Flipper length (mm)" });
 */
export function violin<Data extends ChartData>(
  data: Data,
  options: ViolinOptions<ColumnOf<Data>> = {},
): Chart {
  const samples = readSamples(data, options);
  const horizontal = options.horizontal ?? false;
  const violins = samples.samples.map((sample, id) => {
    const { middle, half } = laneOf(samples, sample, 0.86);
    const { q1, median, q3 } = boxStatistics(sample.values);
    let [low, high] = [Infinity, -Infinity];
    for (const value of sample.values) [low, high] = [Math.min(low, value), Math.max(high, value)];
    const at = evenly(low, high, options.points ?? 64);
    const densities = densityAt(sample.values, at, bandwidthOf(sample.values, options.bandwidth));
    const highest = Math.max(...densities);
    const named = { ...sample.keys, group: sample.category, id };
    return {
      sample,
      median,
      outline: at.map((value, i) => ({
        ...named,
        value,
        density: densities[i],
        from: middle - (half * densities[i]) / highest,
        to: middle + (half * densities[i]) / highest,
      })),
      inside: { ...named, middle, q1, median, q3 },
    };
  });
  const value = (field: string): Channel =>
    channel(field, "quantitative", samples.valueTitle, { scale: { zero: false } });
  const lane = (field: string) => laneAxis(field, samples, horizontal);
  const color = laneColor(samples);
  return buildChart(options, {
    values: violins.flatMap(({ outline, inside }) => [...outline, inside]),
    facets: samples.facets,
    encoding: {},
    layer: [
      {
        transform: [{ filter: "isValid(datum.density)" }],
        mark: {
          type: "area",
          orient: horizontal ? "vertical" : "horizontal",
          opacity: 0.6,
          line: false,
        },
        encoding: {
          ...oriented(horizontal, {
            lane: lane("from"),
            lane2: { field: "to" },
            value: value("value"),
          }),
          detail: { field: "id", type: "nominal" },
          ...color,
          tooltip: tooltipList([
            channel("group", "nominal", samples.categoryTitle || "group"),
            ...Object.values(color),
          ]),
        },
      },
      {
        transform: [{ filter: "isValid(datum.q1)" }],
        mark: { type: "rule", strokeWidth: 4, style: "ink" },
        encoding: oriented(horizontal, {
          lane: lane("middle"),
          value: value("q1"),
          value2: { field: "q3" },
        }),
      },
      {
        transform: [{ filter: "isValid(datum.q1)" }],
        mark: { type: "point", filled: true, size: 34, opacity: 1, style: "paper" },
        encoding: {
          ...oriented(horizontal, { lane: lane("middle"), value: value("median") }),
          tooltip: tooltipList([
            channel("median", "quantitative", "median"),
            channel("q1", "quantitative", "first quartile"),
            channel("q3", "quantitative", "third quartile"),
          ]),
        },
      },
    ],
    alt: `Violin plot of ${samples.valueTitle}: ${list(violins.slice(0, 12).map(({ sample, median }) => `${sample.name} median ${short(median)}, from ${short(Math.min(...sample.values))} to ${short(Math.max(...sample.values))}`))}${violins.length > 12 ? ", …" : ""}.`,
    notes: samples.notes,
  });
}
