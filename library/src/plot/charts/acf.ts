import type { Chart } from "../figure/chart.ts";
import { readNumbers } from "../table/labels.ts";
import type { NumbersLike } from "../table/labels.ts";
import { buildChart, channel, tooltipList } from "./base.ts";
import { list, short } from "./describe.ts";
import type { FigureOptions } from "./options.ts";

/** Options of `acf`. */
export interface AcfOptions extends FigureOptions {
  /** The greatest lag. By default 10 log10(n), and at most n − 1. */
  readonly lags?: number;
  readonly xTitle?: string;
  readonly yTitle?: string;
}

/**
 * Autocorrelations of a series by lag, over the whole series' mean and variance. The band is ±1.96/√n:
 * 95 of 100 correlations of noise lie within (G. Box and G. Jenkins, Time Series Analysis, 1970).
 *
 * @throws RangeError for a series that does not vary, a missing value, or lags outside 1 to n − 1.
 * @example
 * acf(monthly, { lags: 24, xTitle: "Lag (months)" });
 */
export function acf(series: NumbersLike, options: AcfOptions = {}): Chart {
  const values = readNumbers(series, "Values of a series");
  const n = values.length;
  const most = options.lags ?? Math.max(1, Math.min(n - 1, Math.floor(10 * Math.log10(n))));
  if (!Number.isInteger(most) || most < 1 || most >= n) {
    throw new RangeError(
      `The option lags is a whole number from 1 to ${String(n - 1)} for ${String(n)} values; it was ${String(most)}.`,
    );
  }
  const rows = autocorrelations(values, most).map((correlation, lag) => ({
    lag,
    correlation,
    zero: 0,
  }));
  const bound = 1.96 / Math.sqrt(n);
  const beyond = rows.slice(1).filter(({ correlation }) => Math.abs(correlation) > bound);
  const x = channel("lag", "quantitative", options.xTitle ?? "Lag", {
    axis: { tickMinStep: 1, format: "d" },
    scale: { nice: false, padding: 8 },
  });
  const y = channel("correlation", "quantitative", options.yTitle ?? "Autocorrelation");
  return buildChart(options, {
    values: rows,
    encoding: {},
    layer: [
      {
        data: { values: [{ low: -bound, high: bound }] },
        mark: { type: "rect", opacity: 0.15 },
        encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      { mark: { type: "rule", style: "muted" }, encoding: { y: { datum: 0 } } },
      {
        mark: { type: "rule", strokeWidth: 2, style: "data" },
        encoding: { x, y, y2: { field: "zero" } },
      },
      {
        mark: { type: "point", filled: true, size: 36, opacity: 1 },
        encoding: { x, y, tooltip: tooltipList([x, y]) },
      },
    ],
    alt: `Autocorrelations of ${String(n)} values at lags 0 to ${String(most)}; ${beyond.length === 0 ? "none is beyond" : `${list(beyond.slice(0, 8).map(({ lag, correlation }) => `lag ${String(lag)} (${short(correlation)})`))} ${beyond.length === 1 ? "is" : "are"} beyond`} ±${short(bound)}.`,
    notes: [],
  });
}

/** Autocorrelations at lags 0 to `most`. */
export function autocorrelations(values: readonly number[], most: number): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const away = values.map((value) => value - mean);
  const sum = away.reduce((total, value) => total + value * value, 0);
  if (sum === 0) throw new RangeError("A series that does not vary has no autocorrelation.");
  return Array.from(
    { length: most + 1 },
    (_, lag) => away.reduce((total, value, i) => total + value * (away[i + lag] ?? 0), 0) / sum,
  );
}
