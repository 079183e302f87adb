import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list, short } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import { deviation, mean } from "../distributions/statistics.ts";
import type { Chart } from "../figure/chart.ts";

/** Options of `featureImportance`. */
export interface FeatureImportanceOptions extends FigureOptions {
  /** Half the length of the error bar of each feature, in the order of the features. */
  readonly errors?: ArrayLike<number>;
  /** So many features at most, the most important first. Default 20. */
  readonly most?: number;
  readonly xTitle?: string;
}

/**
 * How much each feature matters to a model, most important first.
 *
 * @param importances - A number for each feature by name, or several (such as the repeats of a
 *   permutation importance), whose mean is drawn with one standard deviation to either side.
 * @throws RangeError for no features, values that are not finite, or another number of errors.
 * @example
 * featureImportance({ sex: [0.14, 0.16, 0.15], age: [0.04, 0.05, 0.03], fare: 0.02 });
 */
export function featureImportance(
  importances: Readonly<Record<string, number | ArrayLike<number>>>,
  options: FeatureImportanceOptions = {},
): Chart {
  const names = Object.keys(importances);
  const { errors } = options;
  if (names.length === 0 || (errors !== undefined && errors.length !== names.length)) {
    throw new RangeError(
      `Give at least one feature, and as many errors as features; there are ${String(names.length)} features${errors === undefined ? "" : ` and ${String(errors.length)} errors`}.`,
    );
  }
  const rows = names
    .map((feature, i) => {
      const given = importances[feature];
      const values = typeof given === "number" ? [given] : Array.from(given);
      const importance = mean(values);
      if (!Number.isFinite(importance))
        throw new RangeError(
          `The importance of '${feature}' is ${String(importance)}, not a number.`,
        );
      const error = errors?.[i] ?? (values.length > 1 ? deviation(values, 0) : undefined);
      return {
        feature,
        importance,
        ...(error !== undefined && { error, low: importance - error, high: importance + error }),
      };
    })
    .sort((a, b) => b.importance - a.importance);
  const shown = rows.slice(0, options.most ?? 20);
  const title = options.xTitle ?? "Importance";
  const y = channel("feature", "nominal", "", {
    sort: shown.map(({ feature }) => feature),
    axis: { labelLimit: 200 },
  });
  return buildChart(options, {
    values: shown,
    height: { step: 22 },
    encoding: { y },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          x: channel("importance", "quantitative", title),
          tooltip: tooltipList([
            { ...y, title: "feature" },
            channel("importance", "quantitative", title, { format: ".4" }),
            ...(shown.some(({ error }) => error !== undefined)
              ? [channel("error", "quantitative", "±", { format: ".3" })]
              : []),
          ]),
        },
      },
      ...(shown.some(({ error }) => error !== undefined)
        ? [
            {
              mark: { type: "rule", style: "ink", strokeWidth: 1.5 },
              encoding: { x: channel("low", "quantitative", title), x2: { field: "high" } },
            },
          ]
        : []),
    ],
    alt: `Importance of features: ${list(shown.slice(0, 10).map(({ feature, importance }) => `${feature} ${short(importance)}`))}${shown.length > 10 ? ", …" : ""}.`,
    notes:
      shown.length < rows.length
        ? [`${String(shown.length)} of ${String(rows.length)} features are shown.`]
        : [],
  });
}
