import type { Cell, Name, Row } from "../engine/cell.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { filterRows } from "../engine/table.ts";
import { map } from "../engine/compute.ts";
import type { Aggregation } from "../groups/index.ts";
import { duplicatedRows, type Keep } from "../verbs/neighbours/index.ts";
import {
  explode,
  melt,
  pivotCells,
  pivotTable,
  stackCells,
  transpose,
} from "../verbs/reshape/index.ts";
import type { DataFrame } from "./data-frame.ts";
import { FrameStatistics } from "./statistics.ts";
import { type ResampleOptions, Resampler } from "../resample/index.ts";
import type { Series } from "../series/series.ts";

export interface PivotTableOptions<R extends object> {
  /** What makes a row: a column, or a combination of several. */
  readonly index: Name<R> | readonly Name<R>[];
  /** The columns whose values become columns; without any, each aggregation has one. */
  readonly columns?: Name<R> | readonly Name<R>[];
  /** What stands in the cells. Of several, columns are named `value_head`, in the order of their names. */
  readonly values: Name<R> | readonly Name<R>[];
  /**
   * What is made of the values that meet in a cell (default `"mean"`): one aggregation, several
   * (columns are named `aggregation_head`), or one for each column of values.
   */
  readonly aggFunc?:
    Aggregation | readonly Aggregation[] | { readonly [K in Name<R>]?: Aggregation };
  /** What a cell holds in which no values meet (default missing). */
  readonly fillValue?: NonNullable<Cell>;
  /** Adds a column and a row of what is made of all values; the keys then are texts. Default false. */
  readonly margins?: boolean;
  /** What the margins are called. Default `"All"`. */
  readonly marginsName?: string;
}

export interface PivotOptions<R extends object> {
  /** What makes a row. */
  readonly index: Name<R> | readonly Name<R>[];
  /** The columns whose values become columns. */
  readonly columns: Name<R> | readonly Name<R>[];
  /** What stands in the cells (default all other columns). Of several, columns are named `value_head`. */
  readonly values?: Name<R> | readonly Name<R>[];
}

export interface MeltOptions<R extends object, Id extends Name<R>> {
  /** Columns that are repeated for each value (default none). */
  readonly idVars?: readonly Id[];
  /** Columns whose values go below one another (default all others). */
  readonly valueVars?: readonly Name<R>[];
  /** Name of the column that says where a value came from (default `"variable"`). */
  readonly varName?: string;
  /** Name of the column of values (default `"value"`). */
  readonly valueName?: string;
}

const listOf = <K>(one: K | readonly K[]): readonly K[] =>
  Array.isArray(one) ? (one as readonly K[]) : [one as K];

/** The frame in other shapes. */
export class FrameReshape<R extends object = Row> extends FrameStatistics<R> {
  /**
   * A table of what one column has for the values of others, as a spreadsheet's pivot table.
   *
   * @example
   * const sales = new DataFrame({ city: ["Rome", "Oslo", "Rome"], year: [2023, 2023, 2024], sum: [3, 5, 4] });
   * sales.pivotTable({ index: "city", columns: "year", values: "sum" }).toRecords();
   * // [{ 2023: 5, 2024: null, city: "Oslo" }, { 2023: 3, 2024: 4, city: "Rome" }]
   */
  pivotTable(options: PivotTableOptions<R>): DataFrame {
    checkOptions("pivotTable", options, [
      ...["index", "columns", "values", "aggFunc", "fillValue", "margins", "marginsName"],
    ]);
    const { index, columns = [], values, aggFunc = "mean", fillValue } = options;
    const { margins = false, marginsName = "All" } = options;
    return frameOf(
      pivotTable(this.table.data, {
        index: listOf<string>(index),
        columns: listOf<string>(columns),
        values: listOf<string>(values),
        aggFunc,
        fill: fillValue,
        margins: margins ? marginsName : undefined,
      }),
    );
  }

  /**
   * A long table made wide, as it is: one row for each value of `index`, one column for each value of
   * `columns`.
   *
   * @throws RangeError where several rows meet in a cell, which {@link pivotTable} would aggregate.
   * @example
   * const long = new DataFrame({ city: ["Rome", "Oslo", "Rome"], year: [2023, 2023, 2024], sum: [3, 5, 4] });
   * long.pivot({ index: "city", columns: "year", values: "sum" }).toArrays(); // [["Oslo", 5, null], ["Rome", 3, 4]]
   */
  pivot(options: PivotOptions<R>): DataFrame {
    checkOptions("pivot", options, ["index", "columns", "values"]);
    const [index, columns] = [listOf<string>(options.index), listOf<string>(options.columns)];
    const others = this.columns.filter((name) => ![...index, ...columns].includes(name));
    const values = options.values === undefined ? others : listOf<string>(options.values);
    return frameOf(pivotCells(this.table.data, index, columns, values));
  }

