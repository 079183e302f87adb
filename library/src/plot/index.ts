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
export type { ConfusionMatrixOptions } from "./charts/confusion-matrix.ts";
export type { LabelsLike, NumbersLike } from "./table/labels.ts";
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
export type { AxisScale, LogOptions } from "./charts/log-scale.ts";
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
export { acf } from "./charts/acf.ts";
export type { AcfOptions } from "./charts/acf.ts";
export { embeddingScatter } from "./charts/embedding-scatter.ts";
export type { EmbeddingScatterOptions } from "./charts/embedding-scatter.ts";
export { ecdf } from "./distributions/ecdf.ts";
export type { EcdfOptions } from "./distributions/ecdf.ts";
export { strip } from "./distributions/strip.ts";
export type { StripOptions } from "./distributions/strip.ts";
export { hexbin, histogram2d } from "./distributions/counts-2d.ts";
export type { Counts2dOptions } from "./distributions/counts-2d.ts";
export { qqPlot } from "./distributions/qq-plot.ts";
export type { QqPlotOptions } from "./distributions/qq-plot.ts";
export { precisionRecallCurve, rocCurve } from "./models/score-curves.ts";
export type { ScoreCurveOptions } from "./models/score-curves.ts";
export type { ScoresLike } from "./models/scores.ts";
export { calibrationCurve } from "./models/calibration-curve.ts";
export type { CalibrationCurveOptions } from "./models/calibration-curve.ts";
export { learningCurve, validationCurve } from "./models/score-bands.ts";
export type { FoldScores, ScoreBandOptions } from "./models/score-bands.ts";
export { decisionRegions } from "./models/decision-regions.ts";
export type { DecisionRegionsOptions, Predict, PredictedGrid } from "./models/decision-regions.ts";
export { featureImportance } from "./models/feature-importance.ts";
export type { FeatureImportanceOptions } from "./models/feature-importance.ts";
export { residuals } from "./models/residuals.ts";
export type { ResidualsOptions } from "./models/residuals.ts";
export { elbow, silhouette } from "./models/clusters.ts";
export type { ElbowOptions } from "./models/clusters.ts";
export { pairs } from "./tables/pairs.ts";
export type { PairsOptions } from "./tables/pairs.ts";
export { parallelCoordinates } from "./tables/parallel-coordinates.ts";
export type { ParallelCoordinatesOptions } from "./tables/parallel-coordinates.ts";
export { missingValues } from "./tables/missing-values.ts";
export { dendrogram } from "./trees/dendrogram.ts";
export type { DendrogramOptions } from "./trees/dendrogram.ts";
export { tree } from "./trees/tree.ts";
export type { TreeNode, TreeOptions, TreeRoot } from "./trees/tree.ts";
export type { Annotation, Place } from "./figure/annotate.ts";
export type { PngOptions } from "./figure/figure.ts";
export { addFont } from "./figure/scripts.ts";
export { choropleth } from "./maps/choropleth.ts";
export type { ChoroplethOptions } from "./maps/choropleth.ts";
export { mapScatter } from "./maps/map-scatter.ts";
export type { MapScatterOptions } from "./maps/map-scatter.ts";
export type { GeoShapes, MapOptions } from "./maps/outline.ts";
