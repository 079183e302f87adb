import type { Label, Name, Row } from "../engine/cell.ts";
import type { DType } from "../engine/dtypes.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { columnOf, takeRows } from "../engine/table.ts";
import { castTo, toEngine } from "../engine/to-engine.ts";
import type { SeriesBase } from "../series/base.ts";
import { selectColumns, withColumns } from "../verbs/columns.ts";
import { positionsOf } from "../verbs/labels.ts";
import { resetIndex, setIndex } from "../verbs/reset-index.ts";
import { isColumn } from "../verbs/rows.ts";
import type { ColumnsOf } from "./base.ts";
import type { DataFrame } from "./data-frame.ts";
import { FrameRows } from "./rows.ts";

type Flat<T> = { [K in keyof T]: T[K] };

/** New values of a column: a column, an array, or a function of the columns. */
export type NewColumn<R extends object, T> =
  SeriesBase<T> | readonly T[] | ((columns: ColumnsOf<R>) => SeriesBase<T> | readonly T[]);

type NewValue<F> = F extends (columns: never) => infer V
  ? NewValue<V>
  : F extends SeriesBase<infer T>
    ? T
    : F extends readonly (infer T)[]
      ? T
      : never;

/** The choice, names, types and making of columns. */
export class FrameColumns<R extends object = Row> extends FrameRows<R> {
  /**
   * Some columns, in this order.
   *
   * @example
   * new DataFrame({ a: [1], b: [2], c: [3] }).select("c", "a").columns; // ["c", "a"]
   */
  select<K extends Name<R>>(names: readonly K[]): DataFrame<Pick<R, K>>;
  select<K extends Name<R>>(...names: readonly K[]): DataFrame<Pick<R, K>>;
  select(...names: readonly (string | readonly string[])[]): unknown {
    const wanted = names.flat();
    return frameOf({ data: selectColumns(this.table.data, wanted), index: this.table.index });
  }

  /**
   * The frame without some columns, or without the rows of some labels.
   *
   * @example
   * new DataFrame({ a: [1], b: [2] }).drop({ columns: ["b"] }).columns; // ["a"]
   * new DataFrame({ a: [1, 2] }).drop({ index: [0] }).column("a").values; // [2]
   */
  drop<K extends Name<R> = never>(what: {
    readonly columns?: readonly K[];
    readonly index?: readonly Label[];
  }): DataFrame<Omit<R, K>> {
    checkOptions("drop", what, ["columns", "index"]);
    const gone = new Set<string>(knownColumns(what.columns ?? [], this.columns));
    const kept = this.columns.filter((name) => !gone.has(name));
    const labels = what.index ?? [];
    const rows = new Set(labels.flatMap((label) => positionsOf(this.table, label)));
    const positions = Array.from({ length: this.length }, (_, i) => i).filter((i) => !rows.has(i));
    const table = labels.length === 0 ? this.table : takeRows(this.table, positions);
    return frameOf({ data: selectColumns(table.data, kept), index: table.index });
  }

  /**
   * The frame with a column of this name, in place of one that had it, or new: after the last, or at
   * the position `atIndex`.
   *
   * @example
   * new DataFrame({ a: [1, 2] }).addColumn("b", ["x", "y"]).columns; // ["a", "b"]
   * new DataFrame({ a: [1, 2] }).addColumn("b", [3, 4], { atIndex: 0 }).columns; // ["b", "a"]
   */
  addColumn<N extends string, T>(
    name: N,
    values: NewColumn<R, T>,
    options: { readonly atIndex?: number } = {},
  ): DataFrame<Flat<Omit<R, N> & Record<N, T>>> {
    checkOptions("addColumn", options, ["atIndex"]);
    const given = typeof values === "function" ? values(this.cols) : values;
    const series = isColumn(given) ? given.data.alias(name) : toEngine(name, given);
    const table = withColumns(this.table, [series]);
    const others = table.data.columns.filter((other) => other !== name);
    const { atIndex } = options;
    if (atIndex === undefined) return frameOf(table);
    if (!Number.isInteger(atIndex) || atIndex < 0 || atIndex > others.length) {
      throw new RangeError(`addColumn: atIndex is from 0 to ${others.length}; got ${atIndex}.`);
    }
    const order = others.toSpliced(atIndex, 0, name);
    return frameOf({ data: selectColumns(table.data, order), index: table.index });
  }

