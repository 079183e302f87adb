import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { short } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import type { Chart } from "../figure/chart.ts";
import { readNumbers } from "../table/labels.ts";
import type { NumbersLike } from "../table/labels.ts";
import { count } from "../table/rows.ts";
import { normalQuantile } from "./normal.ts";
import { mean } from "./statistics.ts";

/** Options of `qqPlot`. */
export interface QqPlotOptions extends FigureOptions {
  readonly xTitle?: string;
  readonly yTitle?: string;
}

const mostPoints = 2000;

/**
 * The values in order against those that a normal distribution would have, with the fitted line:
 * values that are normally distributed lie on it. Places and line are those of SciPy's `probplot`
 * (J. J. Filliben's medians of order statistics, 1975).
 *
 * @throws RangeError for fewer than two values, or one that is no finite number.
 * @example
 * qqPlot(residuals, { yTitle: "Residual ($)" });
 */
export function qqPlot(values: NumbersLike, options: QqPlotOptions = {}): Chart {
  const sorted = readNumbers(values, "Values").sort((a, b) => a - b);
  if (sorted.length < 2)
    throw new RangeError(
      `A QQ plot needs at least two values; there are ${String(sorted.length)}.`,
    );
  const { points, slope, intercept } = probabilityPlot(sorted);
  const every = Math.ceil(points.length / mostPoints);
  const shown = points.filter((_, i) => i % every === 0 || i === points.length - 1);
  const x = channel("theoretical", "quantitative", options.xTitle ?? "Normal quantile");
  const y = channel("value", "quantitative", options.yTitle ?? "Value", { scale: { zero: false } });
  const ends = [points[0].theoretical, points[points.length - 1].theoretical];
  return buildChart(options, {
    values: shown,
    width: 300,
    height: 300,
    encoding: { x, y },
    layer: [
      {
        data: { values: ends.map((end) => ({ theoretical: end, value: intercept + slope * end })) },
        mark: { type: "line", style: "ink", strokeDash: [4, 3], strokeWidth: 1.2 },
        encoding: {},
      },
      {
        mark: { type: "point", filled: true, size: 30, opacity: 0.75 },
        encoding: { tooltip: tooltipList([x, y]) },
      },
    ],
    alt: `Normal QQ plot of ${count(sorted.length)} values from ${short(sorted[0])} to ${short(sorted[sorted.length - 1])}; the line has intercept ${short(intercept)} and slope ${short(slope)}.`,
    notes:
      shown.length < points.length
        ? [`${count(shown.length)} of ${count(points.length)} points are drawn.`]
        : [],
  });
}

/** Normal quantiles for sorted values, and the least-squares line through both. */
export function probabilityPlot(sorted: readonly number[]): {
  points: { theoretical: number; value: number }[];
  slope: number;
  intercept: number;
} {
  const n = sorted.length;
  const last = 0.5 ** (1 / n);
  const points = sorted.map((value, i) => {
    const part = i === 0 ? 1 - last : i === n - 1 ? last : (i + 1 - 0.3175) / (n + 0.365);
    return { theoretical: normalQuantile(part), value };
  });
  const middle = mean(points.map(({ theoretical }) => theoretical));
  const height = mean(sorted);
  let [xy, xx] = [0, 0];
  for (const { theoretical, value } of points) {
    xy += (theoretical - middle) * (value - height);
    xx += (theoretical - middle) ** 2;
  }
  return { points, slope: xy / xx, intercept: height - (xy / xx) * middle };
}
