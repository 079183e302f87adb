import type pl from "nodejs-polars";
import { map } from "../engine/compute.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { seriesOf } from "../engine/make.ts";
import type { SeriesBase } from "./base.ts";
import type { Series } from "./series.ts";

/** The parts of the dates of a column (in UTC), under `series.dt`. Missing values stay missing. */
export class DateAccessor {
  readonly #of: SeriesBase<unknown>;

  /** @internal */
  constructor(of: SeriesBase<unknown>) {
    const dtype = dtypeOf(of.data);
    if (dtype !== "date" && dtype !== "datetime") {
      throw new TypeError(
        `.dt is for dates; column ${JSON.stringify(of.name)} is ${dtype}. Read it with parseDates.`,
      );
    }
    this.#of = of;
  }

  /**
   * @example
   * new Series([new Date("2024-02-29")]).dt.year().values; // [2024]
   */
  year(): Series<number | null> {
    return this.#map((x) => x.dt.year());
  }

  /**
   * The month, January being 1 (danfo counts from 0).
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.month().values; // [2]
   */
  month(): Series<number | null> {
    return this.#map((x) => x.dt.month());
  }

  /**
   * @example
   * new Series([new Date("2024-02-29")]).dt.dayOfMonth().values; // [29]
   */
  dayOfMonth(): Series<number | null> {
    return this.#map((x) => x.dt.day());
  }

  /**
   * The day of the week, Monday being 0 as in pandas (danfo counts from Sunday).
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.dayOfWeek().values; // [3]
   */
  dayOfWeek(): Series<number | null> {
    return this.#map((x) => x.dt.weekday().sub(1));
  }

  /**
   * @example
   * new Series([new Date("2024-02-29T13:05:09Z")]).dt.hours().values; // [13]
   */
  hours(): Series<number | null> {
    return this.#map((x) => x.dt.hour());
  }

  /**
   * @example
   * new Series([new Date("2024-02-29T13:05:09Z")]).dt.minutes().values; // [5]
   */
  minutes(): Series<number | null> {
    return this.#map((x) => x.dt.minute());
  }

  /**
   * @example
   * new Series([new Date("2024-02-29T13:05:09Z")]).dt.seconds().values; // [9]
   */
  seconds(): Series<number | null> {
    return this.#map((x) => x.dt.second());
  }

  /**
   * The English name of the month.
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.monthName().values; // ["February"]
   */
  monthName(): Series<string | null> {
    return this.#map((x) => x.dt.strftime("%B"));
  }

  /**
   * The English name of the day of the week.
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.dayOfWeekName().values; // ["Thursday"]
   */
  dayOfWeekName(): Series<string | null> {
    return this.#map((x) => x.dt.strftime("%A"));
  }

  #map<U>(operate: (x: pl.Expr) => pl.Expr): Series<U> {
    return seriesOf(map(this.#of.data, operate), this.#of.labels);
  }
}
