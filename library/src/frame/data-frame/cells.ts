import pl from "nodejs-polars";
import type { Cell, Name, Row } from "../engine/cell.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import type { SeriesBase } from "../series/base.ts";
import type { Series } from "../series/series.ts";
import { among, keptWhere, replaced, replacements } from "../verbs/cells.ts";
import { eachColumn } from "../verbs/each-column.ts";
import { type ColumnLike, isColumn } from "../verbs/rows.ts";
import { FrameEach } from "./each.ts";
import type { DataFrame } from "./data-frame.ts";

type Flags = SeriesBase<boolean> | SeriesBase<boolean | null> | readonly boolean[];
type FlagFrame<R extends object> =
  DataFrame<{ [K in keyof R]: boolean }> | DataFrame<{ [K in keyof R]: boolean | null }>;

/** A condition on cells: a frame of booleans, a column of them for whole rows, or a function of each column. */
export type CellCondition<R extends object> =
  Flags | FlagFrame<R> | ((column: Series<R[Name<R>]>) => Flags);

/** Some cells in place of others. */
export class FrameCells<R extends object = Row> extends FrameEach<R> {
  /**
   * Some values in place of others, in every column or in `columns`: one for one, several by one,
   * several by as many, or as a `Map`. `null` finds the missing ones. Columns of another kind than a
   * value stay as they are.
   *
   * @throws TypeError where the new value is of another kind than the one it replaces
   * @example
   * const df = new DataFrame({ a: [1, -99], s: ["x", "?"] });
   * df.replace([-99, "?"], null).toRecords(); // [{ a: 1, s: "x" }, { a: null, s: null }]
   * df.replace(1, 7, { columns: ["a"] }).column("a").values; // [7, -99]
   */
  replace(
    what: Cell | readonly Cell[] | ReadonlyMap<Cell, Cell>,
    value: Cell | readonly Cell[] = null,
    options: { readonly columns?: readonly Name<R>[] } = {},
  ): DataFrame<{ [K in keyof R]: R[K] | null }> {
    checkOptions("replace", options, ["columns"]);
    const names = new Set(knownColumns(options.columns ?? this.columns, this.columns));
    const pairs = replacements(what, value);
    const columns = this.table.data
      .getColumns()
      .map((one) => (names.has(one.name) ? replaced(one, pairs) : one));
    return frameOf({ data: pl.DataFrame(columns), index: this.table.index });
  }

  /**
   * Where the cells are among some values, given for all columns or by column; a column without any
   * is false throughout.
   *
   * @example
   * const df = new DataFrame({ a: [1, 2], s: ["x", "y"] });
   * df.isIn([2, "x"]).toRecords(); // [{ a: false, s: true }, { a: true, s: false }]
   * df.isIn({ a: [1] }).toRecords(); // [{ a: true, s: false }, { a: false, s: false }]
   */
  isIn(
    values: readonly Cell[] | { readonly [K in Name<R>]?: readonly (R[K] | null)[] },
  ): DataFrame<{ [K in keyof R]: boolean }> {
    const given = values as readonly Cell[] | Readonly<Record<string, readonly Cell[]>>;
    if (!isList(given)) knownColumns(Object.keys(given), this.columns);
    return eachColumn(this.table, (one) => {
      const own = isList(given) ? given : (given[one.name] ?? []);
      return { data: among(one, own) };
    });
  }

  /**
   * The cells where a condition holds, `other` (missing) where it does not.
   *
   * @example
   * const df = new DataFrame({ a: [1, 5], b: [9, 2] });
   * df.where((column) => column.gt(3), 0).toRecords(); // [{ a: 0, b: 9 }, { a: 5, b: 0 }]
   * df.where([true, false]).toRecords(); // [{ a: 1, b: 9 }, { a: null, b: null }]
   */
  where(
    condition: CellCondition<R>,
    other: Cell | DataFrame<R> = null,
  ): DataFrame<{ [K in keyof R]: R[K] | null }> {
    return this.#kept(condition, other, "where");
  }

  /**
   * The cells where a condition does not hold, `other` (missing) where it does.
   *
   * @example
   * new DataFrame({ a: [1, 5] }).mask((column) => column.gt(3)).column("a").values; // [1, null]
   */
  mask(
    condition: CellCondition<R>,
    other: Cell | DataFrame<R> = null,
  ): DataFrame<{ [K in keyof R]: R[K] | null }> {
    return this.#kept(condition, other, "mask");
  }

  #kept<Out extends object>(
    condition: CellCondition<R>,
    other: Cell | DataFrame<R>,
    verb: "where" | "mask",
  ): DataFrame<Out> {
    return eachColumn(this.table, (one) => {
      const flags = flagsOf(condition, one);
      const kept = verb === "where" ? flags : listOf(flags).map((flag) => flag !== true);
      const rest = isFrame(other) ? other.column(one.name as never) : other;
      return { data: keptWhere(one.data, kept, rest, verb) };
    });
  }
}

// A guard of our own: Array.isArray does not narrow read-only lists.
const isList = (value: object): value is readonly Cell[] => Array.isArray(value);

const listOf = (flags: ColumnLike | readonly boolean[]): readonly unknown[] =>
  isColumn(flags) ? [...flags.data.toArray()] : flags;

const isFrame = (value: unknown): value is DataFrame =>
  typeof value === "object" && value !== null && "table" in value;

function flagsOf<R extends object>(
  condition: CellCondition<R>,
  column: Series<number | null>,
): ColumnLike | readonly boolean[] {
  if (typeof condition === "function") return condition(column as never);
  return isFrame(condition) ? condition.column(column.name as never) : (condition as Flags);
}
