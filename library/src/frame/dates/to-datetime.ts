import type { DataFrame } from "../data-frame/data-frame.ts";
import { shown } from "../engine/cell.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { SeriesBase } from "../series/base.ts";
import type { Series } from "../series/series.ts";
import type pl from "nodejs-polars";
import { day, daysInMonth, daysOf, hour, minute, second } from "./civil.ts";
import { guess } from "./guess.ts";
import { type Reading, reader } from "./strptime.ts";
import { fromInstants, instantsOf, knownZone, localize } from "./zones.ts";

const units = { D: day, h: hour, m: minute, min: minute, s: second, ms: 1, us: 1e-3, ns: 1e-6 };

/** What a number counts. */
export type TimeUnit = keyof typeof units;

export interface ToDatetimeOptions {
  /** How the texts are written, such as `"%d.%m.%Y %H:%M"`. Default: as the first one is. */
  readonly format?: string;
  /** Whether "03/04/2024" is the 3rd of April. Default false. */
  readonly dayFirst?: boolean;
  /** Whether a text that is no date is an error (`"raise"`, default) or missing (`"coerce"`). */
  readonly errors?: "raise" | "coerce";
  /** What numbers count since 1970 in UTC. Default `"ms"`, as JavaScript's Date does. */
  readonly unit?: TimeUnit;
  /** The time zone of the result. Texts without a distance to UTC are times of that zone. */
  readonly tz?: string;
}

type Given = Series<Date | null>;
type Source =
  | SeriesBase<string>
  | SeriesBase<string | null>
  | SeriesBase<number>
  | SeriesBase<number | null>
  | SeriesBase<Date>
  | SeriesBase<Date | null>
  | readonly (string | number | Date | null)[];

const isFrame = (value: object): value is DataFrame<never> => "table" in value;
const isSeries = (value: object): value is SeriesBase<unknown> =>
  "data" in value && "labels" in value;

/**
 * Dates from texts, from numbers since 1970, or from columns `year`, `month`, `day` (and `hour`,
 * `minute`, `second`) of a frame. Texts with a distance to UTC become moments in UTC; without one they
 * stay what a clock shows. Times are kept to the millisecond.
 *
 * @throws RangeError naming the text and its row, where it is no date
 * @example
 * toDatetime(["2024-02-29", "2024-03-01 13:05"]).dt.day().values; // [29, 1]
 * toDatetime(["29.02.2024"], { format: "%d.%m.%Y" }).values; // [new Date("2024-02-29")]
 * toDatetime(["03/04/2024"], { dayFirst: true }).dt.month().values; // [4]
 * toDatetime(["soon"], { errors: "coerce" }).values; // [null]
 * toDatetime([1709164800], { unit: "s" }).values; // [new Date("2024-02-29")]
 * toDatetime(new DataFrame({ year: [2024], month: [2], day: [29] })).values; // [new Date("2024-02-29")]
 */
export function toDatetime(
  given: Source | DataFrame<never>,
  options: ToDatetimeOptions = {},
): Given {
  checkOptions("toDatetime", options, ["format", "dayFirst", "errors", "unit", "tz"]);
  const { tz, errors = "raise" } = options;
  if (tz !== undefined) knownZone(tz);
  if (errors !== "raise" && errors !== "coerce") {
    throw new TypeError(`toDatetime: errors is "raise" or "coerce"; got ${shown(errors)}.`);
  }
  if (isFrame(given)) return seriesOf(assembled(given, options), given.table.index);
  const [data, labels] = isSeries(given)
    ? [given.data, given.labels]
    : [toEngine("0", given), undefined];
  return seriesOf(datesFrom(data, options), labels);
}

/** Dates, under danfo's name. */
export const toDateTime = toDatetime;

/** A column of texts, numbers or dates as one of dates. */
export function datesFrom(data: pl.Series, options: ToDatetimeOptions): pl.Series {
  const dtype = dtypeOf(data);
  const { tz, unit = "ms" } = options;
  if (dtype === "date" || dtype === "datetime") {
    return tz === undefined ? data : fromInstants(data.name, instantsOf(data), tz);
  }
  if (data.nullCount() === data.length) {
    return fromInstants(data.name, new Float64Array(data.length).fill(Number.NaN), tz);
  }
  if (isNumeric(dtype)) {
    if (!Object.hasOwn(units, unit)) {
      throw new TypeError(
        `toDatetime: unit is one of ${Object.keys(units).join(", ")}; got ${shown(unit)}.`,
      );
    }
    const counts = fromEngine(data).map((count) =>
      count === null ? Number.NaN : Math.floor(Number(count) * units[unit]),
    );
    return fromInstants(data.name, checked(data, Float64Array.from(counts), options), tz);
  }
  if (dtype !== "string" && dtype !== "category") {
    throw new TypeError(
      `toDatetime takes texts, numbers or dates; column ${JSON.stringify(data.name)} is ${dtype}.`,
    );
  }
  return fromTexts(data, options);
}

