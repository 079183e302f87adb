import pl from "nodejs-polars";
import { map } from "../engine/compute.ts";
import { type DType, variantOf } from "../engine/dtypes.ts";
import { knownColumns } from "../engine/names.ts";
import { castTo, nanToNull, toEngine } from "../engine/to-engine.ts";

import { asBooleans, type TextOptions, withoutThousands } from "./texts.ts";

interface Wishes extends TextOptions {
  readonly dtypes?: Readonly<Partial<Record<string, DType>>>;
  readonly parseDates?: boolean | readonly string[];
}

/** Whole days where every text is one; otherwise dates with their times, in UTC. */
function asDates(series: pl.Series): pl.Series {
  const variant = variantOf(series);
  if (variant === "Date" || variant === "Datetime") return series;
  const days: pl.Series = series.str.strptime(pl.Date, "%Y-%m-%d");
  const longest = map(series, (x) => x.str.lengths().max()).toArray()[0] as number | null;
  // The engine passes over what follows a day.
  if ((longest ?? 0) <= "2024-02-29".length && days.nullCount() === series.nullCount()) return days;
  const text = series.cast(pl.Utf8).toArray() as (string | null)[];
  const times = text.map((written) => (written === null ? Number.NaN : utc(written)));
  const wrong = times.findIndex((time, row) => Number.isNaN(time) && text[row] !== null);
  if (wrong >= 0) {
    throw new TypeError(
      `Column ${JSON.stringify(series.name)} has ${JSON.stringify(text[wrong])} in row ${wrong}, which is no date.`,
    );
  }
  return toEngine(
    series.name,
    times.map((time) => (Number.isNaN(time) ? null : new Date(time))),
  );
}

/** A time without a zone is taken as UTC, not as the time of whoever reads the file. */
function utc(text: string): number {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/iu.test(text);
  const local = Date.parse(zoned ? text : `${text.replace(" ", "T")}Z`);
  return Number.isNaN(local) ? Date.parse(zoned ? text : `${text} UTC`) : local;
}

/** Numbers written with spaces around them, which the engine reads as texts. */
function asNumbers(series: pl.Series): pl.Series {
  const [first] = series.dropNulls().head(1).toArray() as unknown[];
  if (!/^\s*[-+]?\.?\d/u.test(String(first)) || !/^\s|\s$/u.test(String(first))) return series;
  const bare: pl.Series = series.str.strip();
  for (const type of [pl.Int64, pl.Float64]) {
    const numbers = bare.cast(type);
    if (numbers.nullCount() === series.nullCount()) return numbers;
  }
  return series;
}

/** Gives the columns of a file the types that were asked for, and pandas' reading of the rest. */
export function settleTypes(frame: pl.DataFrame, wishes: Wishes): pl.DataFrame {
  const dates = Array.isArray(wishes.parseDates) ? (wishes.parseDates as readonly string[]) : [];
  knownColumns([...Object.keys(wishes.dtypes ?? {}), ...dates], frame.columns);
  const columns = frame.getColumns().map((raw) => {
    const series = raw;
    const wanted = wishes.dtypes?.[series.name];
    if (wanted !== undefined) return castTo(series, wanted);
    if (dates.includes(series.name)) return asDates(series).alias(series.name);
    const variant = variantOf(series);
    // Integers of more than 64 bits have no number in JavaScript: their digits stay text.
    if (variant === "Unknown") return series.cast(pl.Utf8);
    if (variant === "Utf8" || variant === "String")
      return asNumbers(withoutThousands(asBooleans(series, wishes), wishes)).alias(series.name);
    return nanToNull(series);
  });
  return pl.DataFrame(columns);
}
