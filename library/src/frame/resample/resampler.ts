import pl, { type DataType } from "nodejs-polars";
import { frequency } from "../dates/frequency.ts";
import { fromInstants, instantsOf, zoneOf } from "../dates/zones.ts";
import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Name, Row } from "../engine/cell.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { frameOf } from "../engine/make.ts";
import { checkNames, knownColumns, unknownColumn } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import type { Table } from "../engine/table.ts";
import { aggregable, groupAggregate, type Wanted } from "../groups/aggregate.ts";
import type { Aggregation } from "../groups/aggregations.ts";
import { readSpec } from "../groups/spec.ts";
import type { Aggregated, AggregatedAll } from "../groups/types.ts";
import { floatsOf, fromFloats, interpolateFloats } from "../verbs/windows/index.ts";
import { type BinOptions, type Bins, binsOf } from "./bins.ts";

export interface ResampleOptions<K extends string> extends BinOptions {
  /** The column of dates. Default: the row labels, which must be dates. */
  readonly on?: K;
}

/** What a bin without rows has, where that is not missing. */
const ofNothing: Readonly<Record<string, number>> = {
  sum: 0,
  count: 0,
  nUnique: 0,
  size: 0,
  prod: 1,
};

const binName = "\u0000bin";

type Spec<R extends object> = { readonly [K in Name<R>]?: Aggregation | readonly Aggregation[] };

/**
 * The rows of a frame in bins of time, as {@link DataFrame.resample} makes them, in the order of time;
 * bins without rows are there too. Rows without a date belong to none.
 */
export class Resampler<R extends object = Row, On extends string = string> {
  readonly #data: pl.DataFrame;
  readonly #on: string;
  readonly #dates: pl.Series;
  readonly #bins: Bins;

  /** @internal */
  constructor(table: Table, freq: string, options: ResampleOptions<string>) {
    checkOptions("resample", options, ["on", "label", "closed", "origin"]);
    const { on } = options;
    const names = table.data.columns;
    if (on !== undefined && !names.includes(on)) throw unknownColumn(on, names);
    const dates = on === undefined ? table.index : table.data.getColumn(on);
    if (dates === undefined || !["date", "datetime"].includes(dtypeOf(dates))) {
      throw new TypeError(
        on === undefined
          ? `resample: the row labels are no dates. Name a column of dates: { on: "…" }.`
          : `resample: column ${JSON.stringify(on)} is ${dates === undefined ? "missing" : dtypeOf(dates)}, not dates. Make dates of it with toDatetime.`,
      );
    }
    this.#on = on ?? "index";
    const data = on === undefined ? table.data : table.data.drop(on);
    const order = inTime(instantsOf(dates));
    this.#data = order === undefined ? data : data.select(pl.all().gather(order));
    this.#dates = order === undefined ? dates : gathered(dates, order);
    this.#bins = binsOf(
      instantsOf(this.#dates),
      zoneOf(dates),
      frequency("resample", freq),
      options,
    );
  }

