import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import { colorAndDash } from "../charts/series.ts";
import type { Chart } from "../figure/chart.ts";
import type { LabelsLike } from "../table/labels.ts";
import { precisionPoints, rocPoints } from "./ranking.ts";
import { readScored } from "./scores.ts";
import type { ScoresLike } from "./scores.ts";

/** Options of `rocCurve` and `precisionRecallCurve`. */
export interface ScoreCurveOptions extends FigureOptions {
  /** The class that high scores stand for. By default the greater of the two. */
  readonly positive?: string | number | boolean;
}

const mostPoints = 1000;

/**
 * The ROC curve of one or several models: how many of the positive are found, for each share of false
 * alarms. The legend has the area below each curve (AUC); the dashed line is chance.
 *
 * @param truth - Labels of two classes.
 * @param scores - One score for each label, or the scores of several models by name.
 * @throws RangeError when lengths differ, a score is not finite, or there are not two classes.
 * @example
 * rocCurve(labels, { forest: forestScores, "logistic regression": logisticScores });
 */
export function rocCurve(
  truth: LabelsLike,
  scores: ScoresLike,
  options: ScoreCurveOptions = {},
): Chart {
  const { positive, label, models } = readScored(truth, scores, options.positive);
  const curves = models.map(({ name, scores }) => {
    const { points, auc } = rocPoints(positive, scores);
    return {
      legend: `${name === "" ? "" : `${name} `}(AUC ${auc.toFixed(3)})`,
      points: points
        .filter((_, i) => keep(i, points.length))
        .map((point) => ({
          x: point.falsePositiveRate,
          y: point.truePositiveRate,
          threshold: point.threshold,
        })),
    };
  });
  return scoreChart(options, curves, {
    x: "False positive rate",
    y: "True positive rate",
    interpolate: "linear",
    chance: [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
    alt: `ROC curve${curves.length === 1 ? "" : "s"} for the class ${label}: ${list(curves.map(({ legend }) => legend))}. Chance is the diagonal.`,
  });
}

/**
 * Precision by recall of one or several models. The legend has the average precision (AP); the dashed
 * line is chance: the share of the positive.
 *
 * @param truth - Labels of two classes.
 * @param scores - One score for each label, or the scores of several models by name.
 * @throws RangeError when lengths differ, a score is not finite, or there are not two classes.
 * @example
 * precisionRecallCurve(labels, scores, { positive: "spam" });
 */
export function precisionRecallCurve(
  truth: LabelsLike,
  scores: ScoresLike,
  options: ScoreCurveOptions = {},
): Chart {
  const { positive, label, models } = readScored(truth, scores, options.positive);
  const share = positive.filter(Boolean).length / positive.length;
  const curves = models.map(({ name, scores }) => {
    const { points, ap } = precisionPoints(positive, scores);
    return {
      legend: `${name === "" ? "" : `${name} `}(AP ${ap.toFixed(3)})`,
      points: points
        .filter((_, i) => keep(i, points.length))
        .map((point) => ({ x: point.recall, y: point.precision, threshold: point.threshold })),
    };
  });
  return scoreChart(options, curves, {
    x: "Recall",
    y: "Precision",
    interpolate: "step-after",
    chance: [
      { x: 0, y: share },
      { x: 1, y: share },
    ],
    alt: `Precision-recall curve${curves.length === 1 ? "" : "s"} for the class ${label}: ${list(curves.map(({ legend }) => legend))}. Chance is a precision of ${share.toFixed(3)}.`,
  });
}

function keep(i: number, length: number): boolean {
  return i === length - 1 || i % Math.ceil(length / mostPoints) === 0;
}

interface Curve {
  readonly legend: string;
  readonly points: readonly { x: number; y: number; threshold: number | null }[];
}

interface Words {
  readonly x: string;
  readonly y: string;
  readonly interpolate: string;
  readonly chance: readonly Record<string, number>[];
  readonly alt: string;
}

function scoreChart(options: FigureOptions, curves: readonly Curve[], words: Words): Chart {
  const scale = { domain: [0, 1], nice: false };
  const names = curves.map(({ legend }) => legend);
  const x = channel("x", "quantitative", words.x, { scale });
  const y = channel("y", "quantitative", words.y, { scale });
  return buildChart(options, {
    values: curves.flatMap(({ legend, points }) =>
      points.map((point, i) => ({ model: legend, i, ...point })),
    ),
    width: 300,
    height: 300,
    encoding: { x, y },
    layer: [
      {
        data: { values: words.chance },
        mark: { type: "line", strokeDash: [4, 4], strokeWidth: 1, style: "muted" },
        encoding: {},
      },
      {
        mark: { type: "line", strokeWidth: 2, interpolate: words.interpolate, clip: false },
        encoding: {
          ...colorAndDash("model", names, null),
          order: { field: "i", type: "quantitative" },
          tooltip: tooltipList([
            channel("model", "nominal", "model"),
            x,
            y,
            channel("threshold", "quantitative", "threshold"),
          ]),
        },
      },
    ],
    alt: words.alt,
    notes: [],
  });
}
