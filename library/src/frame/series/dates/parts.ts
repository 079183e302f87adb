import {
  civilOf,
  day,
  dayNames,
  daysInMonth,
  daysOf,
  hour,
  isLeapYear,
  isoWeekOf,
  minute,
  monthNames,
  second,
  weekdayOf,
} from "../../dates/civil.ts";
import pl from "nodejs-polars";
import { map } from "../../engine/compute.ts";
import type { Series } from "../series.ts";
import { DateBase, type Numbers } from "./base.ts";

/** The parts of dates, as a clock of the column's zone (or in UTC) shows them. */
export class DateParts extends DateBase {
  /**
   * @example
   * new Series([new Date("2024-02-29")]).dt.year().values; // [2024]
   */
  year(): Numbers {
    return this.ofDay("year", (days) => civilOf(days).year);
  }

  /**
   * The quarter, from 1.
   *
   * @example
   * new Series([new Date("2024-05-01")]).dt.quarter().values; // [2]
   */
  quarter(): Numbers {
    return this.ofDay("quarter", (days) => Math.ceil(civilOf(days).month / 3));
  }

  /**
   * The month, January being 1 (danfo counts from 0).
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.month().values; // [2]
   */
  month(): Numbers {
    return this.ofDay("month", (days) => civilOf(days).month);
  }

  /**
   * The day of the month, under pandas' name.
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.day().values; // [29]
   */
  day(): Numbers {
    return this.ofDay("day", (days) => civilOf(days).day);
  }

  /**
   * @example
   * new Series([new Date("2024-02-29")]).dt.dayOfMonth().values; // [29]
   */
  dayOfMonth(): Numbers {
    return this.day();
  }

  /**
   * The day of the week, Monday being 0 as in pandas (danfo counts from Sunday).
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.dayOfWeek().values; // [3]
   */
  dayOfWeek(): Numbers {
    return this.ofDay("dayOfWeek", weekdayOf);
  }

  /** The day of the week, Monday being 0. */
  weekday(): Numbers {
    return this.dayOfWeek();
  }

  /**
   * The day of the year, from 1.
   *
   * @example
   * new Series([new Date("2024-12-31")]).dt.dayOfYear().values; // [366]
   */
  dayOfYear(): Numbers {
    return this.ofDay("dayOfYear", (days) => days - daysOf(civilOf(days).year, 1, 1) + 1);
  }

  /**
   * The week of ISO 8601, which begins on Monday; the first one has the year's first Thursday.
   *
   * @example
   * new Series([new Date("2024-12-30")]).dt.week().values; // [1]
   */
  week(): Numbers {
    return this.ofDay("week", (days) => isoWeekOf(days).week);
  }

  /** The year that the week of ISO 8601 belongs to. */
  isoYear(): Numbers {
    return this.ofDay("isoYear", (days) => isoWeekOf(days).year);
  }

  /**
   * @example
   * new Series([new Date("2024-02-29T13:05:09Z")]).dt.hours().values; // [13]
   */
  hours(): Numbers {
    return this.ofTime("hours", (time) => Math.floor(time / hour));
  }

  /** The hour, under pandas' name. */
  hour(): Numbers {
    return this.hours();
  }

  /**
   * @example
   * new Series([new Date("2024-02-29T13:05:09Z")]).dt.minutes().values; // [5]
   */
  minutes(): Numbers {
    return this.ofTime("minutes", (time) => Math.floor(time / minute) % 60);
  }

  /** The minute, under pandas' name. */
  minute(): Numbers {
    return this.minutes();
  }

  /**
   * The second; of durations, the seconds beyond whole days, as in pandas.
   *
   * @example
   * new Series([new Date("2024-02-29T13:05:09Z")]).dt.seconds().values; // [9]
   */
  seconds(): Numbers {
    if (!this.lasting) return this.ofTime("seconds", (time) => Math.floor(time / second) % 60);
    return this.numbers(this.durations("seconds"), (ms) =>
      Math.floor((ms - Math.floor(ms / day) * day) / second),
    );
  }

  /** The second, under pandas' name. */
  second(): Numbers {
    this.walls("second");
    return this.seconds();
  }

  /** The fraction of a second, in milliseconds. */
  millisecond(): Numbers {
    return this.ofTime("millisecond", (time) => time % second);
  }

  /** The fraction of a second, in microseconds, which a column read from a file may have. */
  microsecond(): Numbers {
    if (this.of.dtype === "date") return this.millisecond();
    this.walls("microsecond");
    return this.column(
      map(this.of.data, (x) =>
        x.dt.nanosecond().cast(pl.Float64).div(pl.lit(1000)).floor().cast(pl.Int64),
      ),
    );
  }

  /**
   * The English name of the month.
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.monthName().values; // ["February"]
   */
  monthName(): Series<string | null> {
    return this.texts(
      this.walls("monthName"),
      (wall) => monthNames[civilOf(Math.floor(wall / day)).month - 1],
    );
  }

  /**
   * The English name of the day of the week.
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.dayName().values; // ["Thursday"]
   */
  dayName(): Series<string | null> {
    return this.texts(this.walls("dayName"), (wall) => dayNames[weekdayOf(Math.floor(wall / day))]);
  }

  /**
   * The English name of the day of the week, under danfo's name.
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.dayOfWeekName().values; // ["Thursday"]
   */
  dayOfWeekName(): Series<string | null> {
    return this.dayName();
  }

  /** How many days the month has. */
  daysInMonth(): Numbers {
    return this.ofDay("daysInMonth", (days) => {
      const { year, month } = civilOf(days);
      return daysInMonth(year, month);
    });
  }

  /**
   * Where the year has a 29th of February. Missing gives false, here and below.
   *
   * @example
   * new Series([new Date("2024-01-01"), new Date("1900-01-01")]).dt.isLeapYear().values; // [true, false]
   */
  isLeapYear(): Series<boolean> {
    return this.where("isLeapYear", (days) => isLeapYear(civilOf(days).year));
  }

  /** Where the day is the first of its month. */
  isMonthStart(): Series<boolean> {
    return this.where("isMonthStart", (days) => civilOf(days).day === 1);
  }

  /**
   * Where the day is the last of its month.
   *
   * @example
   * new Series([new Date("2024-02-29"), new Date("2023-02-27")]).dt.isMonthEnd().values; // [true, false]
   */
  isMonthEnd(): Series<boolean> {
    return this.where("isMonthEnd", (days) => civilOf(days + 1).day === 1);
  }

  /** Where the day is the first of its quarter. */
  isQuarterStart(): Series<boolean> {
    return this.where("isQuarterStart", (days) => startsPeriod(days, 3));
  }

  /** Where the day is the last of its quarter. */
  isQuarterEnd(): Series<boolean> {
    return this.where("isQuarterEnd", (days) => startsPeriod(days + 1, 3));
  }

  /** Where the day is the first of its year. */
  isYearStart(): Series<boolean> {
    return this.where("isYearStart", (days) => startsPeriod(days, 12));
  }

  /** Where the day is the last of its year. */
  isYearEnd(): Series<boolean> {
    return this.where("isYearEnd", (days) => startsPeriod(days + 1, 12));
  }
}

function startsPeriod(days: number, months: number): boolean {
  const civil = civilOf(days);
  return civil.day === 1 && (civil.month - 1) % months === 0;
}
