import pl from "nodejs-polars";
import type { Label, Name, Row } from "../engine/cell.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { Series } from "../series/series.ts";
import {
  correlated,
  type CorrOptions,
  covariance,
  pairMatrix,
  type PairOptions,
} from "../verbs/measures/index.ts";
import { isCountable } from "../verbs/statistics.ts";
import { truths } from "../verbs/truths.ts";
import { FrameApply } from "./apply.ts";
import type { DataFrame } from "./data-frame.ts";

type Matrix<R extends object> = DataFrame<Record<Name<R>, number | null>>;

/** Statistics of columns beyond the plain ones. */
export class FrameMeasures<R extends object = Row> extends FrameApply<R> {
  /**
   * The correlation of every pair of numeric columns, each over the rows where both are present.
   *
   * @throws TypeError for another method than pearson, spearman and kendall
   * @example
   * new DataFrame({ a: [1, 2, 3], b: [2, 4, 6] }).corr().at("a", "b"); // 1
   * new DataFrame({ a: [1, 2, 3], b: [1, 9, 4] }).corr({ method: "spearman" }).at("a", "b"); // 0.5
   */
  corr(options: CorrOptions = {}): Matrix<R> {
    return frameOf(pairMatrix(this.table.data, "corr", correlated(options)));
  }

  /**
   * The covariance of every pair of numeric columns, each over the rows where both are present.
   *
   * @example
   * new DataFrame({ a: [1, 2, 3], b: [2, 4, 6] }).cov().at("a", "b"); // 2
   */
  cov(options: PairOptions = {}): Matrix<R> {
    checkOptions("cov", options, ["ddof", "minPeriods"]);
    return frameOf(pairMatrix(this.table.data, "cov", covariance(options)));
  }

  /**
   * The quantile `q` (0.5) of each numeric column by linear interpolation; of several shares a frame,
   * one row each.
   *
   * @example
   * new DataFrame({ a: [1, 2, 3, 4] }).quantile(0.25).at("a"); // 1.75
   * new DataFrame({ a: [1, 2, 3, 4] }).quantile([0, 0.5]).column("a").values; // [1, 2.5]
   */
  override quantile(q?: number): Series<number | null>;
  override quantile(q: readonly number[]): Matrix<R>;
  override quantile(q: number | readonly number[] = 0.5): Series<number | null> | Matrix<R> {
    if (typeof q === "number") return super.quantile(q);
    const columns = this.#numeric().map((one) => one.quantile(q).data);
    const index = toEngine("quantile", Float64Array.from(q));
    return frameOf({ data: pl.DataFrame(columns), index });
  }

  /**
   * The products of the numeric columns.
   *
   * @example
   * new DataFrame({ a: [2, 3], b: [4, null] }).prod().values; // [6, 4]
   */
  prod(): Series<number> {
    return this.#numbers("prod", (one) => one.prod());
  }

  /** The standard errors of the means of the numeric columns. */
  sem(): Series<number | null> {
    return this.#numbers("sem", (one) => one.sem());
  }

  /** The sample skewness of the numeric columns, without bias. */
  skew(): Series<number | null> {
    return this.#numbers("skew", (one) => one.skew());
  }

  /** The excess kurtosis of the numeric columns, without bias. */
  kurtosis(): Series<number | null> {
    return this.#numbers("kurtosis", (one) => one.kurtosis());
  }

  /**
   * The row label of the greatest number of each numeric column, the first of several.
   *
   * @example
   * new DataFrame({ a: [3, 9, 1] }, { index: ["x", "y", "z"] }).idxMax().at("a"); // "y"
   */
  idxMax(): Series<Label> {
    return this.#labels((one) => one.idxMax());
  }

  /** The row label of the least number of each numeric column, the first of several. */
  idxMin(): Series<Label> {
    return this.#labels((one) => one.idxMin());
  }

