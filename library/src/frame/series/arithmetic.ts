import pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { asNumbers, map } from "../engine/compute.ts";
import { type DType, dtypeOf, isFloat, isInteger } from "../engine/dtypes.ts";
import { seriesOf } from "../engine/make.ts";
import { toEngine } from "../engine/to-engine.ts";
import { type Operator, operate } from "../verbs/operand.ts";
import { timeArithmetic } from "../verbs/time-arithmetic.ts";
import { SeriesBase } from "./base.ts";
import type { Series } from "./series.ts";

/** The other side of an operator: one value for every row, or a column of the same length. */
export type Operand<T> = NonNullable<T> | null | Series<T> | Series<NonNullable<T>> | readonly T[];

/** What arithmetic with numbers takes beside numbers. */
export type NumberOperand =
  | number
  | bigint
  | null
  | SeriesBase<number | null>
  | SeriesBase<number>
  | SeriesBase<boolean>
  | readonly (number | null)[];

/** A duration: a text such as `"90min"`, milliseconds, or a column. */
export type DurationOperand = string | NumberOperand;

type Dates = SeriesBase<Date> | SeriesBase<Date | null>;
type Timed = Series<Date | null>;

const countable = (side: pl.Expr, dtype: DType): pl.Expr =>
  dtype === "boolean" ? side.cast(pl.Int64) : side;
const real = (side: pl.Expr, dtype: DType): pl.Expr =>
  isFloat(dtype) ? side : side.cast(pl.Float64);

type Kind = Parameters<Operator["allows"]>[0];
const isCountable = (kind: Kind): boolean => kind === "number" || kind === "boolean";
const numbers = (left: Kind, right: Kind): boolean => isCountable(left) && isCountable(right);
const numbersOrTexts = (left: Kind, right: Kind): boolean =>
  numbers(left, right) || (left === "text" && right === "text");

/** Arithmetic, row by row. A missing value on either side makes a missing result. */
export class SeriesArithmetic<T> extends SeriesBase<T> {
  /**
   * The sum, row by row; texts are joined, and dates with a duration are later by it.
   *
   * @example
   * new Series([1, null, 3]).add(1).values; // [2, null, 4]
   * new Series(["a", "b"]).add("!").values; // ["a!", "b!"]
   * new Series([new Date("2024-02-28")]).add("36h").values; // [new Date("2024-02-29T12:00Z")]
   */
  add(this: Dates, other: DurationOperand): Timed;
  add(other: Date | Dates): Timed;
  add(other: string | Series<string> | Series<string | null>): Series<string | null>;
  add(other: NumberOperand): Series<number | null>;
  add(other: unknown): Series<number | null> | Series<string | null> | Timed {
    const timed = timeArithmetic("add", this.data, other);
    if (timed !== undefined) return seriesOf<never>(timed, this.labels);
    const apply = (x: pl.Expr, y: pl.Expr): pl.Expr => x.add(y);
    return this.with<never>(other, {
      verb: "add",
      allows: numbersOrTexts,
      prepare: countable,
      apply,
    });
  }

  /**
   * The difference, row by row; of two dates the duration between them, whose values are milliseconds.
   *
   * @example
   * new Series([5, 3]).sub(new Series([1, 2])).values; // [4, 1]
   * new Series([new Date("2024-03-01")]).sub(new Date("2024-02-28")).dt.days().values; // [2]
   */
  sub(this: Dates, other: Date | Dates): Series<number | null>;
  sub(this: Dates, other: DurationOperand): Timed;
  sub(other: DurationOperand): Series<number | null>;
  sub(other: unknown): Series<number | null> | Timed {
    const timed = timeArithmetic("sub", this.data, other);
    if (timed !== undefined) return seriesOf<never>(timed, this.labels);
    return this.with<never>(other, {
      verb: "sub",
      allows: numbers,
      prepare: countable,
      apply: (x, y) => x.sub(y),
    });
  }

  /**
   * The product, row by row.
   *
   * @example
   * new Series([1.5, 2]).mul(2).values; // [3, 4]
   */
  mul(other: NumberOperand): Series<number | null> {
    const timed = timeArithmetic("mul", this.data, other);
    if (timed !== undefined) return seriesOf<never>(timed, this.labels);
    return this.with(other, {
      verb: "mul",
      allows: numbers,
      prepare: countable,
      apply: (x, y) => x.mul(y),
    });
  }

