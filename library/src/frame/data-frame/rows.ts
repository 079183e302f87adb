import { type Label, type Name, type Row, shown } from "../engine/cell.ts";
import { cellAt } from "../engine/from-engine.ts";
import { frameOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { columnOf, filterRows } from "../engine/table.ts";
import type { SeriesBase } from "../series/base.ts";
import { columnsByLabel, columnsByPosition, selectColumns } from "../verbs/columns.ts";
import { positionOf } from "../verbs/labels.ts";
import { maskOf, type RowSelector, selectRows } from "../verbs/rows.ts";
import { type SampleOptions, sampleRows, type SampleWanted } from "../verbs/sample.ts";
import { type SortOptions, sortRows } from "../verbs/sort.ts";
import { floatsOf } from "../verbs/windows/index.ts";
import { type ColumnsOf, FrameBase } from "./base.ts";
import type { DataFrame } from "./data-frame.ts";

/** A row filter: a column of booleans, or a function of the columns that makes one. */
export type Condition<R extends object> =
  | SeriesBase<boolean>
  | SeriesBase<boolean | null>
  | readonly boolean[]
  | ((columns: ColumnsOf<R>) => SeriesBase<boolean> | SeriesBase<boolean | null>);

/** The choice and order of rows. */
export class FrameRows<R extends object = Row> extends FrameBase<R> {
  /**
   * The first rows (5); a negative number leaves out that many of the last.
   *
   * @example
   * new DataFrame({ a: [1, 2, 3] }).head(2).column("a").values; // [1, 2]
   */
  head(rows = 5): DataFrame<R> {
    return this.iloc({ rows: [`:${rows}`] });
  }

  /**
   * The last rows (5); a negative number leaves out that many of the first.
   *
   * @example
   * new DataFrame({ a: [1, 2, 3] }).tail(2).column("a").values; // [2, 3]
   */
  tail(rows = 5): DataFrame<R> {
    return this.iloc({ rows: [rows === 0 ? ":0" : `${-rows}:`] });
  }

  /**
   * One cell, by row label and column name.
   *
   * @example
   * new DataFrame({ age: [31, 47] }, { index: ["ann", "bob"] }).at("bob", "age"); // 47
   */
  at<K extends Name<R>>(label: Label, name: K): R[K] {
    return cellAt(columnOf(this.table.data, name), positionOf(this.table, label)) as R[K];
  }

  /**
   * One cell, by the positions of its row and column; negative ones count from the end.
   *
   * @example
   * new DataFrame({ a: [1, 2], b: [3, 4] }).iat(-1, 0); // 2
   */
  iat(row: number, column: number): R[Name<R>] {
    const [height, width] = this.shape;
    const at = [row < 0 ? height + row : row, column < 0 ? width + column : column] as const;
    if (!Number.isInteger(at[0]) || at[0] < 0 || at[0] >= height) {
      throw new RangeError(`There is no row ${shown(row)}: the frame has ${height}.`);
    }
    const name = this.columns[at[1]];
    if (name === undefined)
      throw new RangeError(`There is no column ${shown(column)}: the frame has ${width}.`);
    return cellAt(columnOf(this.table.data, name), at[0]) as R[Name<R>];
  }

  /**
   * Rows and columns by label: labels, slices that include their end (as in pandas), or booleans.
   *
   * @example
   * const df = new DataFrame({ a: [1, 2, 3], b: [4, 5, 6] });
   * df.loc({ rows: ["0:1"], columns: ["b"] }).toRecords(); // [{ b: 4 }, { b: 5 }]
   * df.loc({ rows: df.column("a").gt(1) }).length; // 2
   */
  loc<K extends Name<R>>(selection: {
    rows?: RowSelector;
    columns: readonly K[];
  }): DataFrame<Pick<R, K>>;
  loc(selection: {
    rows?: RowSelector;
    columns?: readonly (Name<R> | `${string}:${string}` | boolean)[];
  }): DataFrame<R>;
  loc(selection: { rows?: RowSelector; columns?: readonly (string | boolean)[] }): unknown {
    checkOptions("loc", selection, ["rows", "columns"]);
    const { rows, columns } = selection;
    const chosen = rows === undefined ? this.table : selectRows(this.table, rows, "label");
    if (columns === undefined) return frameOf(chosen);
    const names = columnsByLabel(this.columns, columns);
    return frameOf({ data: selectColumns(chosen.data, names), index: chosen.index });
  }

  /**
   * Rows and columns by position: numbers (negative from the end), slices without their end such
   * as `"0:5"` or `"-3:"`, or booleans.
   *
   * @example
   * const df = new DataFrame({ a: [1, 2, 3], b: [4, 5, 6] });
   * df.iloc({ rows: ["1:"], columns: [-1] }).toRecords(); // [{ b: 5 }, { b: 6 }]
   */
  iloc(selection: {
    rows?: RowSelector;
    columns?: readonly (number | string | boolean)[];
  }): DataFrame<R> {
    checkOptions("iloc", selection, ["rows", "columns"]);
    const { rows, columns } = selection;
    const chosen = rows === undefined ? this.table : selectRows(this.table, rows, "position");
    if (columns === undefined) return frameOf(chosen);
    const names = columnsByPosition(this.columns, columns);
    return frameOf({ data: selectColumns(chosen.data, names), index: chosen.index });
  }

  /**
   * The rows where a condition holds; a missing condition counts as false.
   *
   * @example
   * const df = new DataFrame({ age: [31, null, 47], city: ["Rome", "Oslo", "Rome"] });
   * df.filter(({ age, city }) => age.gt(18).and(city.eq("Rome"))).length; // 2
   * df.filter(df.column("age").isNa()).column("city").values; // ["Oslo"]
   */
  filter(condition: Condition<R>): DataFrame<R> {
    const mask = typeof condition === "function" ? condition(this.cols) : condition;
    return frameOf(filterRows(this.table, maskOf(this.length, mask)));
  }

  /**
   * The same as {@link filter}, under danfo's name.
   *
   * @example
   * const df = new DataFrame({ a: [1, 2, 3] });
   * df.query(df.column("a").gt(1)).length; // 2
   */
  query(condition: Condition<R>): DataFrame<R> {
    return this.filter(condition);
  }

  /**
   * The rows in order of one or several columns. Rows of equal keys keep their order; missing keys
   * stand last in either direction.
   *
   * @example
   * const df = new DataFrame({ k: ["b", "a", "b"], x: [1, 2, 3] });
   * df.sortValues(["k", "x"], { ascending: [true, false] }).column("x").values; // [2, 3, 1]
   */
  sortValues(by: Name<R> | readonly Name<R>[], options: SortOptions = {}): DataFrame<R> {
    checkOptions("sortValues", options, ["ascending", "naPosition"]);
    return frameOf(sortRows(this.table, typeof by === "string" ? [by] : by, options));
  }

  /**
   * `count` different rows in random order (1), or a share `frac` of all; the same ones for the same
   * seed. With `replace` a row can come more than once, with `weights` (numbers, or the column that
   * has them) some come more often.
   *
   * @throws RangeError where there are too few rows to draw
   * @example
   * new DataFrame({ a: [1, 2, 3] }).sample(2, { seed: 7 }).length; // 2
   * new DataFrame({ a: [1, 2] }).sample({ frac: 3, replace: true }).length; // 6
   * new DataFrame({ a: [1, 2], w: [0, 5] }).sample(1, { weights: "w" }).iat(0, 0); // 2
   */
  sample(count: number, options?: SampleOptions<Name<R>>): DataFrame<R>;
  sample(
    options?: SampleOptions<Name<R>> & { readonly n?: number; readonly frac?: number },
  ): DataFrame<R>;
  sample(
    what: number | SampleWanted<Name<R>> = {},
    options: SampleOptions<Name<R>> = {},
  ): DataFrame<R> {
    const wanted = typeof what === "number" ? { ...options, n: what } : what;
    const weights =
      typeof wanted.weights === "string"
        ? floatsOf(columnOf(this.table.data, wanted.weights), "sample")
        : wanted.weights;
    return frameOf(sampleRows(this.table, { ...wanted, weights }));
  }
}
