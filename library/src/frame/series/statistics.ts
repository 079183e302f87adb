import type pl from "nodejs-polars";
import { map } from "../engine/compute.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { cellAt, fromEngine } from "../engine/from-engine.ts";
import { seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { describeSeries } from "../verbs/describe.ts";
import { statistic } from "../verbs/statistics.ts";
import { valueCounts, type ValueCountsOptions } from "../verbs/value-counts.ts";
import { SeriesComparison } from "./comparison.ts";
import type { Series } from "./series.ts";

/** The least or greatest of values: NaN of no numbers, null of no others. */
export type Extreme<T> =
  NonNullable<T> extends number | bigint ? NonNullable<T> : NonNullable<T> | null;

/** Statistics. Missing values are skipped; a statistic of too few values is NaN, as in pandas. */
export class SeriesStatistics<T> extends SeriesComparison<T> {
  /**
   * The sum; 0 of nothing. Beyond ±(2⁵³ − 1) it is rounded to the nearest number.
   *
   * @example
   * new Series([1, null, 2]).sum(); // 3
   */
  sum(): number {
    return statistic(this.data, "sum");
  }

  /**
   * The arithmetic mean.
   *
   * @example
   * new Series([1, null, 2]).mean(); // 1.5
   */
  mean(): number {
    return statistic(this.data, "mean");
  }

  /**
   * The median.
   *
   * @example
   * new Series([1, 9, 2]).median(); // 2
   */
  median(): number {
    return statistic(this.data, "median");
  }

  /**
   * The sample standard deviation (divides by n − 1).
   *
   * @example
   * new Series([1, 3]).std() ** 2; // 2.0000000000000004
   */
  std(): number {
    return statistic(this.data, "std");
  }

  /**
   * The sample variance (divides by n − 1).
   *
   * @example
   * new Series([1, 3]).var(); // 2
   */
  var(): number {
    return statistic(this.data, "var");
  }

  /**
   * The least value.
   *
   * @example
   * new Series(["b", "a", null]).min(); // "a"
   */
  min(): Extreme<T> {
    return this.extreme((x) => x.min());
  }

  /**
   * The greatest value.
   *
   * @example
   * new Series([3, null, 5]).max(); // 5
   */
  max(): Extreme<T> {
    return this.extreme((x) => x.max());
  }

  /**
   * How many values are present.
   *
   * @example
   * new Series([3, null, 5]).count(); // 2
   */
  count(): number {
    return this.data.length - this.data.nullCount();
  }

  /**
   * How many different values there are, missing ones aside.
   *
   * @example
   * new Series(["a", "b", "a", null]).nUnique(); // 2
   */
  nUnique(): number {
    return this.data.dropNulls().nUnique();
  }

  /**
   * The different values in order of first appearance; missing counts as one.
   *
   * @example
   * new Series(["b", null, "a", "b"]).unique().values; // ["b", null, "a"]
   */
  unique(): Series<T> {
    return seriesOf(this.data.unique(true), undefined);
  }

  /**
   * The most frequent values, sorted; several where they tie.
   *
   * @example
   * new Series([2, 1, 1, 2, 3]).mode().values; // [1, 2]
   */
  mode(): Series<T> {
    const { values, counts } = valueCounts(this.data, {});
    const sizes = fromEngine(counts);
    const top = sizes.filter((size) => size === sizes[0]).length;
    return seriesOf(values.head(top).sort(), undefined);
  }

  /**
   * How often each value occurs, most frequent first; ties stand in order of first appearance.
   * The values are the row labels.
   *
   * @example
   * const counts = new Series(["b", "a", "b", null]).valueCounts();
   * counts.index; // ["b", "a"]
   * counts.values; // [2, 1]
   * new Series([1, 2, 9]).valueCounts({ bins: [0, 5, 10] }).values; // [2, 1]
   */
  valueCounts(options: ValueCountsOptions = {}): Series<number> {
    checkOptions("valueCounts", options, ["normalize", "dropNa", "ascending", "sort", "bins"]);
    const { values, counts } = valueCounts(this.data, options);
    return seriesOf(counts, values);
  }

  /**
   * Count, mean, standard deviation, least, quartiles (or other `percentiles`) and greatest of a
   * numeric column; of dates the same without a deviation, as texts; count, unique, top and freq of
   * any other, as texts.
   *
   * @example
   * new Series([1, 2, 3, null]).describe().at("50%"); // 2
   */
  describe(
    options: { readonly percentiles?: readonly number[] } = {},
  ): Series<number | string | null> {
    checkOptions("describe", options, ["percentiles"]);
    const { data, index } = describeSeries(this.data, options);
    return seriesOf(data.toSeries(0).alias(this.name), index);
  }

  /**
   * Whether every value is true; missing ones are skipped.
   *
   * @example
   * new Series([true, false]).all(); // false
   */
  all(): boolean {
    return fromEngine(this.booleans("all")).every((value) => value !== false);
  }

  /**
   * Whether any value is true.
   *
   * @example
   * new Series([true, false]).any(); // true
   */
  any(): boolean {
    return fromEngine(this.booleans("any")).includes(true);
  }

  private booleans(verb: string): pl.Series {
    if (dtypeOf(this.data) === "boolean") return this.data.unique();
    throw new TypeError(
      `${verb}: column ${JSON.stringify(this.name)} is ${this.dtype}, not boolean.`,
    );
  }

  private extreme(pick: (x: pl.Expr) => pl.Expr): Extreme<T> {
    const value = cellAt(map(this.data, pick), 0);
    return (value === null && isNumeric(this.dtype) ? Number.NaN : value) as Extreme<T>;
  }
}
