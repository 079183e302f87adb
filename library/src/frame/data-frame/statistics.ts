import { isDate, type Name, type Row } from "../engine/cell.ts";
import { map } from "../engine/compute.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { GroupBy, type GroupByOptions } from "../groups/index.ts";
import type { Series } from "../series/series.ts";
import { withColumns } from "../verbs/columns.ts";
import { describe, type DescribeOptions } from "../verbs/describe.ts";
import { dropMissing, type DropNaOptions } from "../verbs/drop-missing.ts";
import { fillFrom, type FillMethod, fillValue } from "../verbs/fill.ts";
import { acrossRows, type RowStatistic } from "../verbs/measures/index.ts";
import type { Statistic } from "../verbs/statistics.ts";
import { summarise } from "../verbs/summary.ts";
import { FrameColumns } from "./columns.ts";
import type { DataFrame } from "./data-frame.ts";

/** Which way a statistic goes: down each column (0, default), or across each row. */
export interface AxisOption {
  readonly axis?: 0 | 1;
}

/** Missing values, statistics by column, and groups. */
export class FrameStatistics<R extends object = Row> extends FrameColumns<R> {
  /**
   * Where values are missing, cell by cell.
   *
   * @example
   * new DataFrame({ a: [1, null] }).isNa().sum().at("a"); // 1
   */
  isNa(): DataFrame<{ [K in keyof R]: boolean }> {
    const flags = this.table.data.getColumns().map((series) => map(series, (x) => x.isNull()));
    return frameOf(withColumns(this.table, flags));
  }

  /**
   * Where values are present, cell by cell.
   *
   * @example
   * new DataFrame({ a: [1, null] }).notNa().column("a").values; // [true, false]
   */
  notNa(): DataFrame<{ [K in keyof R]: boolean }> {
    const flags = this.table.data.getColumns().map((series) => map(series, (x) => x.isNotNull()));
    return frameOf(withColumns(this.table, flags));
  }

  /**
   * The frame without rows that have a missing value (in the columns `subset`), or with `axis: 1`
   * without columns that have one.
   *
   * @example
   * const df = new DataFrame({ a: [1, null], b: ["x", "y"] });
   * df.dropNa().length; // 1
   * df.dropNa({ axis: 1 }).columns; // ["b"]
   */
  dropNa<K extends Name<R> = Name<R>>(
    options: DropNaOptions & { readonly subset?: readonly K[] } = {},
  ): DataFrame<{ [C in keyof R]: C extends K ? NonNullable<R[C]> : R[C] }> {
    checkOptions("dropNa", options, ["axis", "subset", "how"]);
    return frameOf(dropMissing(this.table, options));
  }

  /**
   * Missing values replaced: by one value in every column (or in `columns`), by a value for each
   * column, or by the last (`ffill`) or next (`bfill`) present value.
   *
   * @example
   * const df = new DataFrame({ a: [1, null], b: ["x", null] });
   * df.fillNa({ a: 0, b: "?" }).toRecords(); // [{ a: 1, b: "x" }, { a: 0, b: "?" }]
   * df.fillNa(0, { columns: ["a"] }).column("a").values; // [1, 0]
   * df.fillNa({ method: "ffill" }).column("b").values; // ["x", "x"]
   */
  fillNa(
    value: number | bigint | string | boolean | Date,
    options?: { readonly columns?: readonly Name<R>[] },
  ): DataFrame<R>;
  fillNa(how: { readonly method: FillMethod }): DataFrame<R>;
  fillNa(values: { readonly [K in Name<R>]?: NonNullable<R[K]> }): DataFrame<R>;
  fillNa(
    values: readonly (number | bigint | string | boolean | Date)[],
    options: { readonly columns: readonly Name<R>[] },
  ): DataFrame<R>;
  fillNa(what: unknown, options: { readonly columns?: readonly string[] } = {}): DataFrame<R> {
    checkOptions("fillNa", options, ["columns"]);
    const { data } = this.table;
    if (Array.isArray(what)) return this.fillNa(byColumn(what, options.columns) as never);
    if (typeof what !== "object" || what === null || isDate(what)) {
      const names = knownColumns(options.columns ?? data.columns, data.columns);
      return frameOf(
        withColumns(
          this.table,
          names.map((name) => fillValue(data.getColumn(name), what)),
        ),
      );
    }
    if ("method" in what && !data.columns.includes("method")) {
      const method = what.method as FillMethod;
      return frameOf(
        withColumns(
          this.table,
          data.getColumns().map((one) => fillFrom(one, method)),
        ),
      );
    }
    const values = what as Record<string, unknown>;
    const names = knownColumns(Object.keys(values), data.columns);
    return frameOf(
      withColumns(
        this.table,
        names.map((name) => fillValue(data.getColumn(name), values[name])),
      ),
    );
  }

