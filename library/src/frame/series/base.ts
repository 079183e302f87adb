import pl from "nodejs-polars";
import type { Cell, Label } from "../engine/cell.ts";
import { shown } from "../engine/cell.ts";
import { type DType, dtypeOf } from "../engine/dtypes.ts";
import { cellAt, fromEngine } from "../engine/from-engine.ts";
import { seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import type { Table } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import { positionOf } from "../verbs/labels.ts";
import { type RowSelector, selectRows } from "../verbs/rows.ts";
import type { Series } from "./series.ts";

/** Options of `new Series(values, options)`. */
export interface SeriesOptions {
  /** The name; default `"0"`, as in danfo. */
  readonly name?: string;
  readonly dtype?: DType;
  /** Row labels, one a value. Without them rows are numbered from 0. */
  readonly index?: readonly Label[];
}

/** Handed to a constructor by this package alone, around a column that already exists. */
export class EngineColumn {
  readonly data: pl.Series;
  readonly index: pl.Series | undefined;
  constructor(data: pl.Series, index: pl.Series | undefined) {
    this.data = data;
    this.index = index;
  }
}

/** The state of a column and the ways to look at it. */
export class SeriesBase<T = Cell> implements Iterable<T> {
  /** @internal */
  readonly data: pl.Series;
  /** @internal */
  readonly labels: pl.Series | undefined;

  /**
   * A column of values of one type. `null`, `undefined` and `NaN` are missing and read back as
   * `null`; whole numbers make `int64`, other numbers `float64`, a typed array keeps its type.
   *
   * @example
   * const ages = new Series([31, null, 47], { name: "age" });
   * ages.mean(); // 39
   */
  constructor(values: ArrayLike<T> | EngineColumn, options: SeriesOptions = {}) {
    if (values instanceof EngineColumn) {
      this.data = values.data;
      this.labels = values.index;
      return;
    }
    checkOptions("Series", options, ["name", "dtype", "index"]);
    this.data = toEngine(options.name ?? "0", values, options.dtype);
    this.labels = options.index === undefined ? undefined : toEngine("index", options.index);
    if (this.labels !== undefined && this.labels.length !== this.data.length) {
      throw new RangeError(
        `${this.data.length} values need as many row labels; got ${this.labels.length}.`,
      );
    }
  }

  /** The column's name. */
  get name(): string {
    return this.data.name;
  }

  /** The type of its values. */
  get dtype(): DType {
    return dtypeOf(this.data);
  }

  /** How many values, missing ones included. */
  get length(): number {
    return this.data.length;
  }

  /** `[length]`, as danfo and pandas give it. */
  get shape(): [number] {
    return [this.length];
  }

  /** The values as an array; missing is `null`. */
  get values(): T[] {
    return fromEngine(this.data) as T[];
  }

  /** The row labels: those given, or 0, 1, 2, … */
  get index(): Label[] {
    return this.labels === undefined
      ? Array.from({ length: this.length }, (_, i) => i)
      : fromEngine(this.labels);
  }

  /** The engine's own column (nodejs-polars), for what this class does not offer. */
  get polars(): pl.Series {
    return this.data.clone();
  }

  [Symbol.iterator](): Iterator<T> {
    return this.values[Symbol.iterator]();
  }

  /**
   * The value of the row with this label (or number, where rows have no labels).
   *
   * @example
   * new Series([1, 2], { index: ["a", "b"] }).at("b"); // 2
   */
  at(label: Label): T {
    return cellAt(
      this.data,
      positionOf({ data: pl.DataFrame([this.data]), index: this.labels }, label),
    ) as T;
  }

  /**
   * The value at a position; negative counts from the end.
   *
   * @example
   * new Series([1, 2, 3]).iat(-1); // 3
   */
  iat(position: number): T {
    const from = position < 0 ? this.length + position : position;
    if (!Number.isInteger(from) || from < 0 || from >= this.length) {
      throw new RangeError(`There is no row ${shown(position)}: the column has ${this.length}.`);
    }
    return cellAt(this.data, from) as T;
  }

  /**
   * Rows by position: numbers, danfo's slices such as `"0:5"`, or a boolean mask.
   *
   * @example
   * new Series([1, 2, 3]).iloc(["1:"]).values; // [2, 3]
   */
  iloc(rows: RowSelector): Series<T> {
    return this.rows((table) => selectRows(table, rows, "position"));
  }

  /**
   * Rows by label; a slice includes its end, as in pandas.
   *
   * @example
   * new Series([1, 2, 3], { index: ["a", "b", "c"] }).loc(["a:b"]).values; // [1, 2]
   */
  loc(rows: RowSelector): Series<T> {
    return this.rows((table) => selectRows(table, rows, "label"));
  }

  /**
   * The first rows (5).
   *
   * @example
   * new Series([1, 2, 3]).head(2).values; // [1, 2]
   */
  head(rows = 5): Series<T> {
    return this.iloc([rows < 0 ? `:${rows}` : `0:${rows}`]);
  }

  /**
   * The last rows (5).
   *
   * @example
   * new Series([1, 2, 3]).tail(2).values; // [2, 3]
   */
  tail(rows = 5): Series<T> {
    return this.iloc([rows === 0 ? "0:0" : rows < 0 ? `${-rows}:` : `${-rows}:`]);
  }

  /**
   * The same values under another name.
   *
   * @example
   * new Series([1]).rename("count").name; // "count"
   */
  rename(name: string): Series<T> {
    return seriesOf(this.data.alias(name), this.labels);
  }

  /** @internal Applies a verb on rows to this column alone. */
  protected rows(verb: (table: Table) => Table): Series<T> {
    const out = verb({
      data: pl.DataFrame([this.data.alias("x")]),
      index: this.labels,
    });
    return seriesOf(out.data.toSeries(0).alias(this.name), out.index);
  }
}