  /**
   * The quotient, row by row, never rounded. Division by zero gives an infinity, 0 / 0 is missing.
   *
   * @example
   * new Series([1, 0, -1]).div(0).values; // [Infinity, null, -Infinity]
   */
  div(other: DurationOperand): Series<number | null> {
    const timed = timeArithmetic("div", this.data, other);
    if (timed !== undefined) return seriesOf<never>(timed, this.labels);
    const apply = (x: pl.Expr, y: pl.Expr): pl.Expr => x.div(y.cast(pl.Float64));
    return this.with(other, { verb: "div", allows: numbers, prepare: real, apply });
  }

  /**
   * The remainder with the sign of the divisor, as in Python and pandas (not JavaScript's `%`).
   *
   * @example
   * new Series([-7, 7]).mod(3).values; // [2, 1]
   */
  mod(other: NumberOperand): Series<number | null> {
    const apply = (x: pl.Expr, y: pl.Expr): pl.Expr => x.modulo(y);
    return this.with(other, { verb: "mod", allows: numbers, prepare: countable, apply });
  }

  /**
   * Every value to a power.
   *
   * @example
   * new Series([1, 2, 3]).pow(2).values; // [1, 4, 9]
   */
  pow(exponent: number): Series<number | null> {
    const data = asNumbers(this.data, "pow");
    const whole = isInteger(dtypeOf(data)) && Number.isInteger(exponent) && exponent >= 0;
    // By multiplication small powers of integers stay exact beyond 2⁵³.
    const power = (x: pl.Expr): pl.Expr =>
      exponent === 2
        ? x.mul(x)
        : exponent === 3
          ? x.mul(x).mul(x)
          : x.cast(pl.Float64).pow(exponent);
    const out = map(
      data,
      whole || isFloat(dtypeOf(data)) ? power : (x) => x.cast(pl.Float64).pow(exponent),
    );
    return seriesOf(whole ? out.cast(data.dtype) : out, this.labels);
  }

  /**
   * Absolute values.
   *
   * @example
   * new Series([-2, 3]).abs().values; // [2, 3]
   */
  abs(): Series<number | null> {
    return seriesOf(
      map(asNumbers(this.data, "abs"), (x) => x.abs()),
      this.labels,
    );
  }

  /**
   * Rounded to a number of decimals; halves go to the even neighbour, as in NumPy.
   *
   * @example
   * new Series([0.5, 1.5, 2.25]).round(0).values; // [0, 2, 2]
   */
  round(decimals = 0): Series<number | null> {
    const data = asNumbers(this.data, "round");
    return seriesOf(
      isInteger(dtypeOf(data)) ? data : map(data, (x) => roundHalfEven(x, decimals)),
      this.labels,
    );
  }

  /**
   * A column computed by a function of each value and its position. Slower than the operators,
   * because every value travels to JavaScript and back.
   *
   * @example
   * new Series(["a", "bb"]).map((text) => text.length).values; // [1, 2]
   */
  map<U>(compute: (value: T, position: number) => U): Series<U> {
    if (typeof compute !== "function") {
      throw new TypeError(
        `map takes a function; got ${shown(compute)}. For pairs of values use replace.`,
      );
    }
    const values = this.values.map(compute);
    return seriesOf(toEngine(this.name, values), this.labels);
  }

  private with<U>(other: unknown, operator: Operator): Series<U> {
    return seriesOf(operate(this.data, other, operator), this.labels);
  }
}

/** NumPy's way: scale, round to even, scale back. */
function roundHalfEven(x: pl.Expr, decimals: number): pl.Expr {
  const scale = 10 ** Math.abs(decimals);
  if (decimals === 0) return x.round({ decimals: 0, mode: "halftoeven" });
  return decimals > 0
    ? x.mul(pl.lit(scale)).round({ decimals: 0, mode: "halftoeven" }).div(pl.lit(scale))
    : x.div(pl.lit(scale)).round({ decimals: 0, mode: "halftoeven" }).mul(pl.lit(scale));
}
