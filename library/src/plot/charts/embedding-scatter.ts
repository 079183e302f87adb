import type { Chart } from "../figure/chart.ts";
import { readLabels } from "../table/labels.ts";
import type { LabelsLike } from "../table/labels.ts";
import { column, readTable } from "../table/read.ts";
import { count } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";
import type { ChartData } from "../table/types.ts";
import { measureOfGroups, numbers, plain } from "../table/values.ts";
import { axisColumns } from "./axes.ts";
import { buildChart, channel, tooltipList } from "./base.ts";
import { extent } from "./describe.ts";
import type { FigureOptions } from "./options.ts";
import { shapesOf } from "./scatter.ts";

/** Options of `embeddingScatter`. */
export interface EmbeddingScatterOptions extends FigureOptions {
  /** What colours each point: its class, or an amount. */
  readonly labels?: LabelsLike;
  /** What each point is: a word, the name of a file. Shown on hover, and beside points if there is room. */
  readonly texts?: readonly string[];
  /** Write the texts beside the points. By default for at most 60 points. */
  readonly annotate?: boolean;
  readonly colorTitle?: string;
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** More points are sampled, which is said. Default 2000. */
  readonly maxPoints?: number;
}

/**
 * Points of an embedding (PCA, t-SNE, UMAP, word vectors made flat). One unit is as long upright as
 * along, as distances are all that an embedding has.
 *
 * @param points - A matrix or tensor of two columns, a frame or records: the first two columns of numbers.
 * @throws RangeError when labels or texts and points differ in number.
 * @example
 * embeddingScatter(projected, { labels: digits, title: "PCA of the digits" });
 * embeddingScatter(vectors, { texts: words });
 */
export function embeddingScatter(points: ChartData, options: EmbeddingScatterOptions = {}): Chart {
  const table = readTable(points);
  const { x, y } = axisColumns(table, undefined, undefined);
  const [xs, ys] = [x, y].map((name) => numbers(column(table, name), name));
  const labels = options.labels === undefined ? undefined : readLabels(options.labels);
  for (const [name, given] of [
    ["labels", labels],
    ["texts", options.texts],
  ] as const) {
    if (given !== undefined && given.length !== table.length)
      throw new RangeError(
        `There are ${count(table.length)} points and ${count(given.length)} ${name}; give one for each point.`,
      );
  }
  const kept = sampleIndices(table.length, options.maxPoints ?? 2000);
  const notes =
    kept.length < table.length
      ? [`A sample of ${count(kept.length)} of ${count(table.length)} points.`]
      : [];
  const kind = labels === undefined ? "nominal" : measureOfGroups(labels);
  const title = options.colorTitle ?? "label";
  const annotate = options.texts !== undefined && (options.annotate ?? table.length <= 60);
  const { width, height, domains } = equalUnits(xs, ys, options, annotate ? 0.2 : 0);
  const place = (field: string, name: string, domain: readonly number[]) =>
    channel(field, "quantitative", name, {
      scale: { zero: false, nice: false, domain },
      axis: { grid: false, tickCount: 5 },
    });
  const encoding = {
    x: place("x", options.xTitle ?? (x === "x0" ? "Component 1" : x), domains.x),
    y: place("y", options.yTitle ?? (y === "x1" ? "Component 2" : y), domains.y),
  };
  const color = channel("label", kind, title, {
    ...(kind !== "nominal" && { scale: { scheme: "viridis" } }),
  });
  return buildChart(options, {
    values: kept.map((i) => ({
      x: xs[i],
      y: ys[i],
      ...(labels && { label: plain(labels[i]) }),
      ...(options.texts && { text: options.texts[i] }),
    })),
    width,
    height,
    encoding,
    layer: [
      {
        mark: { type: "point", filled: true, size: 34, opacity: 0.75 },
        encoding: {
          ...(labels && { color }),
          ...(labels && kind === "nominal" && { shape: shapesOf("label", labels, title) }),
          tooltip: tooltipList([
            ...(options.texts ? [channel("text", "nominal", "text")] : []),
            ...(labels ? [color] : []),
            encoding.x,
            encoding.y,
          ]),
        },
      },
      ...(annotate
        ? [
            {
              mark: { type: "text", align: "left", dx: 6, fontSize: 10.5, style: "ink" },
              encoding: { text: { field: "text", type: "nominal" } },
            },
          ]
        : []),
    ],
    alt: `Embedding of ${count(table.length)} points${labels ? `, coloured by ${extent(title, labels)}` : ""}${annotate ? `, with the texts ${(options.texts ?? []).slice(0, 12).join(", ")}${table.length > 12 ? ", …" : ""}` : ""}.`,
    notes,
  });
}

/** A size at which a unit is as long along x as along y, at most 440 by 440 by default. */
function equalUnits(
  xs: readonly number[],
  ys: readonly number[],
  options: FigureOptions,
  roomForText: number,
): { width: number; height: number; domains: { x: readonly number[]; y: readonly number[] } } {
  const range = (values: readonly number[]) => {
    const finite = values.filter((value) => Number.isFinite(value));
    const [low, high] = [
      finite.reduce((a, b) => Math.min(a, b)),
      finite.reduce((a, b) => Math.max(a, b)),
    ];
    const margin = (high - low || 1) * 0.05;
    return [low - margin, high + margin] as const;
  };
  const [[low, high], y] = [range(xs), range(ys)];
  const x = [low, high + roomForText * (high - low)];
  const ratio = (y[1] - y[0]) / (x[1] - x[0]);
  const most = options.width ?? 440;
  // A very long or flat cloud would leave no picture: then units differ.
  const shape = Math.max(0.4, Math.min(1.6, ratio));
  const width = Math.min(most, 440 / Math.max(1, shape));
  return { width, height: options.height ?? Math.round(width * shape), domains: { x, y } };
}
