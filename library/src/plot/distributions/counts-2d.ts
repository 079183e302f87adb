import { axisColumns } from "../charts/axes.ts";
import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { countBins, equalEdges } from "../charts/binning.ts";
import { extent } from "../charts/describe.ts";
import { defaultSize } from "../charts/options.ts";
import type { AxisOptions } from "../charts/options.ts";
import type { Chart } from "../figure/chart.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { numbers } from "../table/values.ts";

/** Options of `histogram2d` and `hexbin`. */
export interface Counts2dOptions<Column extends string = string> extends Omit<
  AxisOptions<Column>,
  "color" | "facet"
> {
  /** Bins along x (and y, unless two numbers are given). Default 30. */
  readonly bins?: number | readonly [x: number, y: number];
}

/** From the palest blue, which still stands out from a white card, to a dark one. */
const blues = { range: ["#c6dbef", "#08306b"], interpolate: "lab" };

interface Points {
  readonly x: string;
  readonly y: string;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly notes: readonly string[];
}

function readPoints(data: ChartData, options: Counts2dOptions): Points {
  const table = readTable(data);
  const { x, y } = axisColumns(table, options.x, options.y);
  const rows = completeRows(table, [x, y]);
  const notes = missingNote(table, [x, y], rows.length);
  const [xs, ys] = [x, y].map((name) => {
    const values = numbers(column(table, name), name);
    return rows.map((row) => values[row]);
  });
  return { x, y, xs, ys, notes };
}

/**
 * How many points fall into each cell of a grid, by colour: for more points than a scatter plot can
 * show. Counting happens here; the bins are NumPy's.
 *
 * @throws RangeError for an unknown column, no complete row or a number of bins outside 1 to 1000.
 * @example
 * histogram2d(flights, { x: "distance", y: "delay", xTitle: "Distance (miles)", yTitle: "Delay (min)" });
 */
export function histogram2d<Data extends ChartData>(
  data: Data,
  options: Counts2dOptions<ColumnOf<Data>> = {},
): Chart {
  const { x, y, xs, ys, notes } = readPoints(data, options);
  const [across, up] = [options.bins ?? 30].flat();
  const xEdges = equalEdges(xs, across);
  const yEdges = equalEdges(ys, up ?? across);
  const columns = Map.groupBy(xs.keys(), (i) => binOf(xs[i], xEdges));
  const cells = [...columns].flatMap(([c, members]) =>
    countBins(
      members.map((i) => ys[i]),
      yEdges,
    )
      .filter((bin) => bin.count > 0)
      .map((bin) => ({
        x: xEdges[c],
        x2: xEdges[c + 1],
        y: bin.start,
        y2: bin.end,
        count: bin.count,
      })),
  );
  const scale = { zero: false, nice: false };
  const place = (field: string, title: string) => channel(field, "quantitative", title, { scale });
  const color = channel("count", "quantitative", "Count", { scale: blues });
  const [xTitle, yTitle] = [options.xTitle ?? x, options.yTitle ?? y];
  return buildChart(options, {
    values: cells,
    mark: { type: "rect" },
    encoding: {
      x: place("x", xTitle),
      x2: { field: "x2" },
      y: place("y", yTitle),
      y2: { field: "y2" },
      color,
      tooltip: tooltipList([
        color,
        channel("x", "quantitative", `${xTitle} from`),
        channel("y", "quantitative", `${yTitle} from`),
      ]),
    },
    alt: `Counts of ${count(xs.length)} points in a grid: ${extent(xTitle, xs)}, ${extent(yTitle, ys)}. The fullest cell has ${count(Math.max(...cells.map((cell) => cell.count)))}.`,
    notes,
  });
}

function binOf(value: number, edges: readonly number[]): number {
  const inner = edges.slice(1, -1);
  return inner.filter((edge) => value >= edge).length;
}

/**
 * How many points fall into each hexagon, by colour: like `histogram2d` with cells that are nearly
 * round (D. B. Carr et al., Scatterplot Matrix Techniques for Large N, 1987).
 *
 * @throws RangeError for an unknown column, no complete row or a number of bins outside 2 to 200.
 * @example
 * hexbin(flights, { x: "distance", y: "delay", bins: 25 });
 */
