import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list, short } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import { mean } from "../distributions/statistics.ts";
import type { Chart } from "../figure/chart.ts";
import { readLabels, readNumbers, sortedLabels } from "../table/labels.ts";
import type { LabelsLike, NumbersLike } from "../table/labels.ts";
import { column, readTable } from "../table/read.ts";
import type { ChartData } from "../table/types.ts";
import { numbers } from "../table/values.ts";

const mostPoints = 5000;

/**
 * The silhouette of each point: how much nearer its own cluster is than the next one, from −1 to 1
 * (P. J. Rousseeuw, 1987). The values are those of scikit-learn's `silhouette_samples` with Euclidean
 * distances; a point alone in its cluster has 0.
 *
 * @throws RangeError for other than 2 to n − 1 clusters, or more than 5,000 points.
 */
export function silhouetteValues(
  points: readonly (readonly number[])[],
  labels: readonly unknown[],
): number[] {
  const members = Map.groupBy(points.keys(), (i) => labels[i]);
  if (labels.length !== points.length || members.size < 2 || members.size >= points.length) {
    throw new RangeError(
      `Silhouettes need a label for each point and from 2 to n − 1 clusters; there are ${String(points.length)} points, ${String(labels.length)} labels and ${String(members.size)} clusters.`,
    );
  }
  if (points.length > mostPoints) {
    throw new RangeError(
      `Silhouettes compare each pair of points, of at most 5,000; there are ${String(points.length)}. Draw a sample first.`,
    );
  }
  return points.map((point, i) => {
    let own = 0;
    let next = Infinity;
    for (const [label, others] of members) {
      let sum = 0;
      for (const j of others) sum += Math.hypot(...point.map((value, k) => value - points[j][k]));
      if (label === labels[i]) own = others.length === 1 ? NaN : sum / (others.length - 1);
      else next = Math.min(next, sum / others.length);
    }
    return Number.isNaN(own) ? 0 : (next - own) / Math.max(own, next);
  });
}

/**
 * Silhouettes of clustered points, cluster by cluster, with their mean as a dashed line. Long even
 * knives mean clear clusters; bars to the left of 0 are points nearer another cluster.
 *
 * @param points - A frame, records, matrix or tensor: all columns are coordinates.
 * @throws RangeError for other than 2 to n − 1 clusters, or more than 5,000 points.
 * @example
 * silhouette(samples, clusters, { title: "k = 3" });
 */
export function silhouette(
  points: ChartData,
  labels: LabelsLike,
  options: FigureOptions = {},
): Chart {
  const table = readTable(points);
  const names = [...table.columns.keys()].filter((name) => name !== "index");
  const columns = names.map((name) => readNumbers(numbers(column(table, name), name), `'${name}'`));
  const clusters = readLabels(labels);
  const values = silhouetteValues(
    Array.from({ length: table.length }, (_, i) => columns.map((one) => one[i])),
    clusters,
  );
  const order = sortedLabels(clusters);
  const gap = Math.max(1, Math.round(values.length / 50));
  let top = 0;
  const bands = order.map((cluster) => {
    const own = values.filter((_, i) => clusters[i] === cluster).sort((a, b) => b - a);
    const from = top;
    top += own.length + gap;
    return { cluster: String(cluster), own, from };
  });
  const average = mean(values);
  const x = channel("value", "quantitative", "Silhouette");
  return buildChart(options, {
    values: bands.flatMap(({ cluster, own, from }) =>
      own.map((value, i) => ({ cluster, value, zero: 0, y: from + i, y2: from + i + 1 })),
    ),
    encoding: {},
    layer: [
      {
        mark: { type: "rect" },
        encoding: {
          x,
          x2: { field: "zero" },
          y: channel("y", "quantitative", "Cluster", {
            scale: { reverse: true, nice: false },
            axis: {
              values: bands.map(({ own, from }) => from + own.length / 2),
              labelExpr: `${JSON.stringify(Object.fromEntries(bands.map(({ cluster, own, from }) => [String(from + own.length / 2), cluster])))}[datum.value]`,
              grid: false,
              ticks: false,
            },
          }),
          y2: { field: "y2" },
          color: channel("cluster", "nominal", "cluster", {
            sort: order.map(String),
            legend: null,
          }),
          tooltip: tooltipList([channel("cluster", "nominal", "cluster"), x]),
        },
      },
      {
        mark: { type: "rule", style: "ink", strokeDash: [4, 3] },
        encoding: { x: { datum: average } },
      },
    ],
    alt: `Silhouettes of ${String(values.length)} points in ${String(order.length)} clusters: mean ${short(average)}; ${list(bands.map(({ cluster, own }) => `cluster ${cluster} ${short(mean(own))} (${String(own.length)} points)`))}.`,
    notes: [`Mean silhouette: ${short(average)}.`],
  });
}

/** Options of `elbow`. */
export interface ElbowOptions extends FigureOptions {
  readonly xTitle?: string;
  readonly yTitle?: string;
}

/**
 * A measure by the number of clusters. A ring marks the bend: the point furthest from the straight
 * line between both ends (V. Satopää et al., Finding a "Kneedle" in a Haystack, 2011).
 *
 * @param numbersOfClusters - Such as `[1, 2, 3, 4]`.
 * @param inertias - The measure for each.
 * @throws RangeError when the two differ in length or hold something that is no finite number.
 * @example
 * elbow([1, 2, 3, 4, 5], [900, 320, 110, 95, 88]);
 */
export function elbow(
  numbersOfClusters: NumbersLike,
  inertias: NumbersLike,
  options: ElbowOptions = {},
): Chart {
  const ks = readNumbers(numbersOfClusters, "Numbers of clusters");
  const values = readNumbers(inertias, "Inertias");
  if (ks.length !== values.length || ks.length === 0)
    throw new RangeError(
      `There are ${String(ks.length)} numbers of clusters and ${String(values.length)} inertias; give one for each.`,
    );
  const rows = ks.map((k, i) => ({ k, value: values[i] })).sort((a, b) => a.k - b.k);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const below = rows.map(
    ({ k, value }) =>
      1 - (k - first.k) / (last.k - first.k) - (value - last.value) / (first.value - last.value),
  );
  const bend = rows.length < 3 ? undefined : rows[below.indexOf(Math.max(...below))];
  const x = channel("k", "quantitative", options.xTitle ?? "Number of clusters", {
    scale: { zero: false, nice: false },
    axis: { tickMinStep: 1, format: "d" },
  });
  const y = channel("value", "quantitative", options.yTitle ?? "Inertia");
  return buildChart(options, {
    values: rows,
    encoding: { x, y, tooltip: tooltipList([x, y]) },
    layer: [
      { mark: { type: "line", strokeWidth: 2 } },
      { mark: { type: "point", filled: true, size: 40, opacity: 1 } },
      ...(bend === undefined
        ? []
        : [
            {
              data: { values: [bend] },
              mark: { type: "point", size: 190, strokeWidth: 2, style: "ink", opacity: 1 },
            },
          ]),
    ],
    alt: `${options.yTitle ?? "Inertia"} by number of clusters: ${list(rows.map(({ k, value }) => `${String(k)}: ${short(value)}`))}.`,
    notes: bend === undefined ? [] : [`The line bends at ${String(bend.k)}.`],
  });
}
