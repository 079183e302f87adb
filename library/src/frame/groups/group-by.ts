import pl from "nodejs-polars";
import type { Cell, Name, Row } from "../engine/cell.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { frameOf } from "../engine/make.ts";
import { expression, onRows, type Table } from "../engine/table.ts";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { aggregable, groupAggregate, type GroupByOptions, type Wanted } from "./aggregate.ts";
import type { Aggregation } from "./aggregations.ts";
import type { Aggregated, AggregatedAll, AggregationSpec } from "./types.ts";

/**
 * The rows of a frame in groups of equal keys, as {@link DataFrame.groupby} makes them. Groups come
 * in ascending order of their keys, rows without a key belong to none, and missing values are
 * skipped.
 */
export class GroupBy<R extends object = Row, Keys extends Name<R> = Name<R>> {
  readonly #table: Table;
  readonly #keys: readonly Keys[];
  readonly #options: GroupByOptions;
  readonly #columns: readonly string[] | undefined;

  /** @internal */
  constructor(
    table: Table,
    keys: readonly Keys[],
    options: GroupByOptions,
    columns?: readonly string[],
  ) {
    this.#table = table;
    this.#keys = keys;
    this.#options = options;
    this.#columns = columns;
    groupAggregate(table.data.head(0), keys, [], options);
  }

  /**
   * Several aggregations at once. A result column is named `column_aggregation`.
   *
   * @throws TypeError for an aggregation of numbers asked of a column that has none.
   * @example
   * const df = new DataFrame({ city: ["Rome", "Oslo", "Rome"], age: [31, 47, null] });
   * df.groupby("city").agg({ age: ["mean", "count"] }).toRecords();
   * // [{ city: "Oslo", age_mean: 47, age_count: 1 }, { city: "Rome", age_mean: 31, age_count: 1 }]
   */
  agg<const Spec extends AggregationSpec<R>>(
    spec: Spec,
  ): DataFrame<Pick<R, Keys> & Aggregated<R, Spec>> {
    const wanted = Object.entries(
      spec as Record<string, Aggregation | readonly Aggregation[]>,
    ).flatMap(([column, asked]) =>
      (Array.isArray(asked) ? (asked as Aggregation[]) : [asked as Aggregation]).map(
        (aggregation): Wanted => ({ column, aggregation, as: `${column}_${aggregation}` }),
      ),
    );
    return frameOf(groupAggregate(this.#table.data, this.#keys, wanted, this.#options));
  }

  /**
   * Only these columns, for the aggregation that follows.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "a"], x: [1, 2], y: [3, 4] });
   * df.groupby("k").col(["x"]).sum().columns; // ["k", "x_sum"]
   */
  col<K extends Name<R>>(
    columns: readonly K[],
  ): GroupBy<Pick<R, K | Keys>, Keys & Name<Pick<R, K | Keys>>> {
    return new GroupBy<Pick<R, K | Keys>, Keys & Name<Pick<R, K | Keys>>>(
      this.#table,
      this.#keys,
      this.#options,
      columns,
    );
  }

  /**
   * The number of rows of each group, in a column `size`.
   *
   * @example
   * new DataFrame({ k: ["a", "b", "a"] }).groupby("k").size().column("size").values; // [2, 1]
   */
  size(): DataFrame<Pick<R, Keys> & { size: number }> {
    const options = { ...this.#options, size: "size" };
    return frameOf(groupAggregate(this.#table.data, this.#keys, [], options));
  }

  /** Means of the numeric columns, as `column_mean`. */
  mean(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "mean">> {
    return this.#all("mean");
  }

  /** Sums of the numeric columns, as `column_sum`. */
  sum(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "sum">> {
    return this.#all("sum");
  }

  /** Medians of the numeric columns, as `column_median`. */
  median(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "median">> {
    return this.#all("median");
  }

  /** Sample standard deviations (n − 1) of the numeric columns, as `column_std`. */
  std(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "std">> {
    return this.#all("std");
  }

  /** Sample variances (n − 1) of the numeric columns, as `column_var`. */
  var(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "var">> {
    return this.#all("var");
  }

  /** The least present value of every column, as `column_min`. */
  min(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "min">> {
    return this.#all("min");
  }

  /** The greatest present value of every column, as `column_max`. */
  max(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "max">> {
    return this.#all("max");
  }

  /** How many values of every column are present, as `column_count`. */
  count(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "count">> {
    return this.#all("count");
  }

  /** The first present value of every column, as `column_first`. */
  first(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "first">> {
    return this.#all("first");
  }

  /** The last present value of every column, as `column_last`. */
  last(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "last">> {
    return this.#all("last");
  }

  /** How many different values every column has, missing ones aside, as `column_nUnique`. */
  nUnique(): DataFrame<Pick<R, Keys> & AggregatedAll<R, Keys, "nUnique">> {
    return this.#all("nUnique");
  }

  /**
   * The rows of one group.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 2, 3] });
   * df.groupby("k").getGroup(["a"]).column("x").values; // [1, 3]
   */
  getGroup(key: readonly Cell[]): DataFrame<R> {
    if (key.length !== this.#keys.length) {
      throw new RangeError(
        `A group of ${this.#keys.join(", ")} has ${this.#keys.length} keys; got ${key.length}.`,
      );
    }
    return frameOf(
      onRows(this.#table, (frame) => {
        const equal = this.#keys.map((name, position) => {
          const value = key[position] ?? null;
          return value === null
            ? expression(frame, name).isNull()
            : expression(frame, name).eq(pl.lit(value));
        });
        return frame.filter(pl.allHorizontal(equal));
      }),
    );
  }

  /**
   * Every group: its keys and its rows, in the order of the groups.
   *
   * @example
   * const df = new DataFrame({ k: ["b", "a", "b"], x: [1, 2, 3] });
   * [...df.groupby("k")].map(([key, rows]) => [key[0], rows.length]); // [["a", 1], ["b", 2]]
   */
  *[Symbol.iterator](): Iterator<[Cell[], DataFrame<R>]> {
    const { data } = groupAggregate(this.#table.data, this.#keys, [], this.#options);
    const columns = data.getColumns().map((series) => fromEngine(series));
    for (let row = 0; row < data.height; row += 1) {
      const key = columns.map((values) => values[row] ?? null);
      yield [key, this.getGroup(key)];
    }
  }

  #all<T extends object>(aggregation: Aggregation): DataFrame<T> {
    const { data } = this.#table;
    const columns = this.#columns ?? aggregable(data, this.#keys, aggregation);
    const wanted = columns.map((column): Wanted => ({
      column,
      aggregation,
      as: `${column}_${aggregation}`,
    }));
    return frameOf(groupAggregate(data, this.#keys, wanted, this.#options));
  }
}
