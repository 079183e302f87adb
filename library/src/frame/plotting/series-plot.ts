import type {
  BarOptions,
  BoxOptions,
  Chart,
  DensityOptions,
  HistogramOptions,
  LineOptions,
  PieOptions,
  ViolinOptions,
} from "../../plot/index.ts";
import type { Cell } from "../../plot/table/types.ts";
import { framePlot } from "./frame-plot.ts";
import type { DanfoPlotOptions } from "./options.ts";

type Own<Options> = Omit<Options, "x" | "y" | "color" | "theta"> & Omit<DanfoPlotOptions, "config">;

/** A series as plots read it. */
export interface PlottedSeries {
  readonly name: string;
  readonly index: readonly unknown[];
  readonly values: ArrayLike<unknown>;
}

/** The plots of a series, under danfo's names; the options are those of the plots of a frame. */
export interface SeriesPlot<Series> {
  (div?: string): SeriesPlot<Series>;
  /** A line over the row labels. */
  line(options?: Own<LineOptions>): Chart;
  /** A bar for each row label. */
  bar(options?: Own<BarOptions>): Chart;
  hist(options?: Own<HistogramOptions>): Chart;
  box(options?: Own<BoxOptions>): Chart;
  violin(options?: Own<ViolinOptions>): Chart;
  kde(options?: Own<DensityOptions>): Chart;
  /** A slice for each different value, by how often it is there. */
  pie(options?: Own<PieOptions>): Chart;
  /** The series itself, which a notebook shows as a table. */
  table(): Series;
}

/** The plots of a series. */
export function seriesPlot<Series extends PlottedSeries>(series: Series): SeriesPlot<Series> {
  const name = series.name === "" ? "value" : series.name;
  const plots = framePlot<string, Plain>(
    new Plain([name], series.index, { [name]: Array.from(series.values) as Cell[] }),
  );
  const own = {
    line: (options: object = {}) => plots.line({ ...options, y: name }),
    bar: (options: object = {}) => plots.bar({ sort: "data", ...options, y: name }),
    hist: (options: object = {}) => plots.hist({ ...options, x: name }),
    box: (options: object = {}) => plots.box({ ...options, y: name }),
    violin: (options: object = {}) => plots.violin({ ...options, y: name }),
    kde: (options: object = {}) => plots.kde({ ...options, x: name }),
    pie: (options: object = {}) => plots.pie({ ...options, color: name }),
    table: () => series,
  };
  const accessor = Object.assign((): SeriesPlot<Series> => accessor, own);
  return accessor;
}

/** A frame of one column, without the engine. */
class Plain {
  readonly columns: readonly string[];
  readonly index: readonly unknown[];
  readonly #data: Record<string, Cell[]>;

  constructor(columns: string[], index: readonly unknown[], data: Record<string, Cell[]>) {
    this.columns = columns;
    this.index = index;
    this.#data = data;
  }

  toColumns(): object {
    return this.#data;
  }
}