  /**
   * Row by row, one row for each present value: the label of its row, the name of its column, and the
   * value itself.
   *
   * @throws TypeError where the columns hold values of different kinds
   * @example
   * const wide = new DataFrame({ may: [20, 11], june: [25, null] }, { index: ["Rome", "Oslo"] });
   * wide.stack({ varName: "month" }).toArrays();
   * // [["Rome", "may", 20], ["Rome", "june", 25], ["Oslo", "may", 11]]
   */
  stack(
    options: { readonly varName?: string; readonly valueName?: string } = {},
  ): DataFrame<Record<string, Cell>> {
    checkOptions("stack", options, ["varName", "valueName"]);
    const { varName = "variable", valueName = "value" } = options;
    return frameOf(stackCells(this.table, varName, valueName));
  }

  /**
   * One row for each item of a column's lists, or of its texts between separators `sep`; the other
   * columns and the row labels repeat.
   *
   * @example
   * const films = new DataFrame({ film: ["Up", "Her"], tags: ["air,old", "voice"] });
   * films.explode("tags", { sep: "," }).toArrays(); // [["Up", "air"], ["Up", "old"], ["Her", "voice"]]
   */
  explode(column: Name<R>, options: { readonly sep?: string } = {}): DataFrame<R> {
    checkOptions("explode", options, ["sep"]);
    return frameOf(explode(this.table, column, options.sep));
  }

  /**
   * The rows in bins of time: `"D"`, `"6h"`, `"15min"`, `"W"`, `"ME"`, `"QS"`, `"YE"` …, for aggregations
   * or for steps between. Days, weeks and months are those of the dates' time zone.
   *
   * @throws TypeError where there are no dates to go by
   * @example
   * const days = new DataFrame({ day: [new Date("2024-01-30"), new Date("2024-02-01")], rain: [2, 4] });
   * days.resample("MS", { on: "day" }).sum().column("rain_sum").values; // [2, 4]
   */
  resample<On extends Name<R> = never>(
    freq: string,
    options: ResampleOptions<On> = {},
  ): Resampler<R, [On] extends [never] ? "index" : On> {
    return new Resampler(this.table, freq, options);
  }

  /**
   * A wide table made long: one row for each cell of `valueVars`.
   *
   * @throws TypeError where the columns hold values of different kinds
   * @example
   * const wide = new DataFrame({ city: ["Rome", "Oslo"], may: [20, 11], june: [25, 15] });
   * wide.melt({ idVars: ["city"], varName: "month" }).head(2).toRecords();
   * // [{ city: "Rome", month: "may", value: 20 }, { city: "Oslo", month: "may", value: 11 }]
   */
  melt<Id extends Name<R> = never>(
    options: MeltOptions<R, Id> = {},
  ): DataFrame<Pick<R, Id> & Record<string, Cell>> {
    checkOptions("melt", options, ["idVars", "valueVars", "varName", "valueName"]);
    const { idVars = [], varName = "variable", valueName = "value" } = options;
    const ids: readonly string[] = idVars;
    const valueVars = options.valueVars ?? this.columns.filter((name) => !ids.includes(name));
    return frameOf(melt(this.table.data, { idVars, valueVars, varName, valueName }));
  }

  /**
   * Rows as columns and columns as rows. The row labels become the names.
   *
   * @example
   * const df = new DataFrame({ a: [1, 2], b: [3, 4] }, { index: ["x", "y"] });
   * df.transpose().toRecords(); // [{ x: 1, y: 2 }, { x: 3, y: 4 }]
   */
  transpose(): DataFrame {
    return frameOf(transpose(this.table));
  }

  /** Rows as columns, under danfo's short name. */
  get T(): DataFrame {
    return this.transpose();
  }

  /**
   * Where a row repeats another, in all columns or in `subset`. Missing equals missing.
   *
   * @example
   * new DataFrame({ a: [1, 1, 2], b: [3, 3, 3] }).duplicated().values; // [false, true, false]
   */
  duplicated(
    options: { readonly subset?: readonly Name<R>[]; readonly keep?: Keep } = {},
  ): Series<boolean> {
    checkOptions("duplicated", options, ["subset", "keep"]);
    const { keep = "first", subset } = options;
    return seriesOf(duplicatedRows(this.table.data, keep, subset), this.table.index);
  }

  /**
   * The rows without repetitions, in all columns or in `subset`.
   *
   * @example
   * const df = new DataFrame({ a: [1, 1, 2], b: [3, 4, 5] });
   * df.dropDuplicates({ subset: ["a"], keep: "last" }).column("b").values; // [4, 5]
   */
  dropDuplicates(
    options: { readonly subset?: readonly Name<R>[]; readonly keep?: Keep } = {},
  ): DataFrame<R> {
    checkOptions("dropDuplicates", options, ["subset", "keep"]);
    const { keep = "first", subset } = options;
    const repeated = duplicatedRows(this.table.data, keep, subset);
    return frameOf(
      filterRows(
        this.table,
        map(repeated, (x) => x.not()),
      ),
    );
  }
}
