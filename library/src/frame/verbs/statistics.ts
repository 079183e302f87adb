import pl from "nodejs-polars";
import { asNumbers } from "../engine/compute.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { cellAt } from "../engine/from-engine.ts";

/** Statistics that need numbers, each of one column to one number; missing values are skipped. */
export const numeric = {
  sum: (x: pl.Expr): pl.Expr => x.sum(),
  mean: (x: pl.Expr): pl.Expr => x.mean(),
  median: (x: pl.Expr): pl.Expr => x.median(),
  std: (x: pl.Expr): pl.Expr => x.std(),
  var: (x: pl.Expr): pl.Expr => x.var(),
} as const;

/** Statistics of a column of any type. */
export const general = {
  min: (x: pl.Expr): pl.Expr => x.min(),
  max: (x: pl.Expr): pl.Expr => x.max(),
  count: (x: pl.Expr): pl.Expr => x.count().cast(pl.Int64),
  nUnique: (x: pl.Expr): pl.Expr => x.dropNulls().nUnique().cast(pl.Int64),
} as const;

export type NumericStatistic = keyof typeof numeric;
export type GeneralStatistic = keyof typeof general;
export type Statistic = NumericStatistic | GeneralStatistic;

export const isNumericStatistic = (name: string): name is NumericStatistic =>
  Object.hasOwn(numeric, name);

/** Whether means and the like of a column make sense: numbers, and booleans as 0 and 1. */
export const isCountable = (series: pl.Series): boolean =>
  isNumeric(dtypeOf(series)) || dtypeOf(series) === "boolean";

/** One number of a column; NaN where it is undefined, such as the mean of nothing. */
export function statistic(series: pl.Series, name: NumericStatistic): number {
  return scalar(asNumbers(series, name), numeric[name]);
}

/** The quantile of a column by linear interpolation. */
export function quantile(series: pl.Series, q: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`A quantile lies between 0 and 1; got ${q}.`);
  return scalar(asNumbers(series, "quantile"), (x) => x.quantile(q, "linear"));
}

/** One number computed from a column. */
function scalar(series: pl.Series, operate: (x: pl.Expr) => pl.Expr): number {
  const frame = pl.DataFrame([series.alias("x")]);
  return number(frame.select(operate(pl.col("x"))).toSeries(0));
}

function number(series: pl.Series): number {
  const value = cellAt(series, 0);
  return value === null ? Number.NaN : Number(value);
}
