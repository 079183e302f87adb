import pl from "nodejs-polars";
import { map } from "../engine/compute.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { filterRows, takeRows } from "../engine/table.ts";
import {
  changes,
  type Cumulation,
  cumulate,
  differences,
  duplicatedRows,
  type Keep,
  type RankOptions,
  ranks,
  shifted,
} from "../verbs/neighbours/index.ts";
import type { Series } from "./series.ts";
import { SeriesWindows } from "./windows.ts";

/** The numbers of a column, missing ones where it has some. */
type Numbers<T> = Series<number | Extract<T, null>>;

/** What relates a value to the others of its column. */
export class SeriesNeighbours<T> extends SeriesWindows<T> {
  /**
   * The values moved down by `periods` rows, up where it is negative. What comes in is missing, or
   * `fillValue`.
   *
   * @example
   * new Series([1, 2, 3]).shift().values; // [null, 1, 2]
   * new Series([1, 2, 3]).shift(-1, { fillValue: 0 }).values; // [2, 3, 0]
   */
  shift(periods = 1, options: { readonly fillValue?: NonNullable<T> } = {}): Series<T | null> {
    checkOptions("shift", options, ["fillValue"]);
    return seriesOf(shifted(this.data, rows("shift", periods), options.fillValue), this.labels);
  }

  /**
   * The difference of each value to the one `periods` rows before.
   *
   * @example
   * new Series([1, 4, 9]).diff().values; // [null, 3, 5]
   */
  diff(periods = 1): Series<number | null> {
    return seriesOf(differences(this.data, rows("diff", periods)), this.labels);
  }

  /**
   * The change of each value since the one `periods` rows before, as a share of that one.
   *
   * @example
   * new Series([2, 3, 3]).pctChange().values; // [null, 0.5, 0]
   */
  pctChange(periods = 1): Series<number | null> {
    return seriesOf(changes(this.data, rows("pctChange", periods)), this.labels);
  }

  /**
   * The sum of all values up to each row. Missing ones are skipped and stay missing.
   *
   * @example
   * new Series([1, null, 2]).cumSum().values; // [1, null, 3]
   */
  cumSum(): Numbers<T> {
    return this.#cumulated("cumSum");
  }

  /** The product of all values up to each row. */
  cumProd(): Numbers<T> {
    return this.#cumulated("cumProd");
  }

  /** The least of all values up to each row. */
  cumMin(): Numbers<T> {
    return this.#cumulated("cumMin");
  }

  /** The greatest of all values up to each row. */
  cumMax(): Numbers<T> {
    return this.#cumulated("cumMax");
  }

  /**
   * The place of each value among all, from 1; texts are in order of their letters' codes.
   *
   * @example
   * new Series([7, 3, 7, null]).rank().values; // [2.5, 1, 2.5, null]
   * new Series([7, 3, 7]).rank({ method: "dense", ascending: false }).values; // [1, 2, 1]
   */
  rank(options: RankOptions = {}): Series<number | null> {
    checkOptions("rank", options, ["method", "ascending", "naOption", "pct"]);
    for (const [name, known] of [
      ["method", ["average", "min", "max", "first", "dense"]],
      ["naOption", ["keep", "top", "bottom"]],
    ] as const) {
      const value: string | undefined = options[name];
      if (value !== undefined && !(known as readonly string[]).includes(value))
        throw new TypeError(`rank: ${name} is one of ${known.join(", ")}; got "${value}".`);
    }
    return seriesOf(ranks(this.data, options), this.labels);
  }

  /**
   * The `count` (5) greatest values with their row labels; of equal ones the first, missing ones last.
   *
   * @example
   * new Series([3, 9, 9, 1]).nLargest(2).values; // [9, 9]
   */
  nLargest(count = 5): Series<T> {
    return this.#extremes(count, false);
  }

  /** The `count` (5) least values with their row labels; of equal ones the first. */
  nSmallest(count = 5): Series<T> {
    return this.#extremes(count, true);
  }

  /**
   * The positions of the values in order, missing ones last.
   *
   * @example
   * new Series([3, 1, 2]).argSort(); // [1, 2, 0]
   */
  argSort(options: { readonly ascending?: boolean } = {}): number[] {
    checkOptions("argSort", options, ["ascending"]);
    return this.#order(options.ascending ?? true);
  }

  /**
   * The position of the greatest value, or −1 where there is none.
   *
   * @example
   * new Series([3, null, 9, 9]).argMax(); // 2
   */
  argMax(): number {
    return this.count() === 0 ? -1 : (this.#order(false)[0] ?? -1);
  }

  /** The position of the least value, or −1 where there is none. */
  argMin(): number {
    return this.count() === 0 ? -1 : (this.#order(true)[0] ?? -1);
  }

  /**
   * Where a value repeats another.
   *
   * @param options `keep`: which of the equal ones is no repetition (default `"first"`)
   * @example
   * new Series(["a", "b", "a"]).duplicated().values; // [false, false, true]
   */
  duplicated(options: { readonly keep?: Keep } = {}): Series<boolean> {
    checkOptions("duplicated", options, ["keep"]);
    const repeated = duplicatedRows(pl.DataFrame([this.data]), options.keep ?? "first");
    return seriesOf(repeated.alias(this.name), this.labels);
  }

  /**
   * The values without repetitions, with their row labels.
   *
   * @example
   * new Series(["a", "b", "a"]).dropDuplicates().values; // ["a", "b"]
   */
  dropDuplicates(options: { readonly keep?: Keep } = {}): Series<T> {
    checkOptions("dropDuplicates", options, ["keep"]);
    const repeated = duplicatedRows(pl.DataFrame([this.data]), options.keep ?? "first");
    return this.rows((table) =>
      filterRows(
        table,
        map(repeated, (x) => x.not()),
      ),
    );
  }

  #cumulated(how: Cumulation): Numbers<T> {
    return seriesOf(cumulate(this.data, how), this.labels);
  }

  #order(ascending: boolean): number[] {
    const numbered = pl.DataFrame([
      this.data.alias("x"),
      pl.Series(
        "row",
        Uint32Array.from({ length: this.length }, (_, i) => i),
      ),
    ]);
    const sorted = numbered.sort({
      by: [pl.col("x")],
      descending: !ascending,
      nullsLast: true,
      maintainOrder: true,
    });
    return fromEngine(sorted.getColumn("row")) as number[];
  }

  #extremes(count: number, ascending: boolean): Series<T> {
    const verb = ascending ? "nSmallest" : "nLargest";
    const wanted = Math.min(rows(verb, count, 0), this.length);
    return this.rows((table) => takeRows(table, this.#order(ascending).slice(0, wanted)));
  }
}

function rows(verb: string, value: number, least = -Infinity): number {
  if (Number.isInteger(value) && value >= least) return value;
  const from = least === -Infinity ? "" : ` from ${least}`;
  throw new RangeError(`${verb} takes a whole number of rows${from}; got ${String(value)}.`);
}
