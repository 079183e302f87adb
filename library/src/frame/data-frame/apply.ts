import type { Cell, Label, Name, Row } from "../engine/cell.ts";
import { isDate, shown } from "../engine/cell.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { Series } from "../series/series.ts";
import { isColumn } from "../verbs/rows.ts";
import { buildTable } from "./build.ts";
import { FrameCells } from "./cells.ts";
import type { DataFrame } from "./data-frame.ts";

/** Functions of your own over columns, rows, cells and whole frames. */
export class FrameApply<R extends object = Row> extends FrameCells<R> {
  /**
   * What a function makes of each column (`axis: 0`, default) or of each row (`axis: 1`), which it gets
   * as an object. A value for each makes a column; a column or an object for each makes a frame.
   *
   * @example
   * const df = new DataFrame({ a: [1, 2], b: [30, 40] });
   * df.apply((column) => column.max() - column.min()).values; // [1, 10]
   * df.apply((row) => row.a + row.b, { axis: 1 }).values; // [31, 42]
   * df.apply(({ a }) => ({ a, even: a % 2 === 0 }), { axis: 1 }).column("even").values; // [false, true]
   */
  apply<U extends Cell>(
    compute: (column: Series<R[Name<R>]>, name: Name<R>) => U,
    options?: { readonly axis?: 0 },
  ): Series<U>;
  apply<U>(
    compute: (column: Series<R[Name<R>]>, name: Name<R>) => Series<U>,
    options?: { readonly axis?: 0 },
  ): DataFrame<{ [K in keyof R]: U }>;
  apply<U extends Cell>(
    compute: (row: R, label: Label) => U,
    options: { readonly axis: 1 },
  ): Series<U>;
  apply<Out extends object>(
    compute: (row: R, label: Label) => Out,
    options: { readonly axis: 1 },
  ): DataFrame<Out>;
  apply(
    compute: (one: never, name: never) => unknown,
    options: { readonly axis?: 0 | 1 } = {},
  ): unknown {
    checkOptions("apply", options, ["axis"]);
    const { axis = 0 }: { axis?: unknown } = options;
    if (axis === 0) {
      const names: readonly string[] = this.columns;
      const made = names.map((name) =>
        compute(this.column(name as Name<R>) as never, name as never),
      );
      return this.#gathered(names, made);
    }
    if (axis !== 1)
      throw new RangeError(`apply: axis is 0 (columns) or 1 (rows); got ${shown(axis)}.`);
    const made = [...this.iterrows()].map(([label, row]) => compute(row as never, label as never));
    const records = made.length > 0 && made.every((one) => isRecord(one));
    return records
      ? frameOf({ ...buildTable(made, {}), index: this.table.index })
      : seriesOf(toEngine("0", made), this.table.index);
  }

  /**
   * Every cell as a function makes it, from its value and the name of its column.
   *
   * @example
   * new DataFrame({ a: [1, null], b: [3, 4] }).map((cell) => (cell === null ? "-" : `${cell}!`)).toArrays();
   * // [["1!", "3!"], ["-", "4!"]]
   */
  map<U extends Cell>(
    compute: (cell: R[Name<R>], column: Name<R>) => U,
  ): DataFrame<{ [K in keyof R]: U }> {
    const columns = this.columns.map((name) => [
      name,
      this.column(name).values.map((cell) => compute(cell, name)),
    ]);
    return frameOf({
      ...buildTable(Object.fromEntries(columns) as object, { columns: this.columns }),
      index: this.table.index,
    });
  }

  /** Every cell as a function makes it, under danfo's name. */
  applyMap<U extends Cell>(
    compute: (cell: R[Name<R>], column: Name<R>) => U,
  ): DataFrame<{ [K in keyof R]: U }> {
    return this.map(compute);
  }

  /**
   * What a function makes of the frame, so that functions of your own stand in a chain of verbs.
   *
   * @example
   * const top = (df, count) => df.head(count);
   * new DataFrame({ a: [1, 2, 3] }).pipe(top, 2).length; // 2
   */
  pipe<Arguments extends readonly unknown[], Out>(
    use: (frame: DataFrame<R>, ...rest: Arguments) => Out,
    ...rest: Arguments
  ): Out {
    return use(frameOf<R>(this.table), ...rest);
  }

  /**
   * The rows one after another, each as its label and an object.
   *
   * @example
   * const df = new DataFrame({ a: [1, 2] }, { index: ["x", "y"] });
   * [...df.iterrows()]; // [["x", { a: 1 }], ["y", { a: 2 }]]
   */
  *iterrows(): Generator<[Label, R]> {
    const labels = this.index;
    const columns = this.table.data.getColumns().map((one) => [one.name, fromEngine(one)] as const);
    for (let row = 0; row < labels.length; row += 1) {
      const cells = columns.map(([name, values]) => [name, values[row]] as const);
      yield [labels[row], Object.fromEntries(cells) as R];
    }
  }

  /**
   * The rows one after another, each as an object with its label under `Index`.
   *
   * @throws RangeError where a column has that name
   * @example
   * for (const { Index, a } of new DataFrame({ a: [7] }).itertuples()) console.log(Index, a);
   */
  *itertuples(): Generator<R & { Index: Label }> {
    if ((this.columns as string[]).includes("Index"))
      throw new RangeError(`itertuples: a column is called "Index"; use iterrows.`);
    for (const [Index, row] of this.iterrows()) yield { Index, ...row };
  }

  #gathered(names: readonly string[], made: readonly unknown[]): unknown {
    if (made.length === 0 || !made.every(isColumn))
      return seriesOf(toEngine("0", made), toEngine("column", names, "string"));
    const data = Object.fromEntries(names.map((name, at) => [name, made[at]]));
    const [first] = made as unknown as readonly Series[];
    const whole = first.length === this.length;
    const table = buildTable(data, { columns: names });
    return frameOf({ ...table, index: whole ? this.table.index : first.labels });
  }
}

const isRecord = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !isDate(value) && !Array.isArray(value);
