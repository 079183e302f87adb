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
export { area } from "./charts/area.ts";
export type { AreaOptions } from "./charts/area.ts";
export { bar } from "./charts/bar.ts";
export type { Aggregate, BarOptions } from "./charts/bar.ts";
export { confusionMatrix } from "./charts/confusion-matrix.ts";
export type { ConfusionMatrixOptions, LabelsLike } from "./charts/confusion-matrix.ts";
export { correlationMatrix } from "./charts/correlation-matrix.ts";
export type { CorrelationMatrixOptions } from "./charts/correlation-matrix.ts";
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
export type {
  AxisOptions,
  FacetOption,
  FacetOptions,
  FigureOptions,
  Scales,
} from "./charts/options.ts";
export { pie } from "./charts/pie.ts";
export type { PieOptions } from "./charts/pie.ts";
export { okabeIto } from "./figure/palette.ts";
export { scatter } from "./charts/scatter.ts";
export type { ScatterOptions } from "./charts/scatter.ts";
export { facet } from "./compose/facet.ts";
export type { FacetByOptions } from "./compose/facet.ts";
export { grid } from "./compose/grid.ts";
export type { ComposeOptions } from "./compose/grid.ts";
export { layer } from "./compose/layer.ts";
export { box } from "./distributions/box.ts";
export type { BoxOptions } from "./distributions/box.ts";
export { density, density as kde } from "./distributions/density.ts";
export type { DensityOptions } from "./distributions/density.ts";
export type { Bandwidth } from "./distributions/kernel-density.ts";
export { violin } from "./distributions/violin.ts";
export type { ViolinOptions } from "./distributions/violin.ts";
export type { SampleOptions } from "./distributions/samples.ts";
export { theme } from "./figure/theme.ts";
export type { ThemeName } from "./figure/theme.ts";
export { Chart } from "./figure/chart.ts";
export { Figure } from "./figure/figure.ts";
export type { AnySpec, Channel, Layer, Mark, VegaLiteSpec } from "./figure/spec.ts";
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
export * from "./plotly/index.ts";
