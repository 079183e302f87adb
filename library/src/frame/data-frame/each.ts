import type { Name, Row } from "../engine/cell.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { knownColumns } from "../engine/names.ts";
import type { Series } from "../series/series.ts";
import { eachColumn, type Numbers } from "../verbs/each-column.ts";
import type { RankOptions } from "../verbs/neighbours/index.ts";
import type {
  EwmOptions,
  InterpolateOptions,
  RollingOptions,
  TimeWindowOptions,
  WindowOptions,
} from "../verbs/windows/index.ts";
import type { DataFrame } from "./data-frame.ts";
import { FrameReshape } from "./reshape.ts";
import { FrameWindow } from "./window.ts";

/** What `ewm` of a frame offers. */
export interface FadedFrame<R extends object> {
  /** The weighted means. */
  mean(): DataFrame<Numbers<R>>;
  /** The weighted sample variances, corrected for bias. */
  var(): DataFrame<Numbers<R>>;
  /** The weighted sample standard deviations. */
  std(): DataFrame<Numbers<R>>;
}

/** The verbs of a column, applied to every column of the frame. Those on numbers refuse other columns. */
export class FrameEach<R extends object = Row> extends FrameReshape<R> {
  /**
   * The values moved down by `periods` rows (up where negative); what comes in is missing.
   *
   * @example
   * new DataFrame({ a: [1, 2], b: ["x", "y"] }).shift().toRecords(); // [{ a: null, b: null }, { a: 1, b: "x" }]
   */
  shift(periods = 1): DataFrame<{ [K in keyof R]: R[K] | null }> {
    return eachColumn(this.table, (one) => one.shift(periods));
  }

  /**
   * The difference of each number to the one `periods` rows before.
   *
   * @example
   * new DataFrame({ a: [1, 4, 9] }).diff().column("a").values; // [null, 3, 5]
   */
  diff(periods = 1): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.diff(periods));
  }

  /** The change of each number since the one `periods` rows before, as a share of that one. */
  pctChange(periods = 1): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.pctChange(periods));
  }

  /**
   * The sums of all numbers up to each row. Missing ones are skipped and stay missing.
   *
   * @example
   * new DataFrame({ a: [1, 2, 3] }).cumSum().column("a").values; // [1, 3, 6]
   */
  cumSum(): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.cumSum());
  }

  /** The products of all numbers up to each row. */
  cumProd(): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.cumProd());
  }

  /** The least of all numbers up to each row. */
  cumMin(): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.cumMin());
  }

  /** The greatest of all numbers up to each row. */
  cumMax(): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.cumMax());
  }

  /**
   * The place of each value in its column, from 1.
   *
   * @example
   * new DataFrame({ a: [7, 3, 7] }).rank().column("a").values; // [2.5, 1, 2.5]
   */
  rank(options: RankOptions = {}): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.rank(options));
  }

  /** Missing numbers on the straight line between their neighbours. */
  interpolate(options: InterpolateOptions = {}): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.interpolate(options));
  }

  /**
   * Missing values replaced by the last present one of their column.
   *
   * @example
   * new DataFrame({ a: [1, null], b: ["x", null] }).ffill().toRecords(); // [{ a: 1, b: "x" }, { a: 1, b: "x" }]
   */
  ffill(): DataFrame<R> {
    return eachColumn(this.table, (one) => one.ffill());
  }

  /** Missing values replaced by the next present one of their column. */
  bfill(): DataFrame<R> {
    return eachColumn(this.table, (one) => one.bfill());
  }

  /**
   * Numbers rounded to some decimals, halves to the even neighbour; for all columns of numbers, or
   * by column. Other columns stay as they are.
   *
   * @example
   * new DataFrame({ a: [0.126], b: [2.51], s: ["x"] }).round(1).toRecords(); // [{ a: 0.1, b: 2.5, s: "x" }]
   * new DataFrame({ a: [0.126], b: [2.51] }).round({ a: 2 }).toRecords(); // [{ a: 0.13, b: 2.51 }]
   */
  round(decimals: number | { readonly [K in Name<R>]?: number } = 0): DataFrame<R> {
    const by: Readonly<Record<string, number>> | undefined =
      typeof decimals === "number" ? undefined : (decimals as Readonly<Record<string, number>>);
    knownColumns(Object.keys(by ?? {}), this.columns);
    return eachColumn(this.table, (one) => {
      const places = by === undefined ? (decimals as number) : by[one.name];
      return places === undefined || !isNumeric(dtypeOf(one.data)) ? one : one.round(places);
    });
  }

  /** Absolute values. */
  abs(): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.abs());
  }

  /**
   * Numbers held between two bounds; `null` is no bound.
   *
   * @example
   * new DataFrame({ a: [-5, 12] }).clip(0, 10).column("a").values; // [0, 10]
   */
  clip(lower: number | null, upper: number | null = null): DataFrame<Numbers<R>> {
    return eachColumn(this.table, (one) => one.clip(lower, upper));
  }

  /**
   * Statistics of each row and those before it, for every column: of `window` rows in all, or of a time
   * such as `"7d"` up to the date in column `on`, which is left out of the result.
   *
   * @example
   * new DataFrame({ a: [1, 2, 6] }).rolling(2).mean().column("a").values; // [null, 1.5, 4]
   */
  rolling(window: number, options?: RollingOptions): FrameWindow<R>;
  rolling<K extends Name<R> = never>(
    window: string,
    options?: TimeWindowOptions<K>,
  ): FrameWindow<Omit<R, K>>;
  rolling(
    window: number | string,
    options: RollingOptions & TimeWindowOptions<Name<R>> = {},
  ): unknown {
    if (typeof window === "number") {
      return new FrameWindow(this.table, (one) => one.rolling(window, options));
    }
    const { on, ...rest } = options;
    if (on === undefined) return new FrameWindow(this.table, (one) => one.rolling(window, rest));
    const dates = this.column(on) as unknown as Series<Date | null>;
    const table = { data: this.table.data.drop(on), index: this.table.index };
    return new FrameWindow(table, (one) =>
      one.rolling(window, { ...rest, on: dates.head(one.length) }),
    );
  }

  /** Statistics of each row and all before it, for every column. */
  expanding(options: WindowOptions = {}): FrameWindow<R> {
    return new FrameWindow(this.table, (one) => one.expanding(options));
  }

  /**
   * Statistics of each row and all before it, older ones weighing less, for every column.
   *
   * @example
   * new DataFrame({ a: [1, 2, 4] }).ewm({ alpha: 0.5, adjust: false }).mean().column("a").values; // [1, 1.5, 2.75]
   */
  ewm(options: EwmOptions): FadedFrame<R> {
    const { table } = this;
    return {
      mean: () => eachColumn(table, (one) => one.ewm(options).mean()),
      var: () => eachColumn(table, (one) => one.ewm(options).var()),
      std: () => eachColumn(table, (one) => one.ewm(options).std()),
    };
  }
}