  /**
   * The frame with several new columns, each a column, an array or a function of the columns.
   *
   * @example
   * const df = new DataFrame({ kg: [80, 60], m: [2, 1.5] });
   * df.assign({ bmi: ({ kg, m }) => kg.div(m.pow(2)) }).column("bmi").values; // [20, 26.666666666666668]
   */
  assign<New extends Record<string, NewColumn<R, unknown>>>(
    columns: New,
  ): DataFrame<Flat<Omit<R, keyof New> & { [K in keyof New]: NewValue<New[K]> }>> {
    const made = Object.entries(columns).map(([name, values]) => {
      const given = typeof values === "function" ? values(this.cols) : values;
      return isColumn(given) ? given.data.alias(name) : toEngine(name, given);
    });
    return frameOf(withColumns(this.table, made));
  }

  /**
   * The frame with other column names, given by their present ones.
   *
   * @example
   * new DataFrame({ a: [1], b: [2] }).rename({ a: "x" }).columns; // ["x", "b"]
   */
  rename<const M extends { readonly [K in Name<R>]?: string }>(
    names: M,
  ): DataFrame<{
    [K in keyof R as K extends keyof M ? (M[K] extends string ? M[K] : K) : K]: R[K];
  }> {
    const wanted = names as Readonly<Record<string, string>>;
    knownColumns(Object.keys(wanted), this.columns);
    const renamed = this.columns.map((name) => wanted[name] ?? name);
    const repeated = renamed.find((name, position) => renamed.indexOf(name) !== position);
    if (repeated !== undefined)
      throw new RangeError(`Two columns would be called ${JSON.stringify(repeated)}.`);
    const data = this.table.data.clone();
    data.columns = renamed;
    return frameOf({ data, index: this.table.index });
  }

  /**
   * A column as another type, or several by name.
   *
   * @throws TypeError that shows a value which does not fit.
   * @example
   * new DataFrame({ a: ["1", "2"] }).asType("a", "int64").dtypes; // ["int64"]
   * new DataFrame({ a: [1], b: [2] }).asType({ a: "float64", b: "string" }).dtypes; // ["float64", "string"]
   */
  asType(name: Name<R>, dtype: DType): DataFrame<R>;
  asType(dtypes: { readonly [K in Name<R>]?: DType }): DataFrame<R>;
  asType(what: Name<R> | { readonly [K in Name<R>]?: DType }, dtype?: DType): DataFrame<R> {
    const wanted = typeof what === "string" ? { [what]: dtype } : what;
    const cast = Object.entries(wanted as Record<string, DType>).map(([name, type]) =>
      castTo(columnOf(this.table.data, name), type),
    );
    return frameOf(withColumns(this.table, cast));
  }

  /**
   * Row labels from a column, which leaves the columns (unless `drop` is false), or from an array.
   * They stay with their rows through every verb.
   *
   * @example
   * const df = new DataFrame({ name: ["ann", "bob"], age: [31, 47] }).setIndex({ column: "name" });
   * df.at("bob", "age"); // 47
   */
  setIndex(what: { readonly column: Name<R>; readonly drop: false }): DataFrame<R>;
  setIndex<K extends Name<R>>(what: {
    readonly column: K;
    readonly drop?: true;
  }): DataFrame<Omit<R, K>>;
  setIndex(what: { readonly index: readonly Label[] }): DataFrame<R>;
  setIndex(what: {
    readonly column?: string;
    readonly drop?: boolean;
    readonly index?: readonly Label[];
  }): unknown {
    checkOptions("setIndex", what, ["column", "drop", "index"]);
    if (what.column !== undefined) {
      const { data, index } = setIndex(this.table, what.column);
      return frameOf({ data: what.drop === false ? this.table.data : data, index });
    }
    const labels = what.index ?? [];
    if (labels.length !== this.length) {
      throw new RangeError(`${this.length} rows need as many row labels; got ${labels.length}.`);
    }
    return frameOf({ data: this.table.data, index: toEngine("index", labels) });
  }

  /**
   * The row labels as the first column, under the name they came from or `index`; with `drop` they
   * are given up.
   *
   * @example
   * new DataFrame({ a: [1, 2] }, { index: ["x", "y"] }).resetIndex().columns; // ["index", "a"]
   * new DataFrame({ a: [1, 2] }, { index: ["x", "y"] }).resetIndex({ drop: true }).index; // [0, 1]
   */
  resetIndex(options: { readonly drop: true }): DataFrame<R>;
  resetIndex(options?: { readonly drop?: boolean }): DataFrame;
  resetIndex(options: { readonly drop?: boolean } = {}): unknown {
    checkOptions("resetIndex", options, ["drop"]);
    if (options.drop === true) return frameOf({ data: this.table.data, index: undefined });
    return frameOf(resetIndex(this.table));
  }
}
