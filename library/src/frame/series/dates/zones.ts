import { civilOf, day, daysInMonth, daysOf } from "../../dates/civil.ts";
import { durationOf } from "../../dates/durations.ts";
import { forward, frequency } from "../../dates/frequency.ts";
import {
  fromInstants,
  knownZone,
  localize,
  type LocalizeOptions,
  relocalize,
} from "../../dates/zones.ts";
import { shown } from "../../engine/cell.ts";
import { checkOptions } from "../../engine/options.ts";
import { type Dates, type Numbers } from "./base.ts";
import { DateWhole } from "./whole.ts";

/** Steps of the calendar; the time of the clock stays. */
export interface CalendarStep {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
}

/** Time zones, steps in time, and durations. */
export class DateZones extends DateWhole {
  /** The time zone; undefined where the dates have none. */
  get tz(): string | undefined {
    return this.zone;
  }

  /**
   * The same clock times, now as times of a zone; `null` takes the zone away.
   *
   * @throws RangeError where a clock shows a time twice or never, unless the options say what is meant
   * @example
   * const s = toDatetime(["2024-03-31 03:30"]).dt.tzLocalize("Europe/Berlin");
   * s.values; // [new Date("2024-03-31T01:30Z")]
   * toDatetime(["2024-10-27 02:30"]).dt.tzLocalize("Europe/Berlin", { ambiguous: "latest" }).values;
   * // [new Date("2024-10-27T01:30Z")]
   */
  tzLocalize(zone: string | null, options: LocalizeOptions = {}): Dates {
    checkOptions("dt.tzLocalize", options, ["ambiguous", "nonexistent"]);
    check(options, this.of.length);
    const walls = this.walls("tzLocalize");
    if (zone === null) return this.column(fromInstants("", walls));
    if (this.zone !== undefined) {
      throw new TypeError(
        `dt.tzLocalize: column ${JSON.stringify(this.of.name)} is in ${this.zone} already. tzConvert shows it in ${knownZone(zone)}.`,
      );
    }
    return this.column(fromInstants("", localize(walls, knownZone(zone), options), zone));
  }

  /**
   * The same moments, shown by the clocks of another zone; `null` shows them in UTC, without a zone.
   *
   * @throws TypeError where the dates have no zone: tzLocalize gives them one
   * @example
   * const s = toDatetime(["2024-07-01 12:00"], { tz: "UTC" }).dt.tzConvert("America/New_York");
   * s.dt.hour().values; // [8]
   */
  tzConvert(zone: string | null): Dates {
    const instants = this.instants("tzConvert");
    if (this.zone === undefined) {
      throw new TypeError(
        `dt.tzConvert: column ${JSON.stringify(this.of.name)} has no time zone. Give it one first: dt.tzLocalize("UTC").`,
      );
    }
    return this.column(
      zone === null ? fromInstants("", instants) : fromInstants("", instants, knownZone(zone)),
    );
  }

  /**
   * Later by a duration (a text such as `"90min"`, or milliseconds), or by steps of the calendar. A day
   * of the calendar keeps the time of the clock, `"24h"` does not where clocks change.
   *
   * @example
   * toDatetime(["2024-01-31"]).dt.add({ months: 1 }).values; // [new Date("2024-02-29")]
   * toDatetime(["2024-01-31"]).dt.add("36h").dt.hour().values; // [12]
   */
  add(step: string | number | CalendarStep): Dates {
    return this.#moved("add", step, 1);
  }

  /** Earlier by a duration or by steps of the calendar, as {@link add}. */
  sub(step: string | number | CalendarStep): Dates {
    return this.#moved("sub", step, -1);
  }

  /**
   * The next date of a frequency of the calendar, such as `"ME"`, `"W-MON"` or `"B"`; a date that is one
   * stays.
   *
   * @example
   * toDatetime(["2024-02-10", "2024-02-29"]).dt.rollForward("ME").dt.day().values; // [29, 29]
   */
  rollForward(freq: string): Dates {
    return this.#rolled("rollForward", freq, true);
  }