  /**
   * Count, mean, std, min, quartiles (or other `percentiles`) and max of every numeric column; with
   * `include: "all"`, or for the dtypes included, also count, unique, top and freq of the others, and of
   * dates what there is, as texts. What does not apply is missing.
   *
   * @example
   * new DataFrame({ age: [31, null, 47] }).describe().at("mean", "age"); // 39
   */
  describe(options: DescribeOptions = {}): DataFrame<Record<Name<R>, number | null>> {
    checkOptions("describe", options, ["include", "exclude", "percentiles"]);
    return frameOf(describe(this.table.data, options));
  }

  /**
   * Groups of rows with equal keys.
   *
   * @example
   * const df = new DataFrame({ city: ["Rome", "Oslo", "Rome"], age: [31, 47, null] });
   * df.groupby("city").mean().toRecords(); // [{ city: "Oslo", age_mean: 47 }, { city: "Rome", age_mean: 31 }]
   */
  groupby<K extends Name<R>>(keys: K | readonly K[], options: GroupByOptions = {}): GroupBy<R, K> {
    checkOptions("groupby", options, ["sort", "dropNa"]);
    return new GroupBy<R, K>({
      table: this.table,
      keys: typeof keys === "string" ? [keys] : keys,
      options,
      columns: undefined,
    });
  }

  /**
   * Sums of the numeric columns, labelled by their names; with `axis: 1` of each row's numbers.
   *
   * @example
   * new DataFrame({ a: [1, null], b: [3, 4] }).sum().values; // [1, 7]
   * new DataFrame({ a: [1, null], b: [3, 4] }).sum({ axis: 1 }).values; // [4, 4]
   */
  sum(options: AxisOption = {}): Series<number> {
    return this.#along("sum", options);
  }

  /** Means of the numeric columns; with `axis: 1` of each row. */
  mean(options: AxisOption = {}): Series<number | null> {
    return this.#along("mean", options);
  }

  /** Medians of the numeric columns; with `axis: 1` of each row. */
  median(options: AxisOption = {}): Series<number | null> {
    return this.#along("median", options);
  }

  /** Sample standard deviations (n − 1) of the numeric columns; with `axis: 1` of each row. */
  std(options: AxisOption = {}): Series<number | null> {
    return this.#along("std", options);
  }

  /** Sample variances (n − 1) of the numeric columns; with `axis: 1` of each row. */
  var(options: AxisOption = {}): Series<number | null> {
    return this.#along("var", options);
  }

  /** The least values of the numeric columns; with `axis: 1` of each row. */
  min(options: AxisOption = {}): Series<number | null> {
    return this.#along("min", options);
  }

  /** The greatest values of the numeric columns; with `axis: 1` of each row. */
  max(options: AxisOption = {}): Series<number | null> {
    return this.#along("max", options);
  }

  /** How many values of each column are present. */
  count(): Series<number> {
    return this.#each("count");
  }

  /** How many different values each column has, missing ones aside. */
  nUnique(): Series<number> {
    return this.#each("nUnique");
  }

  /**
   * The quantile `q` (0.5) of each numeric column, by linear interpolation.
   *
   * @example
   * new DataFrame({ a: [1, 2, 3, 4] }).quantile(0.25).at("a"); // 1.75
   */
  quantile(q = 0.5): Series<number | null> {
    if (!(q >= 0 && q <= 1)) throw new RangeError(`A quantile lies between 0 and 1; got ${q}.`);
    return this.#each({ quantile: q });
  }

  #along<T>(statistic: Statistic & RowStatistic, options: AxisOption): Series<T> {
    checkOptions(statistic, options, ["axis"]);
    return options.axis === 1
      ? seriesOf(acrossRows(this.table.data, statistic), this.table.index)
      : this.#each(statistic);
  }

  #each<T>(statistic: Statistic | { quantile: number }): Series<T> {
    const { values, names } = summarise(this.table.data, statistic);
    return seriesOf(values, names);
  }
}

/** danfo's list of fillers beside a list of columns, as fillers by column. */
function byColumn(fillers: readonly unknown[], columns: readonly string[] = []): object {
  if (fillers.length !== columns.length) {
    throw new RangeError(
      `fillNa: ${fillers.length} values need as many columns; got ${columns.length}.`,
    );
  }
  return Object.fromEntries(columns.map((name, position) => [name, fillers[position]]));
}
