import pl, { type DataType } from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { map } from "../engine/compute.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { instantsOf } from "../dates/zones.ts";
import { seriesOf } from "../engine/make.ts";
import { toEngine } from "../engine/to-engine.ts";
import { kindOf, type Operator, operate } from "../verbs/operand.ts";
import { type Operand, SeriesArithmetic } from "./arithmetic.ts";
import type { Series } from "./series.ts";

const comparable: Operator["allows"] = (left, right) => left === right && left !== "other";
const logical: Operator["allows"] = (left, right) => left === "boolean" && right === "boolean";

/** Comparisons and logic. As in pandas, a missing value compares false, and unequal to everything. */
export class SeriesComparison<T> extends SeriesArithmetic<T> {
  /**
   * Where the values equal the other side.
   *
   * @example
   * new Series(["a", null, "b"]).eq("a").values; // [true, false, false]
   */
  eq(other: Operand<T>): Series<boolean> {
    return this.compare(other, "eq", (x, y) => x.eq(y));
  }

  /**
   * Where the values differ from the other side; missing differs from everything.
   *
   * @example
   * new Series(["a", null, "b"]).ne("a").values; // [false, true, true]
   */
  ne(other: Operand<T>): Series<boolean> {
    return this.compare(other, "ne", (x, y) => x.neq(y), true);
  }

  /**
   * Where the values are greater.
   *
   * @example
   * new Series([1, null, 3]).gt(2).values; // [false, false, true]
   */
  gt(other: Operand<T>): Series<boolean> {
    return this.compare(other, "gt", (x, y) => x.gt(y));
  }

  /**
   * Where the values are greater or equal.
   *
   * @example
   * new Series([1, 2, 3]).ge(2).values; // [false, true, true]
   */
  ge(other: Operand<T>): Series<boolean> {
    return this.compare(other, "ge", (x, y) => x.gtEq(y));
  }

  /**
   * Where the values are less.
   *
   * @example
   * new Series([1, null, 3]).lt(2).values; // [true, false, false]
   */
  lt(other: Operand<T>): Series<boolean> {
    return this.compare(other, "lt", (x, y) => x.lt(y));
  }

  /**
   * Where the values are less or equal.
   *
   * @example
   * new Series([1, 2, 3]).le(2).values; // [true, true, false]
   */
  le(other: Operand<T>): Series<boolean> {
    return this.compare(other, "le", (x, y) => x.ltEq(y));
  }

  /**
   * Where the values lie from `low` to `high`, both included.
   *
   * @example
   * new Series([1, 2, 3, null]).between(2, 3).values; // [false, true, true, false]
   */
  between(low: NonNullable<T>, high: NonNullable<T>): Series<boolean> {
    return this.ge(low).and(this.le(high));
  }

  /**
   * Where the values are among those given; `null` among them finds the missing ones.
   *
   * @example
   * new Series(["a", null, "b"]).isIn(["b", null]).values; // [false, true, true]
   */
  isIn(values: readonly (T | null)[] | Series<T>): Series<boolean> {
    const given = Array.isArray(values)
      ? (values as readonly unknown[])
      : (values as Series<T>).values;
    const list = toEngine("values", given);
    const present = list.dropNulls();
    const own = dtypeOf(this.data);
    const data = own === "category" ? this.data.cast(pl.Utf8) : this.data;
    if (present.length > 0 && kindOf(own) !== kindOf(dtypeOf(list))) {
      const some = shown(given.find((value) => value !== null));
      throw new TypeError(
        `isIn: column ${JSON.stringify(this.name)} is ${own}; ${some} can never be in it.`,
      );
    }
    // The engine compares columns of one type only; numbers of two types meet as float64.
    const type: DataType =
      own === dtypeOf(list) || !isNumeric(own) ? (data.dtype as DataType) : pl.Float64;
    if (kindOf(own) === "date") return this.#amongDates(list);
    const among = data.cast(type).isIn(present.cast(type));
    const found = map(among, (x) => x.fillNull(list.nullCount() > 0));
    return seriesOf(found.alias(this.name), this.labels);
  }

  /**
   * Where both sides are true.
   *
   * @example
   * new Series([true, true]).and([true, false]).values; // [true, false]
   */
  and(
    other: boolean | Series<boolean> | Series<boolean | null> | readonly boolean[],
  ): Series<boolean> {
    return this.logic(other, "and", (x, y) => x.and(y));
  }

  /**
   * Where either side is true.
   *
   * @example
   * new Series([true, false]).or([false, false]).values; // [true, false]
   */
  or(
    other: boolean | Series<boolean> | Series<boolean | null> | readonly boolean[],
  ): Series<boolean> {
    return this.logic(other, "or", (x, y) => x.or(y));
  }

  /**
   * True where the value is false.
   *
   * @example
   * new Series([true, false]).not().values; // [false, true]
   */
  not(): Series<boolean> {
    if (dtypeOf(this.data) !== "boolean") {
      throw new TypeError(
        `not: column ${JSON.stringify(this.name)} is ${dtypeOf(this.data)}, not boolean.`,
      );
    }
    return seriesOf(
      map(this.data, (x) => x.not()),
      this.labels,
    );
  }

  /** Columns of dates may differ in their precision and zone; moments are compared. */
  #amongDates(list: pl.Series): Series<boolean> {
    const moments = new Set(instantsOf(list));
    const found = Array.from(instantsOf(this.data), (instant) =>
      Number.isNaN(instant) ? list.nullCount() > 0 : moments.has(instant),
    );
    return seriesOf(pl.Series(this.name, found, pl.Bool), this.labels);
  }

  private compare(
    other: unknown,
    verb: string,
    apply: Operator["apply"],
    whenMissing = false,
  ): Series<boolean> {
    return seriesOf(
      operate(this.data, other, { verb, allows: comparable, apply, whenMissing }),
      this.labels,
    );
  }

  private logic(other: unknown, verb: string, apply: Operator["apply"]): Series<boolean> {
    return seriesOf(operate(this.data, other, { verb, allows: logical, apply }), this.labels);
  }
}
