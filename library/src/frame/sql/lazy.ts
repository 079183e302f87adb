import type pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { adopt } from "../engine/adopt.ts";
import type { Name, Row } from "../engine/cell.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns, unknownColumn } from "../engine/names.ts";

/**
 * Steps over a frame that run together when `collect` is called, so that the engine leaves out what is
 * not needed. Made by {@link DataFrame.lazy}; expressions come from `polars`, the engine itself.
 */
export class LazyFrame<R extends object = Row> {
  /** The engine's own lazy frame (nodejs-polars), for what this class does not offer. */
  readonly polars: pl.LazyDataFrame;

  /** @internal */
  constructor(frame: pl.LazyDataFrame) {
    this.polars = frame;
  }

  /** The names of the columns there will be. */
  get columns(): Name<R>[] {
    return this.polars.columns as Name<R>[];
  }

  /**
   * Some columns, in this order.
   *
   * @example
   * new DataFrame({ a: [1], b: [2] }).lazy().select("b").collect().columns; // ["b"]
   */
  select<K extends Name<R>>(...names: readonly K[]): LazyFrame<Pick<R, K>> {
    return new LazyFrame(this.polars.select(...knownColumns(names, this.columns)));
  }

  /**
   * The rows where an expression is true.
   *
   * @example
   * const df = new DataFrame({ a: [1, 2, 3] });
   * df.lazy().filter(polars.col("a").gt(1)).collect().column("a").values; // [2, 3]
   */
  filter(condition: pl.Expr): LazyFrame<R> {
    return new LazyFrame(this.polars.filter(condition));
  }

  /**
   * Columns computed by expressions, each under its alias. `New` says what they are to the compiler.
   *
   * @example
   * const lazy = new DataFrame({ a: [1, 2] }).lazy();
   * const twice = lazy.withColumns(polars.col("a").mul(2).alias("b"));
   * twice.collect().column("b").values; // [2, 4]
   */
  withColumns<New extends object = Row>(
    ...expressions: readonly pl.Expr[]
  ): LazyFrame<Omit<R, keyof New> & New> {
    return new LazyFrame(this.polars.withColumns(...(expressions as pl.Expr[])));
  }

  /** The rows in order of columns; missing keys stand last. */
  sortValues(by: Name<R> | readonly Name<R>[], ascending = true): LazyFrame<R> {
    const names = knownColumns(typeof by === "string" ? [by] : by, this.columns);
    return new LazyFrame(
      this.polars.sort({ by: names, descending: !ascending, nullsLast: true, maintainOrder: true }),
    );
  }

  /** The first rows (5). */
  head(rows = 5): LazyFrame<R> {
    return new LazyFrame(this.polars.head(rows));
  }

  /**
   * Any step of the engine's own lazy frame. `Out` says to the compiler what a row is then.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 2, 3] });
   * const sums = df.lazy().pipe((frame) => frame.groupBy("k").agg(polars.col("x").sum()));
   * sums.sortValues("k").collect().toArrays(); // [["a", 4], ["b", 2]]
   */
  pipe<Out extends object = Row>(
    step: (frame: pl.LazyDataFrame) => pl.LazyDataFrame,
  ): LazyFrame<Out> {
    return new LazyFrame(step(this.polars));
  }

  /** The plan the engine would follow, as text. */
  explain(): string {
    return this.polars.describeOptimizedPlan();
  }

  /**
   * Runs the steps.
   *
   * @throws RangeError with the nearest names where an expression names a column that is not there.
   */
  collect(): DataFrame<R> {
    try {
      return frameOf(adopt(this.polars.collectSync()));
    } catch (error) {
      const reason = String((error as Error).message);
      const [, wrong, names] =
        /unable to find column "([^"]*)"; valid columns: (\[[^\]]*\])/u.exec(reason) ?? [];
      if (wrong === undefined || names === undefined) throw error;
      throw unknownColumn(wrong, JSON.parse(names) as string[]);
    }
  }
}
