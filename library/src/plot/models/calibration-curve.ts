import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list, short } from "../charts/describe.ts";
import { colorAndDash, linesWithDots } from "../charts/series.ts";
import { quantile } from "../distributions/statistics.ts";
import type { Chart } from "../figure/chart.ts";
import type { LabelsLike } from "../table/labels.ts";
import { readScored } from "./scores.ts";
import type { ScoresLike } from "./scores.ts";
import type { ScoreCurveOptions } from "./score-curves.ts";

/** Options of `calibrationCurve`. */
export interface CalibrationCurveOptions extends ScoreCurveOptions {
  /** Number of bins. Default 5. */
  readonly bins?: number;
  /** Bins of equal width, or of equally many scores. Default `"uniform"`. */
  readonly strategy?: "uniform" | "quantile";
}

/**
 * How often the positive class is true where a model gives it some probability, as scikit-learn's
 * `calibration_curve` computes it. On the dashed diagonal, probabilities mean what they say.
 *
 * @param scores - Probabilities from 0 to 1, of one model or of several by name.
 * @throws RangeError when lengths differ, a score is outside 0 to 1, or there are not two classes.
 * @example
 * calibrationCurve(labels, { "naive Bayes": probabilities }, { bins: 10 });
 */
export function calibrationCurve(
  truth: LabelsLike,
  scores: ScoresLike,
  options: CalibrationCurveOptions = {},
): Chart {
  const { positive, label, models } = readScored(truth, scores, options.positive);
  const points = models.flatMap(({ name, scores }) => {
    const outside = scores.find((score) => score < 0 || score > 1);
    if (outside !== undefined)
      throw new RangeError(
        `Calibration needs probabilities from 0 to 1; one is ${String(outside)}.`,
      );
    return binned(positive, scores, options).map((bin) => ({ model: name || "model", ...bin }));
  });
  const names = models.map(({ name }) => name || "model");
  const scale = { domain: [0, 1], nice: false };
  const x = channel("predicted", "quantitative", "Mean predicted probability", { scale });
  const y = channel("observed", "quantitative", `Share of class ${label}`, { scale });
  const lines = linesWithDots({
    x,
    y,
    ...(models.length > 1 && colorAndDash("model", names, null)),
    tooltip: tooltipList([x, y, channel("count", "quantitative", "values")]),
  });
  return buildChart(options, {
    values: points,
    width: 300,
    height: 300,
    encoding: lines.encoding,
    layer: [
      {
        data: { values: [0, 1].map((end) => ({ predicted: end, observed: end })) },
        mark: { type: "line", strokeDash: [4, 4], strokeWidth: 1, style: "muted" },
      },
      ...lines.layer,
    ],
    alt: `Calibration curve for the class ${label}: ${list(
      names.map((name) => {
        const own = points.filter(({ model }) => model === name);
        return `${name} ${own.map(({ predicted, observed }) => `${short(predicted)} → ${short(observed)}`).join(", ")}`;
      }),
    )}.`,
    notes: [],
  });
}

/** The mean score and the share of the positive in each bin that is not empty. */
export function binned(
  positive: readonly boolean[],
  scores: readonly number[],
  { bins = 5, strategy = "uniform" }: Pick<CalibrationCurveOptions, "bins" | "strategy">,
): { predicted: number; observed: number; count: number }[] {
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`The number of bins is a whole number from 1; it was ${String(bins)}.`);
  const sorted = scores.toSorted((a, b) => a - b);
  const inner = Array.from({ length: bins - 1 }, (_, i) =>
    strategy === "uniform" ? (i + 1) / bins : quantile(sorted, (i + 1) / bins),
  );
  const groups = Map.groupBy(
    scores.map((_, i) => i),
    (i) => inner.filter((edge) => edge < scores[i]).length,
  );
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, rows]) => ({
      predicted: rows.reduce((sum, i) => sum + scores[i], 0) / rows.length,
      observed: rows.filter((i) => positive[i]).length / rows.length,
      count: rows.length,
    }));
}
