/**
 * Charts and pictures for notebooks. A chart takes data (a dataframe, records, arrays or tensors) and
 * one object of options, and returns a `Figure`: the last value of a cell is shown, `.spec` is the
 * plain Vega-Lite behind it, `.save("name.png")` writes it to a file.
 *
 * Colours are told apart by colour-blind readers and never carry a difference alone; every figure has
 * a description in words; figures stay small, and say so when they show a part of the data.
 *
 * @module
 */
export { bar } from "./charts/bar.ts";
export type { Aggregate, BarOptions } from "./charts/bar.ts";
export { confusionMatrix } from "./charts/confusion-matrix.ts";
export type { ConfusionMatrixOptions, LabelsLike } from "./charts/confusion-matrix.ts";
export { heatmap } from "./charts/heatmap.ts";
export type { HeatmapOptions, MatrixLike } from "./charts/heatmap.ts";
export { histogram } from "./charts/histogram.ts";
export type { HistogramOptions } from "./charts/histogram.ts";
export { line } from "./charts/line.ts";
export type { LineOptions } from "./charts/line.ts";
export { liveLossCurve } from "./charts/live-loss-curve.ts";
export type { LiveLossCurve, LiveLossCurveOptions } from "./charts/live-loss-curve.ts";
export { lossCurve } from "./charts/loss-curve.ts";
export type { LossCurveOptions, TrainingHistory } from "./charts/loss-curve.ts";
export type { AxisOptions, FigureOptions } from "./charts/options.ts";
export { okabeIto } from "./charts/palette.ts";
export { scatter } from "./charts/scatter.ts";
export type { ScatterOptions } from "./charts/scatter.ts";
export { Chart } from "./figure/chart.ts";
export { Figure } from "./figure/figure.ts";
export type { Channel, Layer, Mark, VegaLiteSpec } from "./figure/spec.ts";
export type {
  Cell,
  ChartData,
  ColumnLike,
  ColumnOf,
  RowOf,
  TableLike,
  TensorLike,
} from "./table/types.ts";
export { imageWithBoxes } from "./images/boxes.ts";
export type { BoxesLike, ImageWithBoxesOptions } from "./images/boxes.ts";
export { imageGrid } from "./images/grid.ts";
export type { ImageGridOptions } from "./images/grid.ts";
export { imageWithMask } from "./images/mask.ts";
export type { ImageWithMaskOptions, MasksLike } from "./images/mask.ts";
export type { ClassNames, ImageOptions } from "./images/options.ts";
export { Picture } from "./images/picture.ts";
export type { ImagesLike, ValueRange } from "./images/pixels.ts";
