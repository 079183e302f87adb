import pl from "nodejs-polars";
import type { Table } from "../../engine/table.ts";
import { toEngine } from "../../engine/to-engine.ts";
import { isCountable } from "../statistics.ts";
import { floatsOf } from "../windows/index.ts";

export interface PairOptions {
  /** What is taken off the number of rows to divide by (default 1). */
  readonly ddof?: number;
  /** Fewer rows in which both are present give nothing (default 1). */
  readonly minPeriods?: number;
}

type Measure = (x: Float64Array, y: Float64Array) => number;

function sums(x: Float64Array, y: Float64Array): { xx: number; yy: number; xy: number } {
  let [sumX, sumY] = [0, 0];
  for (let row = 0; row < x.length; row += 1) {
    sumX += x[row];
    sumY += y[row];
  }
  const [meanX, meanY] = [sumX / x.length, sumY / y.length];
  let [xx, yy, xy] = [0, 0, 0];
  for (let row = 0; row < x.length; row += 1) {
    const [dx, dy] = [x[row] - meanX, y[row] - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return { xx, yy, xy };
}

/** Pearson's correlation of two columns without missing values; NaN where one does not vary. */
export function pearson(x: Float64Array, y: Float64Array): number {
  if (x.length < 2) return Number.NaN;
  const { xx, yy, xy } = sums(x, y);
  if (xx === 0 || yy === 0) return Number.NaN;
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}

/** The covariance of two columns without missing values. */
export function covariance({ ddof = 1, minPeriods = 1 }: PairOptions): Measure {
  return (x, y) =>
    x.length < minPeriods || x.length <= ddof ? Number.NaN : sums(x, y).xy / (x.length - ddof);
}

/** Both columns in the rows where both are present. */
export function presentPairs(x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  const rows: number[] = [];
  for (let row = 0; row < x.length; row += 1) {
    if (!Number.isNaN(x[row]) && !Number.isNaN(y[row])) rows.push(row);
  }
  if (rows.length === x.length) return [x, y];
  return [Float64Array.from(rows, (row) => x[row]), Float64Array.from(rows, (row) => y[row])];
}

/** One number for every pair of numeric columns, each over the rows where both are present. */
export function pairMatrix(data: pl.DataFrame, verb: string, measure: Measure): Table {
  const columns = data.getColumns().filter(isCountable);
  const floats = columns.map((one) => floatsOf(one, verb));
  const matrix = columns.map(() => new Float64Array(columns.length));
  floats.forEach((x, i) => {
    for (let j = 0; j <= i; j += 1) {
      const value = measure(...presentPairs(x, floats[j]));
      matrix[i][j] = value;
      matrix[j][i] = value;
    }
  });
  return {
    data: pl.DataFrame(columns.map((one, i) => toEngine(one.name, matrix[i]))),
    index: toEngine(
      "column",
      columns.map((one) => one.name),
      "string",
    ),
  };
}
