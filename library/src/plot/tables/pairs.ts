import { buildChart, channel } from "../charts/base.ts";
import { list } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import { Chart } from "../figure/chart.ts";
import type { AnySpec } from "../figure/spec.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote, records } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { measure, numbers } from "../table/values.ts";

/** Options of `pairs`. */
export interface PairsOptions<Column extends string = string> extends Omit<
  FigureOptions,
  "width" | "height"
> {
  /** Which columns. By default all columns of numbers, at most six. */
  readonly columns?: readonly Column[];
  /** Column that gives each point its colour. */
  readonly color?: Column;
  readonly colorTitle?: string;
  /** Side of each panel in pixels. Default 120. */
  readonly size?: number;
  /** More points are sampled, which is said. Default 1000. */
  readonly maxPoints?: number;
}

/**
 * Each column against each other one, with histograms on the diagonal (a scatter matrix).
 *
 * @throws RangeError for an unknown column, fewer than two columns of numbers or more than ten.
 * @throws TypeError when a column named holds something that is not a number.
 * @example
 * pairs(penguins, { color: "species" });
 */
export function pairs<Data extends ChartData>(
  data: Data,
  options: PairsOptions<ColumnOf<Data>> = {},
): Chart<AnySpec> {
  const table = readTable(data);
  const names: readonly string[] =
    options.columns ??
    [...table.columns]
      .filter(
        ([name, values]) =>
          name !== "index" && name !== options.color && measure(values) === "quantitative",
      )
      .map(([name]) => name)
      .slice(0, 6);
  if (names.length < 2 || names.length > 10)
    throw new RangeError(
      `Pairs are drawn of 2 to 10 columns of numbers; here ${names.length === 1 ? "is 1" : `are ${String(names.length)}`}: ${names.join(", ")}.`,
    );
  for (const name of names) numbers(column(table, name), name);
  const color: string | undefined = options.color;
  const used = [...names, ...(color === undefined ? [] : [color])];
  const complete = completeRows(table, used);
  const notes = missingNote(table, used, complete.length);
  const rows = sampleIndices(complete.length, options.maxPoints ?? 1000).map((i) => complete[i]);
  if (rows.length < complete.length)
    notes.push(`A sample of ${count(rows.length)} of ${count(complete.length)} points.`);
  const frame = buildChart(options, {
    values: records(table, used, rows),
    encoding: {},
    alt: `Scatter matrix of ${list(names)} over ${count(complete.length)} rows${color === undefined ? "" : `, coloured by ${options.colorTitle ?? color}`}.`,
    notes,
  }).spec;
  const side = options.size ?? 120;
  const last = names.length - 1;
  const colored =
    color === undefined ? {} : { color: channel(color, "nominal", options.colorTitle) };
  const outer = (shown: boolean) => ({ axis: { labels: shown, ticks: shown, tickCount: 4 } });
  const panel = (i: number, j: number) => {
    const x = channel(names[j], "quantitative", i === last ? names[j] : "", {
      scale: { zero: false, nice: true },
      ...outer(i === last),
    });
    const size = { width: side, height: side };
    if (i === j) {
      return {
        ...size,
        mark: { type: "bar", opacity: 0.75, binSpacing: 0 },
        encoding: {
          x: { ...x, bin: { maxbins: 16 } },
          y: {
            aggregate: "count",
            type: "quantitative",
            title: j === 0 ? names[0] : "",
            axis: { labels: false, ticks: false, grid: false },
          },
          ...colored,
        },
      };
    }
    return {
      ...size,
      mark: { type: "point", filled: true, size: 14, opacity: 0.6 },
      encoding: {
        x,
        y: channel(names[i], "quantitative", j === 0 ? names[i] : "", {
          scale: { zero: false, nice: true },
          ...outer(j === 0),
        }),
        ...colored,
      },
    };
  };
  const { width, height, encoding, ...rest } = frame;
  void [width, height, encoding];
  return new Chart<AnySpec>({
    ...rest,
    spacing: 8,
    vconcat: names.map((_, i) => ({ spacing: 8, hconcat: names.map((__, j) => panel(i, j)) })),
  });
}