  /** The last date of a frequency of the calendar before, as {@link rollForward}. */
  rollBack(freq: string): Dates {
    return this.#rolled("rollBack", freq, false);
  }

  /**
   * Durations in seconds.
   *
   * @example
   * toTimedelta(["1 days 00:00:01.500"]).dt.totalSeconds().values; // [86401.5]
   */
  totalSeconds(): Numbers {
    return this.amounts(this.durations("totalSeconds").map((ms) => ms / 1000));
  }

  /**
   * The whole days of durations, rounded down.
   *
   * @example
   * toTimedelta(["36h", "-1h"]).dt.days().values; // [1, -1]
   */
  days(): Numbers {
    return this.numbers(this.durations("days"), (ms) => Math.floor(ms / day));
  }

  #moved(verb: string, step: string | number | CalendarStep, sign: number): Dates {
    if (typeof step !== "object" || step === null) {
      const by = sign * durationOf(`dt.${verb}`, step);
      const moved = this.instants(verb).map((instant) => instant + by);
      return this.column(fromInstants("", moved, this.zone));
    }
    checkOptions(`dt.${verb}`, step, ["years", "months", "weeks", "days"]);
    for (const [name, amount] of Object.entries(step)) {
      if (!Number.isInteger(amount)) {
        throw new RangeError(`dt.${verb}: ${name} is a whole number; got ${shown(amount)}.`);
      }
    }
    const { years = 0, months = 0, weeks = 0, days = 0 } = step;
    return this.#byDay(verb, (from) => {
      const civil = civilOf(from);
      const month = civil.year * 12 + civil.month - 1 + sign * (years * 12 + months);
      const [year, own] = [Math.floor(month / 12), (((month % 12) + 12) % 12) + 1];
      const date = Math.min(civil.day, daysInMonth(year, own));
      return daysOf(year, own, date) + sign * (weeks * 7 + days);
    });
  }

  #rolled(verb: string, freq: string, ahead: boolean): Dates {
    const slots = frequency(`dt.${verb}`, freq);
    if (slots.kind === "ticks") {
      throw new RangeError(
        `dt.${verb} takes a frequency of the calendar such as "ME" or "W"; got ${shown(freq)}. dt.ceil and dt.floor take equal steps.`,
      );
    }
    return this.#byDay(verb, (days) => slots.day(ahead ? forward(slots, days) : slots.at(days)));
  }

  /** Other days, the same time of the clock. */
  #byDay(verb: string, move: (days: number) => number): Dates {
    const walls = this.walls(verb).map((wall) => {
      const days = Math.floor(wall / day);
      return Number.isNaN(wall) ? wall : wall + (move(days) - days) * day;
    });
    const zone = this.zone;
    const instants = zone === undefined ? walls : relocalize(walls, zone, this.instants(verb));
    return this.column(fromInstants("", instants, zone));
  }
}

function check({ ambiguous, nonexistent }: LocalizeOptions, rows: number): void {
  if (Array.isArray(ambiguous)) {
    if (ambiguous.length !== rows) {
      throw new RangeError(
        `dt.tzLocalize: ambiguous has ${ambiguous.length} booleans for ${rows} rows.`,
      );
    }
  } else if (
    ambiguous !== undefined &&
    !["raise", "earliest", "latest", "infer", "null"].includes(ambiguous as string)
  ) {
    throw new TypeError(
      `dt.tzLocalize: ambiguous is "raise", "earliest", "latest", "infer", "null" or booleans; got ${shown(ambiguous)}.`,
    );
  }
  if (
    nonexistent !== undefined &&
    !["raise", "shiftForward", "shiftBackward", "null"].includes(nonexistent)
  ) {
    throw new TypeError(
      `dt.tzLocalize: nonexistent is "raise", "shiftForward", "shiftBackward" or "null"; got ${shown(nonexistent)}.`,
    );
  }
}
