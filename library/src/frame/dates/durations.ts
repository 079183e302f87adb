import pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { map } from "../engine/compute.ts";
import { day, hour, minute, second } from "./civil.ts";

const units: Readonly<Record<string, number>> = {
  w: 7 * day,
  week: 7 * day,
  weeks: 7 * day,
  d: day,
  day,
  days: day,
  h: hour,
  hr: hour,
  hour,
  hours: hour,
  m: minute,
  min: minute,
  minute,
  minutes: minute,
  s: second,
  sec: second,
  second,
  seconds: second,
  ms: 1,
  milli: 1,
  millis: 1,
  millisecond: 1,
  milliseconds: 1,
  us: 1e-3,
  µs: 1e-3,
  microsecond: 1e-3,
  microseconds: 1e-3,
  ns: 1e-6,
  nanosecond: 1e-6,
  nanoseconds: 1e-6,
};

const iso = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/u;
const clock = /^(\d+):(\d\d)(?::(\d\d)(?:\.(\d+))?)?$/u;

/** A duration such as "1 days 02:30:00", "90min", "1h30m" or "PT1H" in milliseconds; or undefined. */
export function readDuration(text: string): number | undefined {
  const bare = text.trim();
  const written = iso.exec(bare);
  if (written !== null && /\d/u.test(bare)) {
    const [, sign, weeks, days, hours, minutes, seconds] = written;
    const amounts = [weeks, days, hours, minutes, seconds].map((amount) => Number(amount ?? 0));
    const sizes = [7 * day, day, hour, minute, second];
    const total = amounts.reduce((sum, amount, at) => sum + amount * sizes[at], 0);
    return Math.round(sign === "-" ? -total : total);
  }
  // As pandas writes them: "-1 days +02:00:00" is 22 hours before.
  const [, back, ahead] = /^-\s*(.+?)\s*\+\s*(.+)$/su.exec(bare) ?? [];
  if (ahead !== undefined) {
    const [less, more] = [amountOf(back), amountOf(ahead)];
    return less === undefined || more === undefined ? undefined : Math.round(more - less);
  }
  const [, sign, rest] = /^([+-]?)\s*(.*)$/su.exec(bare) ?? [];
  const total = amountOf(rest ?? "");
  return total === undefined ? undefined : Math.round(sign === "-" ? -total : total);
}

function amountOf(text: string): number | undefined {
  let [left, total, some] = [text, 0, false];
  while (left !== "") {
    const [piece, amount, unit] =
      /^(\d+(?:\.\d+)?|\.\d+)\s*([a-zµ]+)(?![a-z])[\s,]*/iu.exec(left) ?? [];
    if (piece === undefined) {
      const [, hours, minutes, seconds, fraction] = clock.exec(left.trim()) ?? [];
      if (hours === undefined) return undefined;
      const clockwise =
        Number(hours) * hour + Number(minutes) * minute + Number(seconds ?? 0) * second;
      return total + clockwise + (fraction === undefined ? 0 : Number(`0.${fraction}`) * second);
    }
    const size = units[unit] ?? units[unit.toLowerCase()];
    if (size === undefined) return undefined;
    total += Number(amount) * size;
    some = true;
    left = left.slice(piece.length);
  }
  return some ? total : undefined;
}

/** A duration given as a text or in milliseconds. */
export function durationOf(verb: string, value: string | number): number {
  const ms =
    typeof value === "number" ? value : typeof value === "string" ? readDuration(value) : undefined;
  if (ms !== undefined && Number.isFinite(ms)) return ms;
  throw new RangeError(
    `${verb}: ${shown(value)} is no duration; write such as "7d", "1h30min", "1 days 02:00:00", or milliseconds.`,
  );
}

const two = (value: number): string => String(value).padStart(2, "0");

/** "1 days 02:00:00", as pandas shows it. Before zero the days are rounded down. */
export function durationText(ms: number): string {
  const days = Math.floor(ms / day);
  const rest = ms - days * day;
  const time = [
    Math.floor(rest / hour),
    Math.floor(rest / minute) % 60,
    Math.floor(rest / second) % 60,
  ];
  const fraction = rest % second;
  const text = `${days} days ${days < 0 ? "+" : ""}${time.map(two).join(":")}`;
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(3, "0")}`;
}

/** A column of durations; NaN is missing. */
export const fromDurations = (name: string, ms: Float64Array): pl.Series =>
  map(pl.Series(name, ms), (x) => x)
    .cast(pl.Int64)
    .cast(pl.Duration("ms"))
    .alias(name);

/** The durations of a column in milliseconds; NaN is missing. */
export function durationsOf(series: pl.Series): Float64Array {
  const frame = pl.DataFrame([series.cast(pl.Duration("ms")).cast(pl.Int64).alias("x")]);
  const filled = frame.select(pl.col("x").cast(pl.Float64).fillNull(pl.lit(Number.NaN)));
  return Float64Array.from(filled.toSeries(0).toTypedArray() as ArrayLike<number>);
}
