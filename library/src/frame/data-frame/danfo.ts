import { type Cell, type Label, type Row, shown } from "../engine/cell.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { takeRows } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { DType } from "../engine/dtypes.ts";
import type { Series } from "../series/series.ts";
import { type DummiesOptions, getDummies } from "../preprocessing/dummies.ts";
import { concat } from "../joins/index.ts";
import { sortedPositions } from "../verbs/labels.ts";
import { FrameBase } from "./base.ts";
import { buildTable } from "./build.ts";
import type { DataFrame } from "./data-frame.ts";
import { FrameElementwise } from "./elementwise.ts";

/** What danfo scripts use beside pandas' verbs. */
export class FrameDanfo<R extends object = Row> extends FrameElementwise<R> {
  /** The number of dimensions: 2. */
  get ndim(): number {
    return 2;
  }

  /** The number of cells. */
  get size(): number {
    return this.shape[0] * this.shape[1];
  }

  /**
   * The type of each column, labelled with its name.
   *
   * @example
   * new DataFrame({ a: [1], b: ["x"] }).ctypes.at("b"); // "string"
   */
  get ctypes(): Series<DType> {
    return seriesOf(toEngine("0", this.dtypes), toEngine("index", this.columns));
  }

  /** The frame itself: frames never change, so a copy is never needed. */
  copy(): DataFrame<R> {
    return frameOf(this.table);
  }

  /**
   * The rows in order of their labels.
   *
   * @example
   * const df = new DataFrame({ a: [1, 2] }, { index: ["y", "x"] });
   * df.sortIndex().column("a").values; // [2, 1]
   */
  sortIndex(options: { readonly ascending?: boolean } = {}): DataFrame<R> {
    checkOptions("sortIndex", options, ["ascending"]);
    return frameOf(takeRows(this.table, sortedPositions(this.table, options.ascending ?? true)));
  }

  /**
   * The frame with more rows below, from arrays or another frame, under these labels.
   *
   * @throws RangeError where there are more or fewer labels than rows.
   * @example
   * const df = new DataFrame({ a: [1], b: [2] });
   * df.append([[3, 4]], [1]).toArrays(); // [[1, 2], [3, 4]]
   */
  append(
    rows: readonly Cell[] | readonly (readonly Cell[])[] | DataFrame<R>,
    index: Label | readonly Label[],
  ): DataFrame<R> {
    const below = rows instanceof FrameBase ? rows : this.#rows(rows);
    const labels = Array.isArray(index) ? (index as readonly Label[]) : [index as Label];
    if (labels.length !== below.length) {
      throw new RangeError(
        `append: ${below.length} rows need as many labels; got ${labels.length}.`,
      );
    }
    const { data } = concat({
      dfList: [frameOf<R>({ ...this.table, index: undefined }), below],
    }).table;
    const all = [...this.index, ...labels];
    const counted = all.every((label, position) => label === position);
    const plain = all.every((label) => typeof label === "number") ? all : all.map(String);
    return frameOf({ data, index: counted ? undefined : toEngine("index", plain) });
  }

  /**
   * Labels as columns of truths: {@link getDummies} of this frame.
   *
   * @example
   * new DataFrame({ n: [1, 2], city: ["Rome", "Oslo"] }).getDummies().columns; // ["n", "city_Oslo", "city_Rome"]
   */
  getDummies(options: DummiesOptions = {}): DataFrame {
    return getDummies(this.copy(), options);
  }

  #rows(rows: readonly Cell[] | readonly (readonly Cell[])[]): DataFrame<R> {
    if (!Array.isArray(rows)) {
      throw new TypeError(`append takes arrays or a frame; got ${shown(rows)}.`);
    }
    const table = Array.isArray(rows[0]) ? rows : [rows];
    return frameOf(buildTable(table, { columns: this.columns }));
  }
}