  /**
   * The most frequent values of each column, sorted; columns with fewer end with missing ones.
   *
   * @example
   * new DataFrame({ a: [1, 1, 2], b: ["x", "y", null] }).mode().toRecords(); // [{ a: 1, b: "x" }, { a: null, b: "y" }]
   */
  mode(): DataFrame<{ [K in keyof R]: R[K] | null }> {
    const modes = this.columns.map((name) => this.column(name).mode().data);
    const height = Math.max(0, ...modes.map((one) => one.length));
    const padded = modes.map((one) => {
      const at = Array.from({ length: height }, (_, row) => (row < one.length ? row : null));
      const rows = pl.Series("at", at, pl.UInt32);
      return pl
        .DataFrame([one.alias("x")])
        .select(pl.col("x").gather(rows))
        .toSeries(0);
    });
    const columns = padded.map((one, at) => one.alias(this.columns[at]));
    return frameOf({ data: pl.DataFrame(columns), index: undefined });
  }

  /**
   * Whether any value of each column is true (of each row with `axis: 1`): a number is where it is not
   * 0, a text where it is not empty. Missing ones are skipped.
   *
   * @example
   * new DataFrame({ a: [0, 1], b: [false, false] }).any().values; // [true, false]
   * new DataFrame({ a: [0, 1], b: [false, false] }).any({ axis: 1 }).values; // [false, true]
   */
  any(options: { readonly axis?: 0 | 1 } = {}): Series<boolean> {
    return this.#truth("any", options);
  }

  /**
   * Whether all values of each column (of each row with `axis: 1`) are true; missing ones are skipped.
   *
   * @example
   * new DataFrame({ a: [2, 1], b: [true, false] }).all().values; // [true, false]
   */
  all(options: { readonly axis?: 0 | 1 } = {}): Series<boolean> {
    return this.#truth("all", options);
  }

  /**
   * The `count` rows with the greatest values of a column; of equal ones the next column decides, then
   * the first row. Missing ones come last.
   *
   * @example
   * new DataFrame({ a: [3, 9, 5] }).nLargest(2, "a").column("a").values; // [9, 5]
   */
  nLargest(count: number, by: Name<R> | readonly Name<R>[]): DataFrame<R> {
    return this.#extremes(count, by, false);
  }

  /** The `count` rows with the least values of a column. */
  nSmallest(count: number, by: Name<R> | readonly Name<R>[]): DataFrame<R> {
    return this.#extremes(count, by, true);
  }

  #extremes(count: number, by: Name<R> | readonly Name<R>[], ascending: boolean): DataFrame<R> {
    const verb = ascending ? "nSmallest" : "nLargest";
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`${verb} takes a whole number of rows from 0; got ${String(count)}.`);
    return this.sortValues(by, { ascending }).head(count);
  }

  #numeric(): Series<number | null>[] {
    return this.columns
      .map((name) => this.column(name) as unknown as Series<number | null>)
      .filter((one) => isCountable(one.data));
  }

  #numbers<T>(name: string, measure: (column: Series<number | null>) => number): Series<T> {
    const columns = this.#numeric();
    const whole = name === "prod" && columns.every((one) => !isFloat(one));
    const cells = Float64Array.from(columns, measure);
    const names = toEngine(
      "column",
      columns.map((one) => one.name),
      "string",
    );
    return seriesOf(toEngine(name, cells, whole ? "int64" : "float64"), names);
  }

  #labels(pick: (column: Series<number | null>) => Label): Series<Label> {
    const columns = this.#numeric();
    const positions = columns.map(pick);
    const names = columns.map((one) => one.name);
    return seriesOf(toEngine("0", positions), toEngine("column", names, "string"));
  }

  #truth(verb: "any" | "all", options: { readonly axis?: 0 | 1 }): Series<boolean> {
    checkOptions(verb, options, ["axis"]);
    const flags = this.table.data.getColumns().map((one) => truths(one, verb));
    const decides = verb === "any";
    if (options.axis === 1) {
      const rows = Array.from({ length: this.length }, (_, row) =>
        flags.some((one) => one[row] === decides) ? decides : !decides,
      );
      return seriesOf(toEngine("0", rows, "boolean"), this.table.index);
    }
    const found = flags.map((one) => (one.includes(decides) ? decides : !decides));
    return seriesOf(toEngine("0", found, "boolean"), toEngine("column", this.columns, "string"));
  }
}

const isFloat = (one: Series<number | null>): boolean => /^float/u.test(dtypeOf(one.data));