export function hexbin<Data extends ChartData>(
  data: Data,
  options: Counts2dOptions<ColumnOf<Data>> = {},
): Chart {
  const { x, y, xs, ys, notes } = readPoints(data, options);
  const [bins] = [options.bins ?? 30].flat();
  if (!(Number.isInteger(bins) && bins >= 2 && bins <= 200))
    throw new RangeError(
      `The number of hexagons along x is from 2 to 200; it was ${String(bins)}.`,
    );
  const width = options.width ?? defaultSize.width;
  const height = options.height ?? defaultSize.height;
  const across = width / (bins + 1);
  const rise = (across * Math.sqrt(3)) / 2;
  const rows = Math.max(1, Math.floor(height / rise) - 1);
  const [fromX, toX] = spread(xs, bins, 0.5);
  const [fromY, toY] = spread(ys, rows, across / Math.sqrt(3) / rise);
  const toPixelX = (value: number) => ((value - fromX) / (toX - fromX)) * width;
  const toPixelY = (value: number) => ((value - fromY) / (toY - fromY)) * height;
  const counts = new Map<string, { column: number; row: number; count: number }>();
  xs.forEach((value, i) => {
    const { column, row } = nearest(toPixelX(value) / across, toPixelY(ys[i]) / rise);
    const key = `${String(column)},${String(row)}`;
    const cell = counts.get(key) ?? { column, row, count: 0 };
    cell.count++;
    counts.set(key, cell);
  });
  const cells = [...counts.values()].map((cell) => ({
    x: fromX + ((cell.column * across) / width) * (toX - fromX),
    y: fromY + ((cell.row * rise) / height) * (toY - fromY),
    count: cell.count,
  }));
  const [xTitle, yTitle] = [options.xTitle ?? x, options.yTitle ?? y];
  const place = (field: string, title: string, domain: number[]) =>
    channel(field, "quantitative", title, { scale: { domain, nice: false, zero: false } });
  const color = channel("count", "quantitative", "Count", { scale: blues });
  return buildChart(options, {
    values: cells,
    width,
    height,
    mark: {
      type: "point",
      filled: true,
      opacity: 1,
      shape: hexagon,
      size: (across * 1.02) ** 2,
      clip: true,
    },
    encoding: {
      x: place("x", xTitle, [fromX, toX]),
      y: place("y", yTitle, [fromY, toY]),
      color,
      tooltip: tooltipList([
        color,
        channel("x", "quantitative", xTitle),
        channel("y", "quantitative", yTitle),
      ]),
    },
    alt: `Counts of ${count(xs.length)} points in hexagons: ${extent(xTitle, xs)}, ${extent(yTitle, ys)}. The fullest has ${count(Math.max(...cells.map((cell) => cell.count)))}.`,
    notes,
  });
}

const corner = 2 / Math.sqrt(3);
/** A hexagon with a corner on top, from −1 to 1: Vega draws a path of width 2 sqrt(size) pixels wide. */
const hexagon = `M0,${String(-corner)}L1,${String(-corner / 2)}L1,${String(corner / 2)}L0,${String(corner)}L-1,${String(corner / 2)}L-1,${String(-corner / 2)}Z`;

/** The range with a margin of so many cells on either side. */
function spread(values: readonly number[], cells: number, margin: number): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const cell = (high - low || 1) / Math.max(1, cells + 1 - 2 * margin);
  return [low - margin * cell, high + margin * cell];
}

/** The centre nearest to a place, in units of the distance of columns and of rows; odd rows are half aside. */
function nearest(x: number, y: number): { column: number; row: number } {
  const candidates = [Math.floor(y), Math.floor(y) + 1].map((row) => {
    const aside = row % 2 === 0 ? 0 : 0.5;
    const column = Math.round(x - aside) + aside;
    return { column, row, distance: (x - column) ** 2 + 0.75 * (y - row) ** 2 };
  });
  return candidates[0].distance <= candidates[1].distance ? candidates[0] : candidates[1];
}
