/**
 * Dataframes: danfo's names and shapes, polars' engine, pandas' answers.
 *
 * Missing values are `null` everywhere and statistics skip them; a frame never changes, every verb
 * returns a new one. Where danfo and pandas differ, pandas is followed: `axis: 0` runs down the
 * rows, months count from 1, days of the week from Monday (0), a label slice includes its end.
 *
 * @module
 */
import "./engine/light/index.ts";
export { readCSV, type ReadCSVOptions } from "./csv/read.ts";
export type { CSVSource } from "./csv/source.ts";
export type { ToCSVOptions } from "./csv/write.ts";
export type { ColumnData, ColumnsOf } from "./data-frame/base.ts";
export type { DataFrameOptions } from "./data-frame/build.ts";
export type { NewColumn } from "./data-frame/columns.ts";
export { DataFrame } from "./data-frame/data-frame.ts";
export {
  type Aggregated,
  type AggregatedAll,
  type AggregatedNamed,
  type Aggregation,
  type AggregationSpec,
  GroupBy,
  type GroupByOptions,
  type NamedAggregation,
} from "./groups/index.ts";
export { CategoryAccessor } from "./categories/index.ts";
export type { CellCondition } from "./data-frame/cells.ts";
export type { FadedFrame } from "./data-frame/each.ts";
export type { AxisOption } from "./data-frame/statistics.ts";
export { FrameWindow } from "./data-frame/window.ts";
export type { Condition } from "./data-frame/rows.ts";
export { dateRange, type DateRangeOptions } from "./dates/range.ts";
export {
  toDatetime,
  type ToDatetimeOptions,
  toDateTime,
  type TimeUnit,
} from "./dates/to-datetime.ts";
export { toTimedelta, type ToTimedeltaOptions } from "./dates/to-timedelta.ts";
export type { Ambiguous, LocalizeOptions, Nonexistent } from "./dates/zones.ts";
export type { Cell, Label, Row } from "./engine/cell.ts";
export type { DType } from "./engine/dtypes.ts";
export { type DanfoFrameLike, type DanfoModule, fromDanfo } from "./interop/danfo.ts";
export { toCSV, toExcel, toJSON, type ToJSONOptions } from "./interop/danfo-files.ts";
export type { ElementwiseOptions, FrameOperand } from "./data-frame/elementwise.ts";
export type { NumberOperand, Operand } from "./series/arithmetic.ts";
export type { SeriesOptions } from "./series/base.ts";
export { type BinOptions, type ResampleOptions, Resampler } from "./resample/index.ts";
export { Series } from "./series/series.ts";
export { SeriesWindow } from "./series/window.ts";
export type { Faded } from "./series/windows.ts";
export type { Extreme } from "./series/statistics.ts";
export {
  type Cardinality,
  concat,
  type ConcatOptions,
  merge,
  type Merged,
  type MergeHow,
  type MergeOptions,
  type MergeSettings,
  type MergeSides,
} from "./joins/index.ts";
export type { JoinOptions } from "./data-frame/joins.ts";
export type { DescribeOptions } from "./verbs/describe.ts";
export type { DropNaOptions } from "./verbs/drop-missing.ts";
export type { FillMethod } from "./verbs/fill.ts";
export type { CorrelationMethod, CorrOptions, PairOptions } from "./verbs/measures/index.ts";
export type { DTypeGroup } from "./verbs/select-dtypes.ts";
export type { RowSelector } from "./verbs/rows.ts";
export type { SampleOptions, SampleWanted } from "./verbs/sample.ts";
export type { SortOptions } from "./verbs/sort.ts";
export type { ValueCountsOptions } from "./verbs/value-counts.ts";
export type {
  EwmOptions,
  InterpolateOptions,
  Closed,
  RollingOptions,
  TimeWindowOptions,
  WindowOptions,
} from "./verbs/windows/index.ts";
export type { Keep, RankOptions } from "./verbs/neighbours/index.ts";
export type { MeltOptions, PivotOptions, PivotTableOptions } from "./data-frame/reshape.ts";
export { crosstab, type CrosstabOptions } from "./verbs/reshape/index.ts";
export { type Bin, cut, type CutOptions, qcut, type QcutOptions } from "./verbs/bins/index.ts";
export {
  readArrow,
  type ReadColumnarOptions,
  readExcel,
  type ReadExcelOptions,
  readJSON,
  type ReadJSONOptions,
  readParquet,
} from "./io/index.ts";
export {
  type DummiesOptions,
  getDummies,
  LabelEncoder,
  type Labels,
  MinMaxScaler,
  type MinMaxScalerOptions,
  type NumbersLike,
  OneHotEncoder,
  type OneHotEncoderOptions,
  StandardScaler,
  type StandardScalerOptions,
} from "./preprocessing/index.ts";
export { LazyFrame, sql, type SQLTable } from "./sql/index.ts";
/** The engine itself, for its expressions: `polars.col("x").gt(3)`. */
export { default as polars } from "nodejs-polars";
export {
  Scan,
  scan,
  type ScanAggregated,
  type ScanAggregation,
  type ScanAggregationSpec,
  ScanGroupBy,
  type ScanOptions,
} from "./scan/index.ts";
export type { DanfoPlotOptions, FramePlot, SeriesPlot } from "./plotting/index.ts";
