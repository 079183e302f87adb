import type {
  AreaOptions,
  BarOptions,
  BoxOptions,
  Chart,
  CorrelationMatrixOptions,
  DensityOptions,
  HistogramOptions,
  LineOptions,
  PieOptions,
  ScatterOptions,
  ViolinOptions,
} from "../../plot/index.ts";
import { charts } from "./charts.ts";
import { columnsOf, numericColumns } from "./data.ts";
import type { Plotted } from "./data.ts";
import { bars, direct, histogramOf, overIndex } from "./draw.ts";
import type { DanfoPlotOptions } from "./options.ts";

/** Our options of a chart, or danfo's `{ config, layout }`. */
type Either<Options, Column extends string> = Options & DanfoPlotOptions<Column>;

/**
 * The plots of a frame, under danfo's names. Each takes the options of the function of the same name
 * in `daylab/plot`, and returns its chart.
 *
 * danfo's options are read too: `config.x`, `config.y`, `config.columns` (as several `y`),
 * `config.labels` and `config.values` (a pie's `color` and `theta`), and of `layout` the title, the
 * size and the titles of the axes. What else danfo's `layout` says is about Plotly's look and is left
 * aside. `df.plot("some_div")` is `df.plot`: a notebook needs no element to draw into.
 */
export interface FramePlot<Column extends string, Frame> {
  (div?: string): FramePlot<Column, Frame>;
  /** Lines over the row labels, one for each column of numbers. */
  line(options?: Either<LineOptions<Column>, Column>): Chart;
  /** Areas over the row labels, stacked. */
  area(options?: Either<AreaOptions<Column>, Column>): Chart;
  /** Bars for each row label, one for each column of numbers. */
  bar(options?: Either<BarOptions<Column>, Column>): Chart;
  /** Points; `x` and `y` default to the first two columns of numbers. */
  scatter(options?: Either<ScatterOptions<Column>, Column>): Chart;
  /** How each column of numbers is spread, over one axis. */
  hist(options?: Either<HistogramOptions<Column>, Column>): Chart;
  box(options?: Either<BoxOptions<Column>, Column>): Chart;
  violin(options?: Either<ViolinOptions<Column>, Column>): Chart;
  /** Kernel densities, under pandas' name. */
  kde(options?: Either<DensityOptions<Column>, Column>): Chart;
  /** Shares of a whole: the rows for each `color`, or the sum of `theta`. */
  pie(options?: Either<PieOptions<Column>, Column>): Chart;
  /** Correlations of the columns of numbers. */
  corr(options?: Either<CorrelationMatrixOptions<Column>, Column>): Chart;
  /** The frame itself, which a notebook shows as a table. */
  table(): Frame;
}

/** The plots of a frame. */
export function framePlot<Column extends string, Frame extends Plotted>(
  frame: Frame,
): FramePlot<Column, Frame> {
  const plots = {
    line: (options: object = {}) => overIndex(charts().line, frame, options),
    area: (options: object = {}) => overIndex(charts().area, frame, options),
    bar: (options: object = {}) => bars(frame, options),
    scatter: (options: object = {}) => direct(charts().scatter, frame, options),
    hist: (options: object = {}) => histogramOf(frame, options),
    box: (options: object = {}) => direct(charts().box, frame, options),
    violin: (options: object = {}) => direct(charts().violin, frame, options),
    kde: (options: object = {}) => direct(charts().kde, frame, options),
    pie: (options: object = {}) => direct(charts().pie, frame, options),
    corr: (options: CorrelationMatrixOptions = {}) =>
      charts().correlationMatrix(columnsOf(frame), { columns: numericColumns(frame), ...options }),
    table: () => frame,
  };
  const accessor = Object.assign((): FramePlot<Column, Frame> => accessor, plots);
  return accessor;
}
