import type pl from "nodejs-polars";
import { dtypeOf, isFloat } from "../../engine/dtypes.ts";
import { toEngine } from "../../engine/to-engine.ts";
import { isCountable } from "../statistics.ts";
import { floatsOf } from "../windows/index.ts";
import { standardError } from "./shape.ts";

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const mean = (values: Float64Array): number => total(values) / values.length;

function variance(values: Float64Array): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  return total(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}

function median(values: Float64Array): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const least = (values: Float64Array): number =>
  values.length === 0 ? Number.NaN : values.reduce((a, b) => Math.min(a, b));
const greatest = (values: Float64Array): number =>
  values.length === 0 ? Number.NaN : values.reduce((a, b) => Math.max(a, b));

const statistics = {
  sum: total,
  prod: (values: Float64Array): number => values.reduce((product, value) => product * value, 1),
  mean,
  median,
  std: (values: Float64Array): number => Math.sqrt(variance(values)),
  var: variance,
  sem: standardError,
  min: least,
  max: greatest,
} as const;

/** What can be computed of the numbers of a row. */
export type RowStatistic = keyof typeof statistics;

const keepWhole: readonly string[] = ["sum", "prod", "min", "max"];

/** A statistic of the present numbers of each row, over the numeric columns. */
export function acrossRows(data: pl.DataFrame, name: RowStatistic): pl.Series {
  const columns = data.getColumns().filter(isCountable);
  const floats = columns.map((one) => floatsOf(one, name));
  const row = new Float64Array(columns.length);
  const cells = Float64Array.from({ length: data.height }, (_, at) => {
    let present = 0;
    for (const values of floats) {
      if (!Number.isNaN(values[at])) row[present++] = values[at];
    }
    return statistics[name](row.subarray(0, present));
  });
  const whole =
    keepWhole.includes(name) &&
    columns.length > 0 &&
    columns.every((one) => !isFloat(dtypeOf(one)) && one.nullCount() === 0);
  return toEngine(name, cells, whole ? "int64" : "float64");
}
