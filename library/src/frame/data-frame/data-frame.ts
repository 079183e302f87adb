import { inspect } from "node:util";
import type { Tensor2D } from "@tensorflow/tfjs-node";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../../host/index.ts";
import { type ToCSVOptions, toCSVOptionNames, writeCSV } from "../csv/write.ts";
import { frameBundle, frameText } from "../display/frame.ts";
import type { Cell, Name, Row } from "../engine/cell.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { install } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { type DanfoModule, toDanfo } from "../interop/danfo.ts";
import { frameVerbs, refuseInplace } from "../interop/inplace.ts";
import { tensorOfFrame } from "../interop/tensor.ts";
import { LazyFrame, sql } from "../sql/index.ts";
import { framePlot, type FramePlot } from "../plotting/index.ts";
import { EngineTable } from "./base.ts";
import { FrameDanfo } from "./danfo.ts";

/**
 * A table of named, typed columns of one length. It never changes; every verb returns a new one.
 *
 * @example
 * const df = new DataFrame({ age: [31, null, 47], city: ["Rome", "Oslo", "Rome"] });
 * df.filter(({ age }) => age.gt(40)).column("city").values; // ["Rome"]
 */
export class DataFrame<R extends object = Row> extends FrameDanfo<R> implements Displayable {
  /**
   * The plots of this frame, under danfo's names; danfo's `{ config, layout }` is read too.
   *
   * @example
   * const sales = new DataFrame({ pears: [3, 5], plums: [4, 1] });
   * sales.plot.bar({ title: "Sales" }).spec.data.values.length; // 4
   * sales.plot("div").scatter({ config: { x: "pears", y: "plums" } }).spec.data.values.length; // 2
   */
  get plot(): FramePlot<Name<R>, DataFrame<R>> {
    return framePlot(this);
  }

  /**
   * The rows as objects; missing is null.
   *
   * @example
   * new DataFrame({ a: [1, null] }).toRecords(); // [{ a: 1 }, { a: null }]
   */
  toRecords(): R[] {
    const columns = this.#columns();
    return Array.from({ length: this.length }, (_, row) =>
      Object.fromEntries(columns.map(([name, values]) => [name, values[row] ?? null])),
    ) as R[];
  }

  /**
   * The rows as arrays, in the order of `columns`.
   *
   * @example
   * new DataFrame({ a: [1, 2], b: ["x", "y"] }).toArrays(); // [[1, "x"], [2, "y"]]
   */
  toArrays(): R[Name<R>][][] {
    const columns = this.#columns();
    return Array.from({ length: this.length }, (_, row) =>
      columns.map(([, values]) => (values[row] ?? null) as R[Name<R>]),
    );
  }

  /** The rows as arrays, under danfo's name. */
  get values(): R[Name<R>][][] {
    return this.toArrays();
  }

  /**
   * The columns as arrays by name.
   *
   * @example
   * new DataFrame({ a: [1, 2] }).toColumns(); // { a: [1, 2] }
   */
  toColumns(): { [K in Name<R>]: R[K][] } {
    return Object.fromEntries(this.#columns()) as { [K in Name<R>]: R[K][] };
  }

  /** The rows as objects, so that `JSON.stringify(df)` writes records. */
  toJSON(): R[] {
    return this.toRecords();
  }

  /**
   * The frame as CSV text, written to `filePath` where one is given.
   *
   * @example
   * new DataFrame({ a: [1, null], b: ["x,y", "z"] }).toCSV(); // 'a,b\n1,"x,y"\n,z\n'
   */
  toCSV(options: ToCSVOptions = {}): string {
    checkOptions("toCSV", options, toCSVOptionNames);
    return writeCSV(this.table, options);
  }

  /**
   * The frame as a float32 tensor of shape [rows, columns]. TensorFlow is loaded by the first use.
   *
   * @throws TypeError when values are missing or a column is not numeric.
   */
  toTensor(): Tensor2D {
    return tensorOfFrame(this.table.data);
  }

  /** The frame as a float32 tensor, under danfo's name. */
  get tensor(): Tensor2D {
    return this.toTensor();
  }

  /**
   * An SQL query (polars' dialect) over this frame, which it calls `self`. `S` is what a row is then.
   *
   * @throws SyntaxError for what is no query, RangeError that names the columns there are.
   * @example
   * const df = new DataFrame({ city: ["Rome", "Oslo", "Rome"], age: [31, 47, 20] });
   * df.sql("select city, max(age) as oldest from self group by city order by city").toArrays();
   * // [["Oslo", 47], ["Rome", 31]]
   */
  sql<S extends object = Row>(query: string): DataFrame<S> {
    return sql<S>(query, { self: this });
  }

  /**
   * The engine's lazy frame: steps that run together at `collect()`, which returns a frame like this.
   *
   * @example
   * new DataFrame({ a: [1, 2, 3] }).lazy().filter(polars.col("a").gt(1)).collect().shape; // [2, 1]
   */
  lazy(): LazyFrame<R> {
    return new LazyFrame(this.table.data.lazy());
  }

  /** The same frame in danfo: `df.toDanfo(await import("danfojs-node"))`. */
  toDanfo<F>(danfo: DanfoModule<F>): F {
    return toDanfo(danfo, this.toColumns(), this.index);
  }

  /** The frame as text, cut in the middle where it is long or wide. */
  override toString(): string {
    return frameText(this.table);
  }

  /** Writes the frame to the console. */
  print(): void {
    console.log(this.toString());
  }

  [inspect.custom](): string {
    return this.toString();
  }

  /** The forms a notebook shows: an HTML table, and text where there is no HTML. */
  [jupyterDisplay](): MimeBundle {
    return frameBundle(this.table);
  }

  #columns(): [string, Cell[]][] {
    return this.table.data.getColumns().map((series) => [series.name, fromEngine(series)]);
  }
}

refuseInplace(DataFrame.prototype, frameVerbs);
install({ frame: (table) => new DataFrame(new EngineTable(table) as never) });
