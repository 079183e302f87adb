import { instantsOf } from "../dates/zones.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import {
  type EwmOptions,
  expandingSpans,
  fade,
  floatsOf,
  fromFloats,
  interpolateFloats,
  type InterpolateOptions,
  type RollingOptions,
  rollingSpans,
  rollingWindow,
  timeSpans,
  type TimeWindowOptions,
  wholeNumber,
  type WindowOptions,
} from "../verbs/windows/index.ts";
import type { Series } from "./series.ts";
import { SeriesVerbs } from "./verbs.ts";
import { SeriesWindow } from "./window.ts";

/** What `ewm` offers. */
export interface Faded {
  /** The weighted means. */
  mean(): Series<number | null>;
  /** The weighted sample variances, corrected for bias. */
  var(): Series<number | null>;
  /** The weighted sample standard deviations. */
  std(): Series<number | null>;
}

/** Sliding, growing and fading windows over the rows. */
export class SeriesWindows<T> extends SeriesVerbs<T> {
  /**
   * Statistics of each row and those before it: `window` rows in all, or those in a time such as
   * `"7d"` or `"1h30min"` up to each row's date. Infinities count as missing.
   *
   * @throws RangeError where `window` is neither a whole number from 1 nor a duration, or dates are not
   * in order; TypeError where there are no dates
   * @example
   * const rain = new Series([0, 3, null, 6]);
   * rain.rolling(2).mean().values; // [null, 1.5, null, null]
   * rain.rolling(2, { minPeriods: 1 }).mean().values; // [0, 1.5, 3, 6]
   * rain.rolling(3, { center: true, minPeriods: 1 }).max().values; // [3, 3, 6, 6]
   * const days = toDatetime(["2026-03-01", "2026-03-02", "2026-03-08", "2026-03-09"]);
   * rain.rolling("7d", { on: days }).sum().values; // [0, 3, 3, 6]
   */
  rolling(window: number, options?: RollingOptions): SeriesWindow;
  rolling(window: string, options?: TimeWindowOptions<Series<Date | null>>): SeriesWindow;
  rolling(
    window: number | string,
    options: RollingOptions & TimeWindowOptions<Series<Date | null>> = {},
  ): SeriesWindow {
    if (typeof window === "string") return this.#during(window, options);
    checkOptions("rolling", options, ["minPeriods", "center"]);
    const size = wholeNumber("rolling", "the window", window, 1);
    const minPeriods = wholeNumber("rolling", "minPeriods", options.minPeriods ?? size, 0);
    if (minPeriods > size) {
      throw new RangeError(
        `rolling: minPeriods is ${minPeriods}, but a window has ${size} rows only.`,
      );
    }
    const rows = rollingWindow(size, options.center ?? false);
    const spans = rollingSpans(rows, this.length);
    return new SeriesWindow(this.data, this.labels, { verb: "rolling", spans, rows, minPeriods });
  }

  #during(window: string, options: TimeWindowOptions<Series<Date | null>>): SeriesWindow {
    checkOptions("rolling", options, ["minPeriods", "on", "closed"]);
    const dates = options.on === undefined ? this.labels : options.on.data;
    if (dates === undefined || !["date", "datetime"].includes(dtypeOf(dates))) {
      throw new TypeError(
        options.on === undefined
          ? 'rolling: a window of time needs dates, and the row labels are none. Name them: { on: df.column("date") }.'
          : `rolling: on is a column of dates; ${JSON.stringify(options.on.name)} is ${options.on.dtype}. Make dates of it with toDatetime.`,
      );
    }
    if (dates.length !== this.length) {
      throw new RangeError(
        `rolling: there are ${dates.length} dates for a column of ${this.length} rows.`,
      );
    }
    const spans = timeSpans(instantsOf(dates), window, options.closed ?? "right");
    const minPeriods = wholeNumber("rolling", "minPeriods", options.minPeriods ?? 1, 0);
    return new SeriesWindow(this.data, this.labels, { verb: "rolling", spans, minPeriods });
  }

  /**
   * Statistics of each row and all before it.
   *
   * @example
   * new Series([3, 1, 2]).expanding().min().values; // [3, 1, 1]
   */
  expanding(options: WindowOptions = {}): SeriesWindow {
    checkOptions("expanding", options, ["minPeriods"]);
    const minPeriods = wholeNumber("expanding", "minPeriods", options.minPeriods ?? 1, 0);
    const view = { verb: "expanding", spans: expandingSpans, minPeriods };
    return new SeriesWindow(this.data, this.labels, view);
  }

  /**
   * Statistics of each row and all before it, older ones weighing less.
   *
   * @throws TypeError where not one of alpha, span, com and halflife is given
   * @example
   * new Series([1, 2, 4]).ewm({ alpha: 0.5, adjust: false }).mean().values; // [1, 1.5, 2.75]
   */
  ewm(options: EwmOptions): Faded {
    checkOptions("ewm", options, [
      "alpha",
      "span",
      "com",
      "halflife",
      "adjust",
      "ignoreNa",
      "minPeriods",
    ]);
    const { mean, variance } = fade(floatsOf(this.data, "ewm", true), options);
    const column = (floats: Float64Array): Series<number | null> =>
      seriesOf(fromFloats(this.name, floats), this.labels);
    return {
      mean: () => column(mean),
      var: () => column(variance),
      std: () => column(variance.map(Math.sqrt)),
    };
  }

  /**
   * Missing values on the straight line between their neighbours, by their positions. Those after the
   * last value repeat it, those before the first stay missing, unless `limitDirection` says otherwise.
   *
   * @example
   * new Series([1, null, null, 4, null]).interpolate().values; // [1, 2, 3, 4, 4]
   * new Series([1, null, null, 4]).interpolate({ limit: 1 }).values; // [1, 2, null, 4]
   */
  interpolate(options: InterpolateOptions = {}): Series<number | null> {
    checkOptions("interpolate", options, ["limit", "limitDirection"]);
    const { limit, limitDirection = "forward" } = options;
    if (limit !== undefined) wholeNumber("interpolate", "limit", limit, 1);
    if (!["forward", "backward", "both"].includes(limitDirection)) {
      throw new TypeError(
        `interpolate: limitDirection is "forward", "backward" or "both"; got ${JSON.stringify(limitDirection)}.`,
      );
    }
    const filled = interpolateFloats(floatsOf(this.data, "interpolate"), options);
    return seriesOf(fromFloats(this.name, filled), this.labels);
  }
}
