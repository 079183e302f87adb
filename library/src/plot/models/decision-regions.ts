import { axisColumns } from "../charts/axes.ts";
import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import type { Chart } from "../figure/chart.ts";
import { shapes } from "../figure/palette.ts";
import { readLabels, sortedLabels } from "../table/labels.ts";
import type { LabelsLike } from "../table/labels.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";
import type { Cell, ChartData } from "../table/types.ts";
import { numbers } from "../table/values.ts";

/** Predicts the class of each point `[x, y]`. */
export type Predict = (points: number[][]) => LabelsLike;

/** Classes predicted already: `classes[i][j]` at `y[i]`, `x[j]`, both of equal steps. */
export interface PredictedGrid {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly classes: readonly LabelsLike[];
}

/** Options of `decisionRegions`. */
export interface DecisionRegionsOptions extends FigureOptions {
  /** The columns of the points along the axes. By default the first two of numbers. */
  readonly x?: string;
  readonly y?: string;
  readonly xTitle?: string;
  readonly yTitle?: string;
  readonly colorTitle?: string;
  /** Predictions along each axis, with a function. Default 100. */
  readonly resolution?: number;
}

/**
 * Which class a model gives each place of the plane, as coloured regions, with the points it learned
 * from on top.
 *
 * @param model - A function from points `[x, y]` to labels, or a grid of predictions.
 * @param points - A frame, records, or a matrix or tensor of two columns.
 * @param labels - The true class of each point.
 * @throws RangeError when points and labels, or points and predictions, differ in number.
 * @example
 * decisionRegions((points) => model.predict(points), samples, labels, { xTitle: "Petal length (cm)" });
 */
export function decisionRegions(
  model: Predict | PredictedGrid,
  points: ChartData,
  labels: LabelsLike,
  options: DecisionRegionsOptions = {},
): Chart {
  const table = readTable(points);
  const { x, y } = axisColumns(table, options.x, options.y);
  const truth = readLabels(labels);
  if (truth.length !== table.length) {
    throw new RangeError(
      `There are ${count(table.length)} points and ${count(truth.length)} labels; give one label for each point.`,
    );
  }
  const complete = completeRows(table, [x, y]);
  const notes = missingNote(table, [x, y], complete.length);
  const [xs, ys] = [x, y].map((name) => numbers(column(table, name), name));
  const grid =
    typeof model === "function"
      ? predicted(
          model,
          complete.map((row) => xs[row]),
          complete.map((row) => ys[row]),
          options.resolution ?? 100,
        )
      : read(model);
  const rows = sampleIndices(complete.length, 1000).map((i) => complete[i]);
  if (rows.length < complete.length)
    notes.push(`A sample of ${count(rows.length)} of ${count(complete.length)} points.`);
  const names = sortedLabels([...truth, ...grid.classes.flat()]).map(String);
  const wrong = rows.filter(
    (row) => String(classAt(grid, xs[row], ys[row])) !== String(truth[row]),
  );
  const title = options.colorTitle ?? "class";
  const scale = { zero: false, nice: false };
  const [xTitle, yTitle] = [options.xTitle ?? x, options.yTitle ?? y];
  const position = (field: string, which: "x" | "y") =>
    channel(field, "quantitative", which === "x" ? xTitle : yTitle, { scale });
  const color = channel("class", "nominal", title, { scale: { domain: names } });
  return buildChart(options, {
    values: rows.map((row) => ({ x: xs[row], y: ys[row], class: String(truth[row]) })),
    encoding: {},
    layer: [
      {
        data: { values: regions(grid) },
        mark: { type: "rect", opacity: 0.28, strokeWidth: 0, clip: true },
        encoding: {
          x: position("x", "x"),
          x2: { field: "x2" },
          y: position("y", "y"),
          y2: { field: "y2" },
          color,
          tooltip: tooltipList([channel("class", "nominal", "predicted")]),
        },
      },
      {
        mark: {
          type: "point",
          filled: true,
          size: 45,
          opacity: 1,
          stroke: "white",
          strokeWidth: 0.6,
        },
        encoding: {
          x: position("x", "x"),
          y: position("y", "y"),
          color,
          shape: channel("class", "nominal", title, {
            scale: { domain: names, range: names.map((_, i) => shapes[i % shapes.length]) },
          }),
          tooltip: tooltipList([
            channel("class", "nominal", "true class"),
            position("x", "x"),
            position("y", "y"),
          ]),
        },
      },
    ],
    alt: `Decision regions of ${list(names)} over ${xTitle} and ${yTitle}, with ${count(complete.length)} points, of which ${count(wrong.length)}${rows.length < complete.length ? ` of the ${count(rows.length)} shown` : ""} lie in another class's region.`,
    notes,
  });
}

interface Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly classes: readonly (readonly Cell[])[];
}

function read({ x, y, classes }: PredictedGrid): Grid {
  const rows = classes.map(readLabels);
  const width = rows.find((row) => row.length !== x.length)?.length;
  if (rows.length !== y.length || width !== undefined || x.length < 2 || y.length < 2) {
    throw new RangeError(
      `A grid of predictions has classes for each y (${String(y.length)}) and x (${String(x.length)}), at least two of both; it has ${String(rows.length)} rows${width === undefined ? "" : `, one of ${String(width)}`}.`,
    );
  }
  return { x: Array.from(x), y: Array.from(y), classes: rows };
}

function predicted(
  model: Predict,
  xs: readonly number[],
  ys: readonly number[],
  resolution: number,
): Grid {
  const [x, y] = [centres(xs, resolution), centres(ys, resolution)];
  const points = y.flatMap((py) => x.map((px) => [px, py]));
  const labels = readLabels(model(points));
  if (labels.length !== points.length) {
    throw new RangeError(
      `The function was asked for ${count(points.length)} points and gave ${count(labels.length)} labels.`,
    );
  }
  return { x, y, classes: y.map((_, i) => labels.slice(i * x.length, (i + 1) * x.length)) };
}

/** Places from a little before the lowest to a little beyond the highest value. */
function centres(values: readonly number[], number: number): number[] {
  if (!Number.isInteger(number) || number < 2 || number > 400)
    throw new RangeError(
      `The option resolution is a whole number from 2 to 400; it was ${String(number)}.`,
    );
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low || 1) * 0.06;
  const step = (high - low + 2 * margin) / number;
  return Array.from({ length: number }, (_, i) => low - margin + (i + 0.5) * step);
}

/** Neighbours of one class in a row become one rectangle: a small spec, and no seams. */
function regions({ x, y, classes }: Grid): Record<string, unknown>[] {
  const [stepX, stepY] = [x[1] - x[0], y[1] - y[0]];
  const digits = (value: number) => Number(value.toPrecision(6));
  return classes.flatMap((row, i) => {
    const runs: Record<string, unknown>[] = [];
    for (let from = 0; from < row.length;) {
      let to = from;
      while (to + 1 < row.length && row[to + 1] === row[from]) to++;
      runs.push({
        x: digits(x[from] - stepX / 2),
        x2: digits(x[to] + stepX / 2),
        y: digits(y[i] - stepY / 2),
        y2: digits(y[i] + stepY / 2),
        class: String(row[from]),
      });
      from = to + 1;
    }
    return runs;
  });
}

function classAt({ x, y, classes }: Grid, px: number, py: number): Cell {
  const near = (places: readonly number[], at: number) =>
    Math.max(
      0,
      Math.min(places.length - 1, Math.round((at - places[0]) / (places[1] - places[0]))),
    );
  return classes[near(y, py)][near(x, px)];
}
