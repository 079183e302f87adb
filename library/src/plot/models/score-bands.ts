import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list, short } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import { colorAndDash } from "../charts/series.ts";
import { deviation, mean } from "../distributions/statistics.ts";
import type { Chart } from "../figure/chart.ts";

/** Scores of cross-validation: for each point along the axis, one score for each fold. */
export interface FoldScores {
  readonly trainScores: readonly ArrayLike<number>[];
  readonly testScores: readonly ArrayLike<number>[];
}

/** Options of `learningCurve` and `validationCurve`. */
export interface ScoreBandOptions extends FigureOptions {
  readonly xTitle?: string;
  /** What the scores are. Default "Score". */
  readonly yTitle?: string;
  /** `"log"` for parameters that grow by factors. */
  readonly xScale?: "linear" | "log";
}

/**
 * Scores by the number of training samples: the mean over folds as a line, one standard deviation to
 * either side as a band. The names are those of scikit-learn's `learning_curve`.
 *
 * @throws RangeError when the lists differ in length or hold no number.
 * @example
 * learningCurve({ trainSizes: [50, 100, 200], trainScores, testScores }, { yTitle: "Accuracy" });
 */
export function learningCurve(
  scores: FoldScores & { readonly trainSizes: ArrayLike<number> },
  options: ScoreBandOptions = {},
): Chart {
  return bands(scores.trainSizes, "trainSizes", scores, {
    ...options,
    xTitle: options.xTitle ?? "Training samples",
  });
}

/**
 * Scores by a parameter of the model, as scikit-learn's `validation_curve` gives them: the mean over
 * folds as a line, one standard deviation to either side as a band; a ring marks the best test score.
 *
 * @throws RangeError when the lists differ in length or hold no number.
 * @example
 * validationCurve({ paramRange: [0.1, 1, 10], trainScores, testScores }, { xTitle: "C", xScale: "log" });
 */
export function validationCurve(
  scores: FoldScores & { readonly paramRange: ArrayLike<number> },
  options: ScoreBandOptions = {},
): Chart {
  return bands(
    scores.paramRange,
    "paramRange",
    scores,
    { ...options, xTitle: options.xTitle ?? "Parameter" },
    true,
  );
}

function bands(
  along: ArrayLike<number>,
  what: string,
  { trainScores, testScores }: FoldScores,
  options: ScoreBandOptions,
  best = false,
): Chart {
  const places = Array.from(along);
  const rows = (
    [
      ["training", "trainScores", trainScores],
      ["validation", "testScores", testScores],
    ] as const
  ).flatMap(([scores, name, lists]) => {
    if (lists.length !== places.length || lists.length === 0) {
      throw new RangeError(
        `${what} has ${String(places.length)} values and ${name} ${String(lists.length)} lists of scores; give one list for each, and at least one.`,
      );
    }
    return lists.map((folds, i) => {
      const values = Array.from(folds);
      const middle = mean(values);
      if (!Number.isFinite(middle))
        throw new RangeError(
          `${name}[${String(i)}] must hold numbers; it is [${values.join(", ")}].`,
        );
      const spread = deviation(values, 0);
      return {
        x: places[i],
        scores,
        mean: middle,
        std: spread,
        low: middle - spread,
        high: middle + spread,
      };
    });
  });
  const tests = rows.filter(({ scores }) => scores === "validation");
  const top = tests.reduce((winner, row) => (row.mean > winner.mean ? row : winner));
  const yTitle = options.yTitle ?? "Score";
  const looks = colorAndDash("scores", ["training", "validation"], null);
  const y = { scale: { zero: false } };
  const [first, last] = [tests[0], tests.at(-1) ?? tests[0]];
  return buildChart(options, {
    values: rows,
    encoding: {
      x: channel("x", "quantitative", options.xTitle, {
        scale: options.xScale === "log" ? { type: "log" } : { zero: false, nice: false },
        axis: { labelSeparation: 10 },
      }),
    },
    layer: [
      {
        mark: { type: "area", opacity: 0.18 },
        encoding: {
          y: channel("low", "quantitative", yTitle, y),
          y2: { field: "high" },
          color: looks["color"],
        },
      },
      {
        mark: { type: "line", strokeWidth: 2 },
        encoding: { y: channel("mean", "quantitative", yTitle, y), ...looks },
      },
      {
        mark: { type: "point", filled: true, size: 36, opacity: 1 },
        encoding: {
          y: channel("mean", "quantitative", yTitle, y),
          color: looks["color"],
          tooltip: tooltipList([
            channel("x", "quantitative", options.xTitle),
            channel("scores", "nominal", "scores"),
            channel("mean", "quantitative", "mean", { format: ".4" }),
            channel("std", "quantitative", "standard deviation", { format: ".3" }),
          ]),
        },
      },
      ...(best
        ? [
            {
              data: { values: [top] },
              mark: { type: "point", size: 170, strokeWidth: 2, style: "ink", opacity: 1 },
              encoding: { y: channel("mean", "quantitative", yTitle, y) },
            },
          ]
        : []),
    ],
    alt: `${yTitle} by ${options.xTitle ?? ""}: validation from ${short(first.mean)} to ${short(last.mean)}, training from ${short(rows[0].mean)} to ${short(rows[tests.length - 1].mean)}; bands are one standard deviation over ${list([...new Set(testScores.map(({ length }) => String(length)))])} folds.`,
    notes: best ? [`Best validation score: ${short(top.mean)} at ${short(top.x)}.`] : [],
  });
}