/** The moments that a JavaScript Date can hold. */
const limit = 8.64e15;

function checked(
  data: pl.Series,
  instants: Float64Array,
  options: ToDatetimeOptions,
): Float64Array {
  return instants.map((instant, row) => {
    if (!(Math.abs(instant) > limit)) return instant;
    if (options.errors === "coerce") return Number.NaN;
    throw new RangeError(
      `toDatetime: ${shown(fromEngine(data.slice(row, 1))[0])} in row ${row} is beyond the dates there are. Is unit right?`,
    );
  });
}

function fromTexts(data: pl.Series, options: ToDatetimeOptions): pl.Series {
  const { format, dayFirst = false, errors = "raise", tz } = options;
  const texts = fromEngine(data) as (string | null)[];
  const first = texts.find((text) => text !== null && text.trim() !== "") ?? "";
  const way =
    format === undefined
      ? guess(first, dayFirst)
      : { name: JSON.stringify(format), read: reader(format) };
  const known = new Map<string, Reading | undefined>();
  const walls = new Float64Array(texts.length).fill(Number.NaN);
  const zoned = new Float64Array(texts.length).fill(Number.NaN);
  for (let row = 0; row < texts.length; row += 1) {
    const text = texts[row];
    if (text === null || text.trim() === "") continue;
    let reading = known.get(text);
    if (reading === undefined) {
      // Another row may be the first that tells how the texts are written.
      reading =
        way?.read(text) ??
        (format === undefined && errors === "coerce" && way === undefined
          ? guess(text, dayFirst)?.read(text)
          : undefined);
      if (reading !== undefined && known.size < 50_000) known.set(text, reading);
    }
    if (reading === undefined) {
      if (errors === "coerce") continue;
      throw new RangeError(wrong(data.name, text, row, way?.name, options));
    }
    if (reading.offset === undefined) walls[row] = reading.wall;
    else zoned[row] = reading.wall - reading.offset;
  }
  const own =
    tz === undefined
      ? walls
      : localize(walls, tz, {
          nonexistent: errors === "coerce" ? "null" : "raise",
          ambiguous: errors === "coerce" ? "null" : "raise",
        });
  return fromInstants(
    data.name,
    own.map((instant, row) => (Number.isNaN(zoned[row]) ? instant : zoned[row])),
    tz,
  );
}

function wrong(
  name: string,
  text: string,
  row: number,
  way: string | undefined,
  { format, dayFirst = false }: ToDatetimeOptions,
): string {
  const remedies = [
    ...(format === undefined ? [`give the format, such as { format: "%d.%m.%Y" }`] : []),
    ...(format === undefined && !dayFirst && /^\s*\d{1,2}\D/u.test(text) ? ["dayFirst: true"] : []),
    `errors: "coerce" makes it missing`,
  ];
  const expected =
    way === undefined ? "" : ` as ${way}${format === undefined ? ", which the first one is" : ""}`;
  return `toDatetime: ${shown(text)} in row ${row} of ${JSON.stringify(name)} is no date${expected}. Remedy: ${remedies.join("; ")}.`;
}

const parts = ["year", "month", "day", "hour", "minute", "second", "ms"] as const;

function assembled(frame: DataFrame<never>, options: ToDatetimeOptions): pl.Series {
  const data = frame.table.data;
  const names = data.columns;
  const extra = names.filter((name) => !(parts as readonly string[]).includes(name));
  const lacking = ["year", "month", "day"].filter((name) => !names.includes(name));
  if (extra.length + lacking.length > 0) {
    throw new RangeError(
      `toDatetime makes dates of the columns year, month and day (and ${parts.slice(3).join(", ")}); the frame has ${names.join(", ")}.`,
    );
  }
  const columns = parts.map((name) =>
    names.includes(name) ? fromEngine(data.getColumn(name)) : undefined,
  );
  const walls = Float64Array.from({ length: frame.length }, (_, row) => {
    const cells = columns.map((cells) => (cells === undefined ? 0 : cells[row]));
    if (cells.includes(null)) return Number.NaN;
    const [year, month, date, hours, minutes, seconds, ms] = cells.map(Number);
    const fits =
      month >= 1 &&
      month <= 12 &&
      date >= 1 &&
      date <= daysInMonth(year, month) &&
      hours >= 0 &&
      hours < 24 &&
      minutes >= 0 &&
      minutes < 60 &&
      seconds >= 0 &&
      seconds < 60;
    if (fits)
      return (
        daysOf(year, month, date) * day + hours * hour + minutes * minute + seconds * second + ms
      );
    if (options.errors === "coerce") return Number.NaN;
    throw new RangeError(
      `toDatetime: row ${row} is no date: year ${year}, month ${month}, day ${date}.`,
    );
  });
  const { tz } = options;
  return fromInstants("0", tz === undefined ? walls : localize(walls, tz), tz);
}
