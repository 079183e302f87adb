import type { Chart } from "../figure/chart.ts";
import { count } from "../table/rows.ts";
import { outlineIndices } from "../table/sample.ts";
import { buildChart, channel, tooltipList } from "./base.ts";
import { list, short } from "./describe.ts";
import type { FigureOptions } from "./options.ts";
import { colorAndDash, linesWithDots } from "./series.ts";

/** Values of each metric by epoch, as training functions return them. */
export type TrainingHistory = Readonly<Record<string, ArrayLike<number>>>;

/** Options of `lossCurve` and `liveLossCurve`. */
export interface LossCurveOptions extends FigureOptions {
  /** Which metrics to draw. By default those with "loss" in their name, or all when none has. */
  readonly metrics?: readonly string[];
  /** The number of the first epoch. Default 1. */
  readonly firstEpoch?: number;
  /** `"log"` shows losses that fall over orders of magnitude; values of 0 and less are left out. */
  readonly yScale?: "linear" | "log";
  /** Default "Epoch". */
  readonly xTitle?: string;
  /** By default "Loss" for losses, and the metrics' names otherwise. */
  readonly yTitle?: string;
}

interface Point extends Record<string, unknown> {
  readonly epoch: number;
  readonly value: number;
  readonly metric: string;
}

const mostPoints = 2000;

/**
 * Metrics of a training by epoch. A ring marks the lowest validation loss, and the heading names it;
 * where a metric stops being a number, the heading says from which epoch on.
 *
 * @param history - `{ loss: [...], val_loss: [...], ... }`, or an object with it as `history`, such as
 *   TensorFlow.js's `History`.
 * @throws RangeError when there is no metric, no finite value, or an unknown name in `metrics`.
 * @example
 * const { history } = await train(model, samples, { epochs: 20 });
 * lossCurve(history, { title: "LeNet on digits" });
 * lossCurve(history, { metrics: ["acc", "val_acc"], yTitle: "Accuracy" });
 */
export function lossCurve(
  history: TrainingHistory | { readonly history: Readonly<Record<string, unknown>> },
  options: LossCurveOptions = {},
): Chart {
  const values = curves(history);
  const metrics = options.metrics ?? defaultMetrics(values);
  const first = options.firstEpoch ?? 1;
  const notes: string[] = [];
  const points = metrics.flatMap((metric) => {
    const all = Array.from(known(values, metric), Number);
    const bad = all.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) notes.push(`${metric} is ${String(all[bad])} at epoch ${count(first + bad)}.`);
    const shown = all.map((value, i): Point => ({ epoch: first + i, value, metric }));
    const drawable = shown.filter(
      ({ value }) => Number.isFinite(value) && (options.yScale !== "log" || value > 0),
    );
    const kept = outlineIndices(
      drawable.map(({ value }) => value),
      Math.floor(mostPoints / metrics.length),
    );
    return kept.map((i) => drawable[i]).filter((point) => point !== undefined);
  });
  if (points.length === 0)
    throw new RangeError(`There is nothing to plot: ${list(metrics)} hold no finite value.`);
  const best = lowest(points.filter(({ metric }) => /^val_.*loss/.test(metric)));
  if (best)
    notes.unshift(`Lowest ${best.metric}: ${short(best.value)} at epoch ${count(best.epoch)}.`);
  const losses = metrics.every((metric) => metric.includes("loss"));
  const epochs = Math.max(...points.map(({ epoch }) => epoch));
  const lines = linesWithDots({
    x: channel("epoch", "quantitative", options.xTitle ?? "Epoch", {
      scale: { zero: false, nice: false },
      axis: { tickMinStep: 1, format: ",d" },
    }),
    y: channel("value", "quantitative", options.yTitle ?? (losses ? "Loss" : metrics.join(", ")), {
      scale: options.yScale === "log" ? { type: "log" } : { zero: false },
    }),
    ...colorAndDash("metric", metrics, null),
    tooltip: tooltipList([
      channel("epoch", "quantitative", "epoch"),
      channel("metric", "nominal", "metric"),
      channel("value", "quantitative", "value"),
    ]),
  });
  return buildChart(options, {
    values: points,
    encoding: lines.encoding,
    layer: [
      ...lines.layer.slice(0, epochs - first < 30 ? 2 : 1),
      ...(best
        ? [
            {
              data: { values: [best] },
              mark: { type: "point", size: 170, strokeWidth: 2, style: "ink", opacity: 1 },
            },
          ]
        : []),
    ],
    alt: `${losses ? "Loss" : "Metrics"} by epoch, ${count(first)} to ${count(epochs)}: ${list(metrics.map((metric) => describe(metric, points)))}.`,
    notes,
  });
}

function curves(
  history: TrainingHistory | { readonly history: Readonly<Record<string, unknown>> },
): TrainingHistory {
  const inner = (history as { history?: unknown }).history;
  const found = typeof inner === "object" && inner !== null && !isNumbers(inner) ? inner : history;
  const metrics = Object.entries(found as Record<string, unknown>).filter(([, values]) =>
    isNumbers(values),
  );
  if (metrics.length > 0) return Object.fromEntries(metrics) as TrainingHistory;
  throw new RangeError(
    "A loss curve is drawn from a history such as { loss: [0.9, 0.5] }; this one holds no list of numbers.",
  );
}

function isNumbers(values: unknown): boolean {
  return (
    (Array.isArray(values) && values.every((value) => typeof value === "number")) ||
    ArrayBuffer.isView(values)
  );
}

function defaultMetrics(values: TrainingHistory): string[] {
  const names = Object.keys(values);
  const losses = names.filter((name) => name.includes("loss"));
  return losses.length > 0 ? losses : names;
}

function known(values: TrainingHistory, metric: string): ArrayLike<number> {
  const found = values[metric];
  if (found !== undefined) return found;
  throw new RangeError(
    `The history has no metric '${metric}'; it has ${list(Object.keys(values))}.`,
  );
}

function lowest(points: readonly Point[]): Point | undefined {
  return points.length === 0
    ? undefined
    : points.reduce((best, point) => (point.value < best.value ? point : best));
}

function describe(metric: string, points: readonly Point[]): string {
  const own = points.filter((point) => point.metric === metric);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return `${metric} without a value`;
  return first === last
    ? `${metric} ${short(first.value)}`
    : `${metric} from ${short(first.value)} to ${short(last.value)}`;
}
