import { type Name, type Row, shown } from "../engine/cell.ts";
import { frameOf } from "../engine/make.ts";
import { unknownColumn } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import type { SeriesBase } from "../series/base.ts";
import type { Series } from "../series/series.ts";
import { withColumns } from "../verbs/columns.ts";
import { isColumn } from "../verbs/rows.ts";
import { FrameBase } from "./base.ts";
import type { DataFrame } from "./data-frame.ts";
import { FrameFiles } from "./files.ts";

/** A frame of numbers, where `R` had columns of any type. */
type NumberFrame<R extends object> = DataFrame<{ [K in keyof R]: number | null }>;
/** A frame of flags with the columns of `R`. */
type FlagFrame<R extends object> = DataFrame<{ [K in keyof R]: boolean }>;

/** The other side of an operation on a whole frame. */
export type FrameOperand =
  | number
  | readonly number[]
  | SeriesBase<number>
  | SeriesBase<number | null>
  | { /** @internal */ readonly table: FrameBase["table"] };

/** Which way a list goes: one value for each column (1, the default) or for each row (0). */
export interface ElementwiseOptions {
  readonly axis?: 0 | 1;
}

type Arithmetic = "add" | "sub" | "mul" | "div" | "mod" | "pow";
type Comparison = "lt" | "gt" | "le" | "ge" | "eq" | "ne";

/** The operators of a column, whose types tell dates from numbers. */
type Operate = (other: unknown) => { readonly data: Series["data"] };

/** Arithmetic and comparison of a whole frame, cell by cell, under danfo's names. */
export class FrameElementwise<R extends object = Row> extends FrameFiles<R> {
  /**
   * Every number plus `other`: a number, a list with one for each column (with `axis: 0`, for each
   * row), or a frame with the same columns and rows.
   *
   * @throws TypeError where a column is not numeric; RangeError where a list has another length.
   * @example
   * const df = new DataFrame({ a: [1, 2], b: [3, 4] });
   * df.add(10).toRecords(); // [{ a: 11, b: 13 }, { a: 12, b: 14 }]
   * df.add([10, 100]).toRecords(); // [{ a: 11, b: 103 }, { a: 12, b: 104 }]
   * df.add([10, 100], { axis: 0 }).toRecords(); // [{ a: 11, b: 13 }, { a: 102, b: 104 }]
   */
  add(other: FrameOperand, options: ElementwiseOptions = {}): NumberFrame<R> {
    return this.#cells("add", other, options);
  }

  /** Every number less `other`, which is as in {@link add}. */
  sub(other: FrameOperand, options: ElementwiseOptions = {}): NumberFrame<R> {
    return this.#cells("sub", other, options);
  }

  /** Every number times `other`, which is as in {@link add}. */
  mul(other: FrameOperand, options: ElementwiseOptions = {}): NumberFrame<R> {
    return this.#cells("mul", other, options);
  }

  /**
   * Every number divided by `other`, which is as in {@link add}. Division by zero gives ±Infinity, 0/0
   * is missing.
   */
  div(other: FrameOperand, options: ElementwiseOptions = {}): NumberFrame<R> {
    return this.#cells("div", other, options);
  }

  /** The remainders of {@link div}, with the sign of the divisor. */
  mod(other: FrameOperand, options: ElementwiseOptions = {}): NumberFrame<R> {
    return this.#cells("mod", other, options);
  }

  /**
   * Every number to a power.
   *
   * @example
   * new DataFrame({ a: [1, 2, 3] }).pow(2).column("a").values; // [1, 4, 9]
   */
  pow(exponent: number): NumberFrame<R> {
    return this.#cells("pow", exponent, {});
  }

  /**
   * Where numbers are less than `other`, which is as in {@link add}. A missing value never is.
   *
   * @example
   * new DataFrame({ a: [1, 5], b: [3, null] }).lt(4).toRecords();
   * // [{ a: true, b: true }, { a: false, b: false }]
   */
  lt(other: FrameOperand, options: ElementwiseOptions = {}): FlagFrame<R> {
    return this.#cells("lt", other, options);
  }

  /** Where numbers are greater than `other`, as {@link lt}. */
  gt(other: FrameOperand, options: ElementwiseOptions = {}): FlagFrame<R> {
    return this.#cells("gt", other, options);
  }

  /** Where numbers are at most `other`, as {@link lt}. */
  le(other: FrameOperand, options: ElementwiseOptions = {}): FlagFrame<R> {
    return this.#cells("le", other, options);
  }

  /** Where numbers are at least `other`, as {@link lt}. */
  ge(other: FrameOperand, options: ElementwiseOptions = {}): FlagFrame<R> {
    return this.#cells("ge", other, options);
  }

  /** Where numbers equal `other`, as {@link lt}. */
  eq(other: FrameOperand, options: ElementwiseOptions = {}): FlagFrame<R> {
    return this.#cells("eq", other, options);
  }

  /** Where numbers differ from `other`; a missing one always does. */
  ne(other: FrameOperand, options: ElementwiseOptions = {}): FlagFrame<R> {
    return this.#cells("ne", other, options);
  }

  #cells<T extends object>(
    verb: Arithmetic | Comparison,
    other: FrameOperand,
    options: ElementwiseOptions,
  ): DataFrame<T> {
    checkOptions(verb, options, ["axis"]);
    const beside = this.#operand(verb, other, options.axis ?? 1);
    const made = this.columns.map((name, position) => {
      const column = this.column(name) as unknown as Record<typeof verb, Operate>;
      const result = column[verb](beside(name, position));
      return result.data.alias(name);
    });
    return frameOf(withColumns(this.table, made));
  }

  /** What stands beside each column. */
  #operand(
    verb: string,
    other: FrameOperand,
    axis: 0 | 1,
  ): (name: Name<R>, position: number) => unknown {
    if (typeof other === "number") return () => other;
    if (other instanceof FrameBase) {
      const names: readonly string[] = other.columns;
      return (name) => {
        if (!names.includes(name)) throw unknownColumn(name, names);
        return other.column(name as never);
      };
    }
    if (!Array.isArray(other) && !isColumn(other)) {
      throw new TypeError(`${verb} takes a number, a list or a frame; got ${shown(other)}.`);
    }
    const list = isColumn(other) ? other.values : (other as readonly number[]);
    const wanted = axis === 1 ? this.columns.length : this.length;
    if (list.length !== wanted) {
      const [what, turn] = axis === 1 ? ["columns", 0] : ["rows", 1];
      throw new RangeError(
        `${verb}: the list has ${list.length} values for ${wanted} ${what}; with axis: ${turn} it goes the other way.`,
      );
    }
    return axis === 1 ? (_, position) => list[position] : () => list;
  }
}
