import type pl from "nodejs-polars";
import { type Cell, type Label, type Name, type Row } from "../engine/cell.ts";
import { type DType, dtypeOf } from "../engine/dtypes.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { seriesOf } from "../engine/make.ts";
import { unknownColumn } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { columnOf, type Table } from "../engine/table.ts";
import type { Series } from "../series/series.ts";
import { columnsByName } from "./by-name.ts";
import { buildTable, type DataFrameOptions } from "./build.ts";

/** The columns of a frame by name, each a typed {@link Series}. */
export type ColumnsOf<R extends object> = { readonly [K in Name<R>]: Series<R[K]> };

/** What a frame can be made from: columns by name. */
export type ColumnData<R extends object> = { readonly [K in keyof R]: ArrayLike<R[K]> };

/** Handed to a constructor by this package alone, around a table that already exists. */
export class EngineTable implements Table {
  readonly data: pl.DataFrame;
  readonly index: pl.Series | undefined;
  constructor(table: Table) {
    this.data = table.data;
    this.index = table.index;
  }
}

/** The state of a frame and the ways to look at it. */
export class FrameBase<R extends object = Row> {
  /** @internal */
  readonly table: Table;
  /** Kept in JavaScript, so that an editor can look at them without calling into the engine. */
  readonly #columns: readonly Name<R>[];

  constructor(rows: readonly (readonly Cell[])[], options?: DataFrameOptions);
  constructor(rows: readonly R[], options?: DataFrameOptions);
  constructor(columns: ColumnData<R>, options?: DataFrameOptions);
  /**
   * A table of named, typed columns of one length; it never changes, every verb returns a new one.
   * Made from columns, from objects (one a row), or from arrays (one a row) with `columns` as names.
   *
   * @example
   * const df = new DataFrame({ age: [31, null, 47], city: ["Rome", "Oslo", "Rome"] });
   * df.shape; // [3, 2]
   * new DataFrame([{ a: 1 }, { a: 2 }]).column("a").values; // [1, 2]
   * new DataFrame([[1, "x"], [2, "y"]], { columns: ["n", "s"] }).columns; // ["n", "s"]
   */
  constructor(data: object, options: DataFrameOptions = {}) {
    if (data instanceof EngineTable) this.table = data;
    else {
      checkOptions("DataFrame", options, ["columns", "index", "dtypes"]);
      this.table = buildTable(data, options);
    }
    this.#columns = this.table.data.columns as Name<R>[];
  }

  /**
   * `[rows, columns]`.
   *
   * @example
   * new DataFrame({ a: [1, 2], b: [3, 4] }).shape; // [2, 2]
   */
  get shape(): [number, number] {
    return [this.table.data.height, this.table.data.width];
  }

  /** The number of rows. */
  get length(): number {
    return this.table.data.height;
  }

  /**
   * The column names, in order.
   *
   * @example
   * new DataFrame({ a: [1], b: [2] }).columns; // ["a", "b"]
   */
  get columns(): Name<R>[] {
    return [...this.#columns];
  }

  /**
   * The type of each column, in the order of `columns`.
   *
   * @example
   * new DataFrame({ n: [1, 2], x: [0.5, null], s: ["a", "b"] }).dtypes; // ["int64", "float64", "string"]
   */
  get dtypes(): DType[] {
    return this.table.data.getColumns().map((column) => dtypeOf(column));
  }

  /**
   * The row labels: those given, or 0, 1, 2, …
   *
   * @example
   * new DataFrame({ a: [1, 2] }, { index: ["x", "y"] }).index; // ["x", "y"]
   */
  get index(): Label[] {
    return this.table.index === undefined
      ? Array.from({ length: this.length }, (_, i) => i)
      : fromEngine(this.table.index);
  }

  /** The engine's own frame (nodejs-polars), for what this class does not offer. */
  get polars(): pl.DataFrame {
    return this.table.data.clone();
  }

  /**
   * One column.
   *
   * @throws RangeError that suggests the nearest names when there is no such column.
   * @example
   * new DataFrame({ age: [31, 47] }).column("age").mean(); // 39
   */
  column<K extends Name<R>>(name: K): Series<R[K]> {
    return seriesOf(columnOf(this.table.data, name), this.table.index);
  }

  /**
   * Every column by name, ready to take apart: `const { age, city } = df.cols`.
   *
   * @example
   * const { age } = new DataFrame({ age: [31, 47] }).cols;
   * age.max(); // 47
   */
  get cols(): ColumnsOf<R> {
    const names: readonly string[] = this.columns;
    return new Proxy({} as ColumnsOf<R>, {
      get: (_, name) => {
        if (typeof name === "symbol") return undefined;
        if (!names.includes(name)) throw unknownColumn(name, names);
        return this.column(name as Name<R>);
      },
      has: (_, name) => typeof name === "string" && names.includes(name),
      ownKeys: () => [...names],
      getOwnPropertyDescriptor: (_, name) =>
        typeof name === "string" && names.includes(name)
          ? { enumerable: true, configurable: true, value: this.column(name as Name<R>) }
          : undefined,
    });
  }
}

columnsByName(FrameBase.prototype);
