import type { Chart } from "../figure/chart.ts";
import { column, readTable } from "../table/read.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { measure, numbers } from "../table/values.ts";
import { list, short } from "./describe.ts";
import { divergingMatrix } from "./diverging-matrix.ts";
import type { FigureOptions } from "./options.ts";

/** Options of `correlationMatrix`. */
export interface CorrelationMatrixOptions<Column extends string = string> extends FigureOptions {
  /** Which columns. By default all columns of numbers. */
  readonly columns?: readonly Column[];
  /** Of the values, or of their ranks. Default `"pearson"`. */
  readonly method?: "pearson" | "spearman";
  /** Write the coefficients into the cells. By default for at most 15 columns. */
  readonly annotate?: boolean;
}

/**
 * The correlations between all pairs of columns, blue for −1 and red for 1, with the coefficient in
 * each cell. A pair takes the rows in which both have a value, as pandas' `corr` does.
 *
 * @throws RangeError for an unknown column or fewer than two columns of numbers.
 * @throws TypeError when a column named holds something that is not a number.
 * @example
 * correlationMatrix(penguins, { title: "Sizes of penguins" });
 */
export function correlationMatrix<Data extends ChartData>(
  data: Data,
  options: CorrelationMatrixOptions<ColumnOf<Data>> = {},
): Chart {
  const table = readTable(data);
  const names: readonly string[] =
    options.columns ??
    [...table.columns]
      .filter(([name, values]) => name !== "index" && measure(values) === "quantitative")
      .map(([name]) => name);
  if (names.length < 2) {
    throw new RangeError(
      `A correlation matrix needs two columns of numbers; here ${names.length === 0 ? "there is none" : `there is ${names.join("")}`} among ${[...table.columns.keys()].join(", ")}.`,
    );
  }
  const columns = names.map((name) => numbers(column(table, name), name));
  const matrix = columns.map((a) => columns.map((b) => correlation(a, b, options.method)));
  const pairs = names
    .flatMap((a, i) => names.slice(i + 1).map((b, j) => ({ a, b, r: matrix[i][i + 1 + j] })))
    .filter(({ r }) => !Number.isNaN(r))
    .sort((p, q) => Math.abs(q.r) - Math.abs(p.r));
  return divergingMatrix(matrix, names, {
    ...options,
    colorTitle: options.method === "spearman" ? "Spearman’s ρ" : "Pearson’s r",
    alt:
      options.alt ??
      `Correlation matrix of ${list(names)}. Strongest: ${list(pairs.slice(0, 3).map(({ a, b, r }) => `${a} and ${b} ${short(r)}`)) || "none"}.`,
  });
}

/** Correlation over the rows in which both have a value; NaN where one does not vary. */
export function correlation(
  a: readonly number[],
  b: readonly number[],
  method: "pearson" | "spearman" = "pearson",
): number {
  const rows = a.flatMap((value, i) => (Number.isNaN(value) || Number.isNaN(b[i]) ? [] : [i]));
  const pick = (values: readonly number[]) => rows.map((i) => values[i]);
  const [x, y] = method === "pearson" ? [pick(a), pick(b)] : [ranks(pick(a)), ranks(pick(b))];
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((value, i) => {
    xy += (value - mx) * (y[i] - my);
    xx += (value - mx) ** 2;
    yy += (y[i] - my) ** 2;
  });
  return xx === 0 || yy === 0 ? NaN : xy / Math.sqrt(xx * yy);
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const result = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let i = from; i <= to; i++) result[order[i]] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return result;
}
