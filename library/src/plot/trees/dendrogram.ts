import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { short } from "../charts/describe.ts";
import { readMatrix } from "../charts/heatmap.ts";
import type { MatrixLike } from "../charts/heatmap.ts";
import type { FigureOptions } from "../charts/options.ts";
import type { Chart } from "../figure/chart.ts";
import { dendrogramLinks } from "./linkage.ts";

/** Options of `dendrogram`. */
export interface DendrogramOptions extends FigureOptions {
  /** Names of the observations, in their order. By default their numbers from 0. */
  readonly labels?: readonly (string | number)[];
  /** Clusters joined below this height get a colour each. Default 0.7 times the greatest height. */
  readonly colorThreshold?: number;
  /** Leaves at the bottom, or at the left. Default `"top"`: the root is on top. */
  readonly orientation?: "top" | "left";
  /** Title of the axis of heights. Default "Distance". */
  readonly yTitle?: string;
}

/**
 * The tree of a hierarchical clustering. Coordinates are those of SciPy's `dendrogram`.
 *
 * @param linkage - A linkage matrix as SciPy and scikit-learn make them: for each join the two clusters,
 *   their distance, and the number of observations; `[n − 1, 4]`.
 * @throws RangeError for a matrix that is no linkage, or names that do not fit.
 * @example
 * dendrogram(linkage, { labels: cities, yTitle: "Distance (km)" });
 */
export function dendrogram(linkage: MatrixLike, options: DendrogramOptions = {}): Chart {
  const matrix = readMatrix(linkage, "A dendrogram");
  const { links, leaves } = dendrogramLinks(matrix, options.colorThreshold);
  const { labels } = options;
  if (labels !== undefined && labels.length !== leaves.length)
    throw new RangeError(
      `There are ${String(leaves.length)} observations and ${String(labels.length)} names for them.`,
    );
  const names = leaves.map((leaf) => String(labels?.[leaf] ?? leaf));
  const upright = options.orientation !== "left";
  const crowded = names.length > 80;
  const along = {
    ...channel("place", "quantitative", ""),
    scale: { domain: [0, 10 * leaves.length], nice: false, ...(!upright && { reverse: true }) },
    axis: {
      values: crowded ? [] : leaves.map((_, i) => 10 * i + 5),
      labelExpr: `${JSON.stringify(names)}[(datum.value - 5) / 10]`,
      labelAngle: upright && names.join("").length > 50 ? -90 : 0,
      grid: false,
      ticks: false,
      domain: false,
      labelLimit: 160,
      labelOverlap: false,
    },
  };
  const height = channel("height", "quantitative", options.yTitle ?? "Distance", {
    axis: { grid: true },
  });
  const clusters = [...new Set(links.map(({ cluster }) => cluster))].filter((one) => one > 0);
  return buildChart(options, {
    values: links.flatMap(({ x, y, cluster }, link) =>
      x.map((place, i) => ({
        link,
        i,
        place,
        height: y[i],
        cluster: cluster === 0 ? "above" : String(cluster),
      })),
    ),
    mark: { type: "line", strokeWidth: 1.6 },
    encoding: {
      [upright ? "x" : "y"]: along,
      [upright ? "y" : "x"]: height,
      detail: { field: "link", type: "nominal" },
      order: { field: "i", type: "quantitative" },
      color: {
        condition: {
          test: "datum.cluster !== 'above'",
          field: "cluster",
          type: "nominal",
          scale: { domain: clusters.map(String) },
          legend: null,
        },
        value: "#888888",
      },
      tooltip: tooltipList([height]),
    },
    alt: `Dendrogram of ${String(leaves.length)} observations up to a distance of ${short(Math.max(...matrix.map((row) => row[2])))}, in ${String(clusters.length)} coloured clusters. Leaves in order: ${names.slice(0, 30).join(", ")}${crowded || names.length > 30 ? ", …" : ""}.`,
    notes: [],
  });
}