  /**
   * One aggregation or several, of every column or by column, named `column_aggregation` as `groupby`
   * names them.
   *
   * @example
   * const df = new DataFrame({ day: [new Date("2024-01-01"), new Date("2024-01-03")], rain: [2, 4] });
   * df.resample("D", { on: "day" }).agg({ rain: ["sum", "mean"] }).column("rain_mean").values; // [2, null, 4]
   */
  agg<const S extends Spec<R>>(columns: S): DataFrame<Record<On, Date> & Aggregated<R, S>>;
  agg<A extends Aggregation>(
    aggregation: A | readonly A[],
  ): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, A>>;
  agg(what: unknown): unknown {
    const asked = readSpec(what, (aggregation) => aggregable(this.#data, [], aggregation));
    const own = asked.find((one) => typeof one.aggregation === "function");
    if (own !== undefined) {
      throw new TypeError(
        `resample takes aggregations by name; got a function for ${JSON.stringify(own.column)}. dt.floor makes a column that groupby takes.`,
      );
    }
    return frameOf(this.#computed(asked as Wanted[]));
  }

  /** Sums, as `column_sum`; 0 of no rows. */
  sum(): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, "sum">> {
    return this.agg("sum");
  }

  /** Means, as `column_mean`. */
  mean(): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, "mean">> {
    return this.agg("mean");
  }

  /** Medians, as `column_median`. */
  median(): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, "median">> {
    return this.agg("median");
  }

  /** Sample standard deviations, as `column_std`. */
  std(): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, "std">> {
    return this.agg("std");
  }

  /** The least values, as `column_min`. */
  min(): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, "min">> {
    return this.agg("min");
  }

  /** The greatest values, as `column_max`. */
  max(): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, "max">> {
    return this.agg("max");
  }

  /** The first present values, as `column_first`. */
  first(): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, "first">> {
    return this.agg("first");
  }

  /** The last present values, as `column_last`. */
  last(): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, "last">> {
    return this.agg("last");
  }

  /** How many values are present, as `column_count`. */
  count(): DataFrame<Record<On, Date> & AggregatedAll<R, Name<R> & On, "count">> {
    return this.agg("count");
  }

  /** How many rows each bin has, in a column `size`. */
  size(): DataFrame<Record<On, Date> & { size: number }> {
    return frameOf(this.#computed([], "size"));
  }

  /**
   * The first, greatest, least and last value of a column of prices, as `open`, `high`, `low`, `close`.
   *
   * @example
   * const df = new DataFrame({ at: [new Date(0), new Date(1000), new Date(2000)], price: [3, 5, 4] });
   * df.resample("min", { on: "at" }).ohlc("price").toRecords();
   * // [{ at: new Date(0), open: 3, high: 5, low: 3, close: 4 }]
   */
  ohlc<K extends Exclude<Name<R>, On>>(
    column: K,
  ): DataFrame<Record<On, Date> & Record<"open" | "high" | "low" | "close", R[K] | null>> {
    knownColumns([column], this.#data.columns);
    const wanted = (["first", "max", "min", "last"] as const).map((aggregation, at): Wanted => ({
      column,
      aggregation,
      as: ["open", "high", "low", "close"][at],
    }));
    return frameOf(this.#computed(wanted));
  }

  /** The values at the very moments of the steps; missing where there are none. */
  asFreq(): DataFrame<R & Record<On, Date>> {
    return frameOf(this.#upsampled((at, label, times) => (times[at] === label ? at : -1)));
  }

  /**
   * The last values up to each step.
   *
   * @example
   * const df = new DataFrame({ day: [new Date("2024-01-01"), new Date("2024-01-03")], rain: [2, 4] });
   * df.resample("D", { on: "day" }).ffill().column("rain").values; // [2, 2, 4]
   */
  ffill(): DataFrame<R & Record<On, Date>> {
    return frameOf(this.#upsampled((at) => at));
  }

  /** The next values from each step on. */
  bfill(): DataFrame<R & Record<On, Date>> {
    return frameOf(
      this.#upsampled((at, label, times) =>
        times[at] === label ? at : at + 1 < times.length ? at + 1 : -1,
      ),
    );
  }

  /** Values on the straight line between those at the steps around. */
  interpolate(): DataFrame<R & Record<On, Date>> {
    const { data } = this.#upsampled((at, label, times) => (times[at] === label ? at : -1));
    const columns = data.getColumns().map((one) => {
      if (one.name === this.#on || !isNumeric(dtypeOf(one))) return one;
      return fromFloats(one.name, interpolateFloats(floatsOf(one, "interpolate"), {}));
    });
    return frameOf({ data: pl.DataFrame(columns), index: undefined });
  }

  #labels(): pl.Series {
    return fromInstants(this.#on, this.#bins.labels, zoneOf(this.#dates));
  }

  #computed(wanted: readonly Wanted[], size?: string): Table {
    const results = wanted.map((one) => one.as);
    checkNames([this.#on, ...results, ...(size === undefined ? [] : [size])]);
    const { of, labels } = this.#bins;
    const bins = pl.Series(binName, of);
    const keyed = pl.DataFrame([...this.#data.getColumns(), bins]);
    const dated = keyed.filter(pl.nth(keyed.width - 1).gtEq(pl.lit(0)));
    const options = size === undefined ? {} : { size };
    const made = groupAggregate(dated, [binName], wanted, options).data;
    const bin = made.getColumn(binName).toArray() as number[];
    const rows = new Map(bin.map((number, row) => [number, row]));
    const at = pl.Series(
      "at",
      Array.from(labels, (_, number) => rows.get(number) ?? null),
      pl.UInt32,
    );
    const columns = made.columns.slice(1).map((name, position) => {
      const spread = gathered(made.getColumn(name), at);
      const aggregation = wanted[position]?.aggregation ?? "size";
      const empty = typeof aggregation === "string" ? ofNothing[aggregation] : undefined;
      return empty === undefined ? spread : filledAt(spread, at, empty);
    });
    return { data: pl.DataFrame([this.#labels(), ...columns]), index: undefined };
  }

  /** For each step the row that `pick` chooses, given the last row not after it. */
  #upsampled(pick: (at: number, label: number, times: Float64Array) => number): Table {
    const instants = instantsOf(this.#dates);
    const times = instants.filter((instant) => !Number.isNaN(instant));
    if (times.some((time, at) => at > 0 && time === times[at - 1])) {
      throw new RangeError(
        `resample: column ${JSON.stringify(this.#on)} has a date twice; aggregate instead, such as with mean().`,
      );
    }
    let at = -1;
    const rows = Array.from(this.#bins.labels, (label) => {
      while (at + 1 < times.length && times[at + 1] <= label) at += 1;
      const chosen = pick(at, label, times);
      return chosen < 0 ? null : chosen;
    });
    const positions = pl.Series("at", rows, pl.UInt32);
    const columns = this.#data.getColumns().map((one) => gathered(one, positions));
    return { data: pl.DataFrame([this.#labels(), ...columns]), index: undefined };
  }
}

/** The rows in the order of time, those without a date last; undefined where they are in order. */
function inTime(instants: Float64Array): pl.Series | undefined {
  if (instants.every((instant, row) => row === 0 || instant >= instants[row - 1])) return undefined;
  const key = (row: number): number => (Number.isNaN(instants[row]) ? Infinity : instants[row]);
  const rows = Uint32Array.from(instants, (_, row) => row);
  return pl.Series(
    "at",
    rows.sort((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b))),
  );
}

const gathered = (series: pl.Series, at: pl.Series): pl.Series =>
  pl
    .DataFrame([series.alias("x")])
    .select(pl.nth(0).gather(at))
    .toSeries(0)
    .alias(series.name);

/** The value of no rows where there were none; a missing result of rows stays missing. */
function filledAt(series: pl.Series, at: pl.Series, value: number): pl.Series {
  const both = pl.DataFrame([series.alias("x"), at.isNull().alias("none")]);
  const filled = pl.when(pl.col("none")).then(pl.lit(value)).otherwise(pl.col("x"));
  return both
    .select(filled.cast(series.dtype as DataType).alias("x"))
    .toSeries(0)
    .alias(series.name);
}
