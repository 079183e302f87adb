import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list, short } from "../charts/describe.ts";
import type { Chart } from "../figure/chart.ts";
import type { Channel, Layer } from "../figure/spec.ts";
import { count } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { laneAxis, laneColor, laneOf, oriented } from "./lanes.ts";
import { readSamples } from "./samples.ts";
import type { SampleOptions } from "./samples.ts";
import { boxStatistics } from "./statistics.ts";

/** Options of `box`. */
export interface BoxOptions<Column extends string = string> extends SampleOptions<Column> {
  /** Boxes along the horizontal axis. Default false. */
  readonly horizontal?: boolean;
  /** Whiskers reach to the last value within so many interquartile ranges. Default 1.5. */
  readonly whisker?: number;
  /** Show the values beyond the whiskers. Default true. */
  readonly outliers?: boolean;
}

const mostOutliers = 1000;

/**
 * Box plots: the median, the middle half of the values as a box, whiskers to the last value within
 * 1.5 interquartile ranges, and the values beyond as points. Quartiles are NumPy's.
 *
 * @param data - A frame, records, columns by name, or numbers; see `ChartData`.
 * @param options - `y` is the column of numbers (several: a box each; none: all columns of numbers),
 *   `x` the column of groups.
 * @throws RangeError for an unknown column or data without a value.
 * @throws TypeError when `y` holds something that is not a number.
 * @example
 * box(penguins, { x: "species", y: "body_mass_g", color: "sex", yTitle: "Body mass (g)" });
 */
export function box<Data extends ChartData>(
  data: Data,
  options: BoxOptions<ColumnOf<Data>> = {},
): Chart {
  const samples = readSamples(data, options);
  const horizontal = options.horizontal ?? false;
  const boxes = samples.samples.map((sample) => {
    const { middle, half } = laneOf(samples, sample, 0.7);
    const statistics = boxStatistics(sample.values, options.whisker);
    return { sample, middle, from: middle - half, to: middle + half, statistics };
  });
  const beyond = boxes.flatMap(({ sample, middle, statistics }) =>
    statistics.outliers.map((outlier) => ({
      ...sample.keys,
      group: sample.category,
      middle,
      outlier,
    })),
  );
  const kept = options.outliers === false ? [] : sampleIndices(beyond.length, mostOutliers);
  const notes = [...samples.notes];
  if (options.outliers !== false && kept.length < beyond.length)
    notes.push(`A sample of ${count(kept.length)} of ${count(beyond.length)} outliers.`);
  const value = (field: string): Channel =>
    channel(field, "quantitative", samples.valueTitle, { scale: { zero: false } });
  const lane = laneAxis("middle", samples, horizontal);
  const ends = { lane: laneAxis("from", samples, horizontal), lane2: { field: "to" } };
  const color = laneColor(samples);
  const statistic = (name: string, title: string) => channel(name, "quantitative", title);
  const tooltip = tooltipList([
    channel("group", "nominal", samples.categoryTitle || "group"),
    ...Object.values(color),
    statistic("high", "upper whisker"),
    statistic("q3", "third quartile"),
    statistic("median", "median"),
    statistic("q1", "first quartile"),
    statistic("low", "lower whisker"),
    statistic("n", "values"),
  ]);
  const isBox = [{ filter: "isValid(datum.q1)" }];
  const layer: Layer[] = [
    ...[
      { value: value("low"), value2: { field: "q1" } },
      { value: value("q3"), value2: { field: "high" } },
    ].map((ends) => ({
      transform: isBox,
      mark: { type: "rule", style: "ink" },
      encoding: oriented(horizontal, { lane, ...ends }),
    })),
    {
      transform: isBox,
      mark: { type: "rect", fillOpacity: 0.55, strokeWidth: 1.2, strokeOpacity: 1 },
      encoding: {
        ...oriented(horizontal, { ...ends, value: value("q1"), value2: { field: "q3" } }),
        ...color,
        tooltip,
      },
    },
    {
      transform: isBox,
      mark: { type: "rule", style: "ink", strokeWidth: 2.2 },
      encoding: oriented(horizontal, { ...ends, value: value("median") }),
    },
    ...(kept.length === 0
      ? []
      : [
          {
            transform: [{ filter: "isValid(datum.outlier)" }],
            mark: { type: "point", size: 18, opacity: 0.8 },
            encoding: {
              ...oriented(horizontal, { lane, value: value("outlier") }),
              ...color,
              tooltip: tooltipList([channel("outlier", "quantitative", samples.valueTitle)]),
            },
          },
        ]),
  ];
  return buildChart(options, {
    values: [
      ...boxes.map(({ sample, middle, from, to, statistics: { outliers, ...five } }) => ({
        ...sample.keys,
        group: sample.category,
        middle,
        from,
        to,
        ...five,
        n: sample.values.length,
        beyond: outliers.length,
      })),
      ...kept.map((i) => beyond[i]),
    ],
    layer,
    encoding: {},
    facets: samples.facets,
    alt: `Box plot of ${samples.valueTitle}: ${list(boxes.slice(0, 12).map(({ sample, statistics }) => `${sample.name} median ${short(statistics.median)}, middle half ${short(statistics.q1)} to ${short(statistics.q3)}`))}${boxes.length > 12 ? ", …" : ""}.`,
    notes,
  });
}
