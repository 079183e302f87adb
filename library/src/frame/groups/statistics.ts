import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Name, Row } from "../engine/cell.ts";
import { frameOf } from "../engine/make.ts";
import { checkNames, knownColumns } from "../engine/names.ts";
import { aggregable, groupAggregate, type Wanted } from "./aggregate.ts";
import type { Aggregation, Computed } from "./aggregations.ts";
import { GroupBase } from "./base.ts";
import { aggregateBy } from "./custom.ts";
import { readSpec } from "./spec.ts";
import type {
  Aggregated,
  AggregatedAll,
  AggregatedNamed,
  AggregationSpec,
  NamedAggregation,
} from "./types.ts";

/** One row a group: what is computed of its values. */
export class GroupStatistics<
  R extends object = Row,
  Keys extends Name<R> = Name<R>,
> extends GroupBase<R, Keys> {
  /**
   * One aggregation or several of every column it applies to; of some columns, each by its name; or
   * result columns by their own names. A result column is called `column_aggregation` unless it has
   * a name of its own. A function is handed the values of one group as a {@link Series} and returns
   * one value; in a map by column its result keeps the column's name.
   *
   * @throws TypeError for an aggregation of numbers asked of a column that has none.
   * @example
   * const df = new DataFrame({ city: ["Rome", "Oslo", "Rome"], age: [31, 47, null] });
   * df.groupby("city").agg({ age: ["mean", "count"] }).toRecords();
   * // [{ city: "Oslo", age_mean: 47, age_count: 1 }, { city: "Rome", age_mean: 31, age_count: 1 }]
   * df.groupby("city").agg(["min", "max"]).columns; // ["city", "age_min", "age_max"]
   * const named = df.groupby("city").agg({
   *   oldest: { column: "age", aggFunc: "max" },
   *   span: { column: "age", aggFunc: (age) => age.max() - age.min() },
   * });
   * named.columns; // ["city", "oldest", "span"]
   * df.groupby("city").agg({ age: (age) => age.length }).column("age").values; // [1, 2]
   */
  agg<A extends Aggregation>(
    aggregation: A | readonly A[],
  ): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, A>>;
  agg<const Spec extends AggregationSpec<R>>(
    columns: Spec,
  ): DataFrame<Pick<R, Keys> & Aggregated<R, Spec>>;
  agg<const Spec extends Readonly<Record<string, NamedAggregation<R>>>>(
    results: Spec,
  ): DataFrame<Pick<R, Keys> & AggregatedNamed<R, Spec>>;
  agg(what: unknown): unknown {
    const { table, keys, columns: chosen, options } = this.state;
    const { data } = table;
    const asked = readSpec(what, (aggregation) => chosen ?? aggregable(data, keys, aggregation));
    knownColumns(
      asked.map((one) => one.column),
      data.columns,
    );
    checkNames([...keys, ...asked.map((one) => one.as)]);
    const wanted = asked.filter((one): one is Wanted => typeof one.aggregation !== "function");
    if (wanted.length === asked.length) {
      return frameOf(groupAggregate(data, keys, wanted, options));
    }
    const named = groupAggregate(data, keys, wanted, options).data;
    const results = asked.map(({ column, aggregation, as }) =>
      typeof aggregation === "function"
        ? aggregateBy(this.grouping, table, column, aggregation, as)
        : named.getColumn(as),
    );
    const keyColumns = keys.map((key) => named.getColumn(key));
    return frameOf({ data: pl.DataFrame([...keyColumns, ...results]), index: undefined });
  }

  /**
   * The number of rows of each group, in a column `size`.
   *
   * @example
   * new DataFrame({ k: ["a", "b", "a"] }).groupby("k").size().column("size").values; // [2, 1]
   */
  size(): DataFrame<Pick<R, Keys> & { size: number }> {
    const { table, keys, options } = this.state;
    return frameOf(groupAggregate(table.data, keys, [], { ...options, size: "size" }));
  }

  /** Means of the numeric columns, as `column_mean`. */
  mean(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "mean">> {
    return this.#each("mean");
  }

  /** Sums of the numeric columns, as `column_sum`. */
  sum(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "sum">> {
    return this.#each("sum");
  }

  /** Medians of the numeric columns, as `column_median`. */
  median(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "median">> {
    return this.#each("median");
  }

  /** Sample standard deviations (n − 1) of the numeric columns, as `column_std`. */
  std(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "std">> {
    return this.#each("std");
  }

  /** Sample variances (n − 1) of the numeric columns, as `column_var`. */
  var(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "var">> {
    return this.#each("var");
  }

  /** The least present value of every column, as `column_min`. */
  min(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "min">> {
    return this.#each("min");
  }

  /** The greatest present value of every column, as `column_max`. */
  max(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "max">> {
    return this.#each("max");
  }

  /** How many values of every column are present, as `column_count`. */
  count(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "count">> {
    return this.#each("count");
  }

  /** The first present value of every column, as `column_first`. */
  first(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "first">> {
    return this.#each("first");
  }

  /** The last present value of every column, as `column_last`. */
  last(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "last">> {
    return this.#each("last");
  }

  /** How many different values every column has, missing ones aside, as `column_nUnique`. */
  nUnique(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "nUnique">> {
    return this.#each("nUnique");
  }

  /** Products of the numeric columns, as `column_prod`. */
  prod(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "prod">> {
    return this.#each("prod");
  }

  /** Standard errors of the means of the numeric columns, as `column_sem`. */
  sem(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "sem">> {
    return this.#each("sem");
  }

  /** Whether any present value of a column is true (not 0, not an empty text), as `column_any`. */
  any(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "any">> {
    return this.#each("any");
  }

  /** Whether every present value of a column is true (not 0, not an empty text), as `column_all`. */
  all(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "all">> {
    return this.#each("all");
  }

  /**
   * The quantile `q` (0.5) of the numeric columns by linear interpolation, as `column_quantile`.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "a", "b"], x: [1, 2, 7] });
   * df.groupby("k").quantile(0.25).column("x_quantile").values; // [1.25, 7]
   */
  quantile(
    q = 0.5,
  ): DataFrame<
    Pick<R, Keys> & { [K in Exclude<Name<R>, Keys> as `${K}_quantile`]: number | null }
  > {
    return this.#each({ quantile: q });
  }

  #each<T extends object>(aggregation: Computed): DataFrame<T> {
    const { table, keys, columns, options } = this.state;
    const said = typeof aggregation === "object" ? "quantile" : aggregation;
    const wanted = (columns ?? aggregable(table.data, keys, aggregation)).map((column): Wanted => ({
      column,
      aggregation,
      as: `${column}_${said}`,
    }));
    return frameOf(groupAggregate(table.data, keys, wanted, options));
  }
}
