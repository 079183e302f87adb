import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { short } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import { deviation, mean } from "../distributions/statistics.ts";
import type { Chart } from "../figure/chart.ts";
import { readNumbers } from "../table/labels.ts";
import type { NumbersLike } from "../table/labels.ts";
import { count } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";

/** Options of `residuals`. */
export interface ResidualsOptions extends FigureOptions {
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** More points are sampled, which is said. Default 2000. */
  readonly maxPoints?: number;
}

/**
 * What a regression leaves: truth minus prediction, by prediction. A good fit scatters evenly about 0.
 *
 * @throws RangeError when the two differ in length or hold something that is no finite number.
 * @example
 * residuals(prices, predictions, { xTitle: "Predicted price ($)", yTitle: "Residual ($)" });
 */
export function residuals(
  truth: NumbersLike,
  predictions: NumbersLike,
  options: ResidualsOptions = {},
): Chart {
  const actual = readNumbers(truth, "True values");
  const predicted = readNumbers(predictions, "Predictions");
  if (actual.length !== predicted.length || actual.length === 0) {
    throw new RangeError(
      `There are ${String(actual.length)} true values and ${String(predicted.length)} predictions; give one prediction for each, and at least one.`,
    );
  }
  const all = predicted.map((value, i) => ({
    predicted: value,
    residual: actual[i] - value,
    truth: actual[i],
  }));
  const rows = sampleIndices(all.length, options.maxPoints ?? 2000).map((i) => all[i]);
  const left = all.map(({ residual }) => residual);
  const x = channel("predicted", "quantitative", options.xTitle ?? "Predicted", {
    scale: { zero: false },
  });
  const y = channel("residual", "quantitative", options.yTitle ?? "Residual (true − predicted)");
  return buildChart(options, {
    values: rows,
    encoding: {},
    layer: [
      {
        mark: { type: "point", filled: true, size: 36, opacity: 0.6 },
        encoding: { x, y, tooltip: tooltipList([x, channel("truth", "quantitative", "true"), y]) },
      },
      {
        mark: { type: "rule", style: "ink", strokeDash: [4, 3] },
        encoding: { y: { datum: 0 } },
      },
    ],
    alt: `Residuals of ${count(all.length)} predictions: mean ${short(mean(left))}, standard deviation ${short(all.length > 1 ? deviation(left) : 0)}, from ${short(Math.min(...left))} to ${short(Math.max(...left))}.`,
    notes:
      rows.length < all.length
        ? [`A sample of ${count(rows.length)} of ${count(all.length)} points.`]
        : [],
  });
}
