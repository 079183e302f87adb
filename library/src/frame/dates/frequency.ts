import { shown } from "../engine/cell.ts";
import { civilOf, day, daysInMonth, daysOf, hour, minute, second, weekdayOf } from "./civil.ts";

/** Equal steps, such as "6h"; of "D" each is a day of the calendar, not 24 hours. */
export interface Ticks {
  readonly kind: "ticks";
  readonly ms: number;
  readonly days: boolean;
}

/** Days of the calendar that are numbered one after the other: month ends, Sundays, working days. */
export interface Slots {
  readonly kind: "slots";
  /** Every nth. */
  readonly n: number;
  /** Whether the day is the last of its period, which then lasts until midnight. */
  readonly end: boolean;
  readonly name: string;
  /** The last number whose day is not after this one. */
  readonly at: (days: number) => number;
  /** The day of a number. */
  readonly day: (slot: number) => number;
}

export type Frequency = Ticks | Slots;

const ticks: Readonly<Record<string, number>> = { h: hour, min: minute, s: second, ms: 1 };
const older: Readonly<Record<string, string>> = {
  M: "ME",
  Q: "QE",
  Y: "YE",
  A: "YE",
  H: "h",
  T: "min",
  S: "s",
  L: "ms",
  BM: "BME",
};
const weekdays = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

function week(n: number, anchor: string | undefined): Slots {
  const weekday = weekdays.indexOf(anchor ?? "SUN");
  if (weekday < 0)
    throw new RangeError(`A week ends on one of ${weekdays.join(", ")}; got "${anchor}".`);
  // 1970-01-05 was a Monday.
  const first = 4 + weekday;
  return {
    kind: "slots",
    n,
    end: true,
    name: "W",
    at: (days) => Math.floor((days - first) / 7),
    day: (slot) => slot * 7 + first,
  };
}

/** The weekdays from Monday to Friday, numbered. */
const workday = (n: number): Slots => ({
  kind: "slots",
  n,
  end: false,
  name: "B",
  at: (days) => Math.floor((days - 4) / 7) * 5 + Math.min(4, weekdayOf(days)),
  day: (slot) => Math.floor(slot / 5) * 7 + 4 + (((slot % 5) + 5) % 5),
});

/** First and last days of periods of `size` months; `month` (from 0) is one in which a period begins or ends. */
function monthly(n: number, name: string, size: number, month: number): Slots {
  const [end, business] = [name.endsWith("E"), name.startsWith("B")];
  const dayOf = (slot: number): number => {
    const months = slot * size + month;
    const [year, own] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
    const exact = daysOf(year, own, end ? daysInMonth(year, own) : 1);
    if (!business) return exact;
    const beyond = weekdayOf(exact) - 4;
    if (beyond <= 0) return exact;
    return end ? exact - beyond : exact + 3 - beyond;
  };
  return {
    kind: "slots",
    n,
    end,
    name,
    at: (days) => {
      const civil = civilOf(days);
      const slot = Math.floor((civil.year * 12 + civil.month - 1 - month) / size) + 1;
      return dayOf(slot) <= days ? slot : dayOf(slot - 1) <= days ? slot - 1 : slot - 2;
    },
    day: dayOf,
  };
}

const sizes: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12 };

function anchored(n: number, unit: string, anchor: string | undefined): Frequency | undefined {
  if (unit === "W") return week(n, anchor);
  if (unit === "B" && anchor === undefined) return workday(n);
  const [, , period, side] = /^(B?)([MQY])([SE])$/u.exec(unit) ?? [];
  if (period === undefined || (period === "M" && anchor !== undefined)) return undefined;
  const month = anchor === undefined ? (side === "S" ? 0 : 11) : months.indexOf(anchor);
  if (month < 0)
    throw new RangeError(`A year begins in one of ${months.join(", ")}; got "${anchor}".`);
  return monthly(n, unit, sizes[period], period === "M" ? 0 : month);
}

/**
 * A frequency in pandas' notation: `"D"`, `"h"`, `"min"`, `"s"`, `"ms"`, `"W"`, `"W-MON"`, `"ME"`,
 * `"MS"`, `"QE"`, `"QS"`, `"YE"`, `"YS"`, `"B"`, `"BME"` …, each with a number before it, and sums of
 * equal steps such as `"1h30min"`.
 */
export function frequency(verb: string, text: unknown): Frequency {
  if (typeof text === "string") {
    const [, count, unit, anchor] =
      /^\s*(\d+)?\s*([A-Za-z]+)(?:-([A-Z]{3}))?\s*$/u.exec(text) ?? [];
    const n = count === undefined ? 1 : Number(count);
    if (unit !== undefined && n > 0) {
      if (/^[Dd]$/u.test(unit) && anchor === undefined)
        return { kind: "ticks", ms: n * day, days: true };
      const slots = anchored(n, unit, anchor);
      if (slots !== undefined) return slots;
      if (Object.hasOwn(older, unit)) {
        throw new RangeError(
          `${verb}: ${shown(text)} is now written ${shown(`${count ?? ""}${older[unit]}`)}.`,
        );
      }
    }
    const pieces = Array.from(text.matchAll(/(\d+(?:\.\d+)?)?\s*(ms|min|h|s|D)(?![a-z])/gu));
    const total = pieces.reduce(
      (sum, [, amount, name]) => sum + Number(amount ?? 1) * (ticks[name] ?? day),
      0,
    );
    const written = pieces.map(([piece]) => piece).join("");
    if (
      written.replaceAll(" ", "") === text.replaceAll(" ", "") &&
      Number.isInteger(total) &&
      total > 0
    ) {
      return { kind: "ticks", ms: total, days: false };
    }
  }
  throw new RangeError(
    `${verb}: ${shown(text)} is no frequency; they are D, h, min, s, ms, W (W-MON), B, MS, ME, QS, QE, YS, YE, BMS, BME, with a number before them, such as "15min" or "2ME".`,
  );
}

/** The least step to a day of the frequency that is not before this one. */
export const forward = (slots: Slots, days: number): number => {
  const slot = slots.at(days);
  return slots.day(slot) === days ? slot : slot + 1;
};
