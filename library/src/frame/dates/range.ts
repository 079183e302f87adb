import { shown } from "../engine/cell.ts";
import { seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import type { Series } from "../series/series.ts";
import { day } from "./civil.ts";
import { forward, type Frequency, frequency, type Slots } from "./frequency.ts";
import { instantOf } from "./instant.ts";
import { fromInstants, knownZone, localize, wallsIn } from "./zones.ts";

export interface DateRangeOptions {
  /** The first date: a Date, or a text in ISO 8601. */
  readonly start?: Date | string;
  /** The last date; it belongs to the range where a step meets it. */
  readonly end?: Date | string;
  /** How many dates. */
  readonly periods?: number;
  /** The step, such as `"D"`, `"2h"`, `"ME"` or `"B"`. Default `"D"`; without it `periods` divides start to end. */
  readonly freq?: string;
  /** The time zone. Without one the dates are in UTC. */
  readonly tz?: string;
  /** Whether start and end are set to midnight first. Default false. */
  readonly normalize?: boolean;
  /** Which ends belong to the range. Default `"both"`. */
  readonly inclusive?: "both" | "left" | "right" | "neither";
  /** The name of the column. Default `"0"`. */
  readonly name?: string;
}

/** More dates than this are a mistake in an option. */
const most = 50_000_000;

/**
 * Dates at equal steps or by the calendar. Of start, end and periods two are given. The hours of a day
 * on which clocks change are counted as they pass; days and longer steps keep the time of the clock.
 *
 * @throws RangeError where the options do not determine a range
 * @example
 * dateRange({ start: "2024-01-31", periods: 3, freq: "ME" }).dt.day().values; // [31, 29, 31]
 * dateRange({ start: "2024-03-01", end: "2024-03-05", freq: "B" }).dt.day().values; // [1, 4, 5]
 * dateRange({ start: "2024-01-01", end: "2024-01-02", periods: 3 }).dt.hour().values; // [0, 12, 0]
 */
export function dateRange(options: DateRangeOptions): Series<Date> {
  checkOptions("dateRange", options, [
    ...["start", "end", "periods", "freq", "tz", "normalize", "inclusive", "name"],
  ]);
  const { periods, tz, normalize = false, name = "0", inclusive = "both" } = options;
  if (tz !== undefined) knownZone(tz);
  if (periods !== undefined && !(Number.isInteger(periods) && periods >= 0 && periods <= most)) {
    throw new RangeError(`dateRange: periods is a whole number from 0; got ${shown(periods)}.`);
  }
  if (!["both", "left", "right", "neither"].includes(inclusive)) {
    throw new TypeError(
      `dateRange: inclusive is "both", "left", "right" or "neither"; got ${shown(inclusive)}.`,
    );
  }
  const given = [options.start, options.end, periods].filter((one) => one !== undefined).length;
  const divided = given === 3 && options.freq === undefined;
  if (given !== 2 && !divided) {
    throw new RangeError(
      `dateRange takes two of start, end and periods (or all three without freq); got ${given}.`,
    );
  }
  const point = (at: Date | string | undefined): number | undefined => {
    if (at === undefined) return undefined;
    const instant = instantOf("dateRange", at, tz);
    if (!normalize) return instant;
    const wall = tz === undefined ? instant : wallsIn(Float64Array.of(instant), tz)[0];
    const midnight = Math.floor(wall / day) * day;
    return tz === undefined
      ? midnight
      : localize(Float64Array.of(midnight), tz, {
          nonexistent: "shiftForward",
          ambiguous: "earliest",
        })[0];
  };
  const [start, end] = [point(options.start), point(options.end)];
  const instants = divided
    ? evenly(start ?? 0, end ?? 0, periods ?? 0)
    : steps({ start, end, periods }, frequency("dateRange", options.freq ?? "D"), tz);
  const kept = instants.filter(
    (instant) =>
      !(instant === start && (inclusive === "right" || inclusive === "neither")) &&
      !(instant === end && (inclusive === "left" || inclusive === "neither")),
  );
  return seriesOf(fromInstants(name, kept, tz), undefined);
}

function evenly(start: number, end: number, periods: number): Float64Array {
  const step = periods > 1 ? (end - start) / (periods - 1) : 0;
  return Float64Array.from({ length: periods }, (_, at) => Math.floor(start + at * step));
}

interface Ends {
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly periods: number | undefined;
}

function steps(ends: Ends, freq: Frequency, zone: string | undefined): Float64Array {
  const byClock = zone !== undefined && (freq.kind === "slots" || freq.days);
  if (!byClock) return freq.kind === "ticks" ? ticked(ends, freq.ms) : slotted(ends, freq);
  const wall = (instant: number | undefined): number | undefined =>
    instant === undefined ? undefined : wallsIn(Float64Array.of(instant), zone)[0];
  const local = { start: wall(ends.start), end: wall(ends.end), periods: ends.periods };
  const walls = freq.kind === "ticks" ? ticked(local, freq.ms) : slotted(local, freq);
  return localize(walls, zone);
}

function counted(count: number): number {
  if (count <= most) return Math.max(0, count);
  throw new RangeError(`dateRange would make ${count} dates; choose a longer freq.`);
}

function ticked({ start, end, periods }: Ends, ms: number): Float64Array {
  if (start === undefined) {
    const count = periods ?? 0;
    return Float64Array.from({ length: count }, (_, at) => (end ?? 0) - (count - 1 - at) * ms);
  }
  const count = periods ?? counted(Math.floor(((end ?? 0) - start) / ms) + 1);
  return Float64Array.from({ length: count }, (_, at) => start + at * ms);
}

function slotted({ start, end, periods }: Ends, slots: Slots): Float64Array {
  const dayOf = (wall: number): number => Math.floor(wall / day);
  const timeOf = (wall: number): number => wall - dayOf(wall) * day;
  if (start === undefined) {
    const last = slots.at(dayOf(end ?? 0));
    const count = periods ?? 0;
    return Float64Array.from(
      { length: count },
      (_, at) => slots.day(last - (count - 1 - at) * slots.n) * day + timeOf(end ?? 0),
    );
  }
  const first = forward(slots, dayOf(start));
  const time = timeOf(start);
  if (periods !== undefined) {
    return Float64Array.from(
      { length: periods },
      (_, at) => slots.day(first + at * slots.n) * day + time,
    );
  }
  const last = slots.at(dayOf((end ?? 0) - time));
  const count = counted(Math.floor((last - first) / slots.n) + 1);
  return Float64Array.from(
    { length: count },
    (_, at) => slots.day(first + at * slots.n) * day + time,
  );
}
