/** The plots of frames and series: danfo's names before the functions of `daylab/plot`. */
export { framePlot } from "./frame-plot.ts";
export type { FramePlot } from "./frame-plot.ts";
export type { DanfoPlotOptions } from "./options.ts";
export { seriesPlot } from "./series-plot.ts";
export type { SeriesPlot } from "./series-plot.ts";
