import pl from "nodejs-polars";
import { civilOf, day, hour, minute, second, weekdayOf } from "../../dates/civil.ts";
import { fromDurations } from "../../dates/durations.ts";
import { frequency } from "../../dates/frequency.ts";
import { formatter } from "../../dates/strftime.ts";
import { fromInstants, relocalize } from "../../dates/zones.ts";
import { shown } from "../../engine/cell.ts";
import { map } from "../../engine/compute.ts";
import type { Series } from "../series.ts";
import type { Dates } from "./base.ts";
import { DateParts } from "./parts.ts";

type Rounding = (value: number) => number;

/** The even one of two whole numbers at the same distance. */
const halfEven: Rounding = (value) => {
  const low = Math.floor(value);
  const rest = value - low;
  if (rest !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
};

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");
const dayText = (days: number): string => {
  const civil = civilOf(days);
  return `${pad(civil.year, 4)}-${pad(civil.month)}-${pad(civil.day)}`;
};

const periods: Readonly<Record<string, (wall: number, days: number) => string>> = {
  Y: (_, days) => pad(civilOf(days).year, 4),
  Q: (_, days) => `${pad(civilOf(days).year, 4)}Q${Math.ceil(civilOf(days).month / 3)}`,
  M: (_, days) => dayText(days).slice(0, -3),
  W: (_, days) => {
    const monday = days - weekdayOf(days);
    return `${dayText(monday)}/${dayText(monday + 6)}`;
  },
  D: (_, days) => dayText(days),
  h: (wall, days) => `${dayText(days)} ${pad(hoursOf(wall, days))}:00`,
  min: (wall, days) => `${dayText(days)} ${timeText(wall - days * day, 5)}`,
  s: (wall, days) => `${dayText(days)} ${timeText(wall - days * day, 8)}`,
};

const hoursOf = (wall: number, days: number): number => Math.floor((wall - days * day) / hour);

function timeText(time: number, length = 12): string {
  const parts = [
    Math.floor(time / hour),
    Math.floor(time / minute) % 60,
    Math.floor(time / second) % 60,
  ];
  const fraction = time % second;
  const text = parts.map((part) => pad(part)).join(":");
  return (fraction === 0 ? text : `${text}.${pad(fraction, 3)}`).slice(0, length);
}

/** Dates made coarser, and written out. */
export class DateWhole extends DateParts {
  /**
   * Times rounded down to a multiple of a step, such as `"h"`, `"15min"` or `"D"`, as the clock shows
   * them. Durations too.
   *
   * @throws RangeError for a step of the calendar, such as a month
   * @example
   * new Series([new Date("2024-02-29T13:05:09Z")]).dt.floor("15min").dt.minute().values; // [0]
   */
  floor(freq: string): Dates {
    return this.#rounded("floor", freq, Math.floor);
  }

  /** As {@link floor}, rounded up. */
  ceil(freq: string): Dates {
    return this.#rounded("ceil", freq, Math.ceil);
  }

  /** As {@link floor}, to the nearest; a half goes to the even multiple. */
  round(freq: string): Dates {
    return this.#rounded("round", freq, halfEven);
  }

  /**
   * Midnight of each day.
   *
   * @example
   * new Series([new Date("2024-02-29T13:05:09Z")]).dt.normalize().values; // [new Date("2024-02-29")]
   */
  normalize(): Dates {
    return this.#rounded("normalize", "D", Math.floor);
  }

  /** The days alone, of dtype `date`. */
  date(): Dates {
    return this.column(fromInstants("", this.walls("date")).cast(pl.Date));
  }

  /**
   * The times of day as texts.
   *
   * @example
   * new Series([new Date("2024-02-29T13:05:09.250Z")]).dt.time().values; // ["13:05:09.250"]
   */
  time(): Series<string | null> {
    return this.texts(this.walls("time"), (wall) => timeText(wall - Math.floor(wall / day) * day));
  }

  /**
   * Written by a format: `%Y %m %d %H %M %S %f %j %a %A %b %B %p %V %z` and the others that Python has.
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.strftime("%d.%m.%Y, %A").values; // ["29.02.2024, Thursday"]
   */
  strftime(format: string): Series<string | null> {
    const write = formatter(format);
    const walls = this.walls("strftime");
    const zone = this.zone;
    const instants = zone === undefined ? walls : this.instants("strftime");
    const names =
      zone !== undefined && /%Z/u.test(format)
        ? (map(this.of.data, (x) => x.dt.strftime("%Z")).toArray() as (string | null)[])
        : [];
    return this.texts(walls, (wall, row) =>
      write(wall, zone === undefined ? undefined : wall - instants[row], names[row] ?? ""),
    );
  }

  /**
   * The period that a date lies in, as pandas writes it: of `"Y"`, `"Q"`, `"M"`, `"W"`, `"D"`, `"h"`,
   * `"min"` or `"s"`.
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.toPeriod("Q").values; // ["2024Q1"]
   * new Series([new Date("2024-02-29")]).dt.toPeriod("M").values; // ["2024-02"]
   */
  toPeriod(freq: "Y" | "Q" | "M" | "W" | "D" | "h" | "min" | "s"): Series<string | null> {
    if (!Object.hasOwn(periods, freq)) {
      throw new RangeError(
        `dt.toPeriod takes one of ${Object.keys(periods).join(", ")}; got ${shown(freq)}.`,
      );
    }
    const write = periods[freq];
    return this.texts(this.walls("toPeriod"), (wall) => write(wall, Math.floor(wall / day)));
  }

  #rounded(verb: string, freq: string, rounding: Rounding): Dates {
    const step = frequency(`dt.${verb}`, freq);
    if (step.kind === "slots") {
      throw new RangeError(
        `dt.${verb} takes equal steps such as "h", "15min" or "D"; got ${shown(freq)}. toPeriod names the month, week or year.`,
      );
    }
    const round = (value: number): number => rounding(value / step.ms) * step.ms;
    if (this.lasting) return this.column(fromDurations("", this.durations(verb).map(round)));
    const walls = this.walls(verb).map(round);
    const zone = this.zone;
    const instants = zone === undefined ? walls : relocalize(walls, zone, this.instants(verb));
    return this.column(fromInstants("", instants, zone));
  }
}
