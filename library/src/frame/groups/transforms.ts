import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Cell, Name, Row } from "../engine/cell.ts";
import type { DType } from "../engine/dtypes.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import type { SeriesBase } from "../series/base.ts";
import type { Series } from "../series/series.ts";
import { type RankOptions, ranks } from "../verbs/neighbours/index.ts";
import { literal } from "../verbs/operand.ts";
import { isCountable } from "../verbs/statistics.ts";
import { aggregable } from "./aggregate.ts";
import { aggregate, type Aggregation, checkAggregation } from "./aggregations.ts";
import { transformBy } from "./custom.ts";
import {
  changeWithin,
  cumulations,
  diffWithin,
  fillWithin,
  rankWithin,
  shiftWithin,
} from "./neighbours.ts";
import { GroupStatistics } from "./statistics.ts";
import type { Others, Result } from "./types.ts";
import { within } from "./within.ts";

type Other<R extends object, Keys> = Exclude<Name<R>, Keys>;

/**
 * A value for each row, made within the row's group. The rows keep their order and labels; the
 * result has the columns that are not keys, and nothing in rows that belong to no group.
 */
export class GroupTransforms<
  R extends object = Row,
  Keys extends Name<R> = Name<R>,
> extends GroupStatistics<R, Keys> {
  /**
   * An aggregation of the group written beside each of its rows, or what a function makes of the
   * group's values: as many values, or one for all.
   *
   * @throws RangeError when the function makes another number of values.
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 5, 3] });
   * df.groupby("k").transform("mean").column("x").values; // [2, 5, 2]
   * df.groupby("k").transform((x) => x.sub(x.mean())).column("x").values; // [-1, 0, 1]
   */
  transform<A extends Aggregation>(
    aggregation: A,
  ): DataFrame<{ [K in Other<R, Keys>]: Result<R[K], A> }>;
  transform<T>(
    compute: (values: Series<R[Other<R, Keys>]>) => SeriesBase<T> | readonly T[],
  ): DataFrame<Others<R, Keys, T>>;
  transform<T extends Cell>(
    compute: (values: Series<R[Other<R, Keys>]>) => T,
  ): DataFrame<Others<R, Keys, T>>;
  transform(how: Aggregation | ((values: never) => unknown)): unknown {
    const { table, keys, columns } = this.state;
    if (typeof how !== "function") {
      const wanted = columns ?? aggregable(table.data, keys, how);
      for (const name of wanted) checkAggregation(table.data.getColumn(name), how);
      return this.#within((x, dtype) => aggregate(x, dtype, how), wanted);
    }
    const compute = how as (values: Series<never>) => unknown;
    const wanted = columns ?? this.#others();
    const made = wanted.map((name) => transformBy(this.grouping, table, name, compute));
    return frameOf({ data: pl.DataFrame(made), index: table.index });
  }

  /**
   * Sums up to each row, of the numeric columns.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 5, 3] });
   * df.groupby("k").cumSum().column("x").values; // [1, 5, 4]
   */
  cumSum(): DataFrame<Others<R, Keys, number | null>> {
    return this.#within(cumulations.cumSum, this.#numbers());
  }

  /** Products up to each row, of the numeric columns. */
  cumProd(): DataFrame<Others<R, Keys, number | null>> {
    return this.#within(cumulations.cumProd, this.#numbers());
  }

  /** The least value up to each row, of the numeric columns. */
  cumMin(): DataFrame<Others<R, Keys, number | null>> {
    return this.#within(cumulations.cumMin, this.#numbers());
  }

  /** The greatest value up to each row, of the numeric columns. */
  cumMax(): DataFrame<Others<R, Keys, number | null>> {
    return this.#within(cumulations.cumMax, this.#numbers());
  }

  /**
   * The value `periods` (1) rows before in the group; negative ones look ahead. What comes in is
   * missing, or `fillValue`.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 5, 3] });
   * df.groupby("k").shift().column("x").values; // [null, null, 1]
   * df.groupby("k").shift(-1, { fillValue: 0 }).column("x").values; // [3, 0, 0]
   */
  shift(
    periods = 1,
    options: { readonly fillValue?: NonNullable<Cell> } = {},
  ): DataFrame<{ [K in Other<R, Keys>]: R[K] | null }> {
    checkOptions("shift", options, ["fillValue"]);
    const { fillValue } = options;
    // As in pandas, a row of no group has the filler too.
    const outside = (dtype: DType): pl.Expr =>
      fillValue === undefined ? pl.lit(null) : literal(fillValue, dtype);
    return this.#within(shiftWithin(periods, fillValue), this.#chosen(), outside);
  }

  /**
   * The difference to the value `periods` (1) rows before in the group, of the numeric columns.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 5, 3] });
   * df.groupby("k").diff().column("x").values; // [null, null, 2]
   */
  diff(periods = 1): DataFrame<Others<R, Keys, number | null>> {
    return this.#within(diffWithin(periods), this.#numbers());
  }

  /** The change since the value `periods` (1) rows before in the group, as a share of it. */
  pctChange(periods = 1): DataFrame<Others<R, Keys, number | null>> {
    return this.#within(changeWithin(periods), this.#numbers());
  }

  /** Missing values filled with the last present one before them in the group. */
  ffill(): DataFrame<Pick<R, Other<R, Keys>>> {
    return this.#within(fillWithin("forward"), this.#chosen());
  }

  /** Missing values filled with the next present one after them in the group. */
  bfill(): DataFrame<Pick<R, Other<R, Keys>>> {
    return this.#within(fillWithin("backward"), this.#chosen());
  }

  /**
   * The place of each value in its group, from 1.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [7, 5, 3] });
   * df.groupby("k").rank().column("x").values; // [2, 1, 1]
   */
  rank(options: RankOptions = {}): DataFrame<Others<R, Keys, number | null>> {
    checkOptions("rank", options, ["method", "ascending", "naOption", "pct"]);
    const wanted = this.#chosen();
    const make = rankWithin(options);
    if (make !== undefined) return this.#within(make, wanted);
    const { table } = this.state;
    const made = wanted.map((name) =>
      transformBy(this.grouping, table, name, (_, part) =>
        seriesOf(ranks(part, options), undefined),
      ),
    );
    return frameOf({ data: pl.DataFrame(made), index: table.index });
  }

  #within<T extends object>(
    make: (x: pl.Expr, dtype: DType) => pl.Expr,
    columns: readonly string[],
    outside?: (dtype: DType) => pl.Expr,
  ): DataFrame<T> {
    const { table, keys, options } = this.state;
    const data = within(table.data, keys, columns, make, options, outside);
    return frameOf({ data, index: table.index });
  }

  #others(): string[] {
    const keys: readonly string[] = this.state.keys;
    return this.state.table.data.columns.filter((name) => !keys.includes(name));
  }

  #chosen(): readonly string[] {
    const { columns, table } = this.state;
    return columns === undefined ? this.#others() : knownColumns(columns, table.data.columns);
  }

  #numbers(): readonly string[] {
    const { columns, table } = this.state;
    if (columns === undefined)
      return this.#others().filter((name) => isCountable(table.data.getColumn(name)));
    for (const name of columns) checkAggregation(table.data.getColumn(name), "sum");
    return columns;
  }
}
