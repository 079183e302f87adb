import { shown } from "../engine/cell.ts";
import {
  civilOf,
  day,
  dayNames,
  daysOf,
  hour,
  isoWeekOf,
  minute,
  monthNames,
  second,
  weekdayOf,
} from "./civil.ts";

const two = (value: number): string => String(value).padStart(2, "0");
const three = (value: number): string => String(value).padStart(3, "0");
const fourYear = (year: number): string =>
  (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");

/** One moment taken apart, as a clock shows it. */
interface Moment {
  readonly wall: number;
  /** Days since 1970. */
  readonly days: number;
  /** Milliseconds since midnight. */
  readonly time: number;
  /** The clock's distance to UTC; undefined without a zone. */
  readonly offset: number | undefined;
  readonly zone: string;
}

const ofYear = ({ days }: Moment): number => days - daysOf(civilOf(days).year, 1, 1);
const hours = ({ time }: Moment): number => Math.floor(time / hour);

/** "+02:00", or "+0200" with another separator. */
export function offsetText(offset: number, separator = ":"): string {
  const minutes = Math.floor(Math.abs(offset) / minute);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

const directives: Readonly<Record<string, (moment: Moment) => string>> = {
  Y: ({ days }) => fourYear(civilOf(days).year),
  y: ({ days }) => two(((civilOf(days).year % 100) + 100) % 100),
  m: ({ days }) => two(civilOf(days).month),
  d: ({ days }) => two(civilOf(days).day),
  e: ({ days }) => String(civilOf(days).day).padStart(2, " "),
  H: (moment) => two(hours(moment)),
  I: (moment) => two(((hours(moment) + 11) % 12) + 1),
  M: ({ time }) => two(Math.floor(time / minute) % 60),
  S: ({ time }) => two(Math.floor(time / second) % 60),
  f: ({ time }) => `${three(time % second)}000`,
  p: (moment) => (hours(moment) < 12 ? "AM" : "PM"),
  j: (moment) => three(ofYear(moment) + 1),
  a: ({ days }) => dayNames[weekdayOf(days)].slice(0, 3),
  A: ({ days }) => dayNames[weekdayOf(days)],
  b: ({ days }) => monthNames[civilOf(days).month - 1].slice(0, 3),
  B: ({ days }) => monthNames[civilOf(days).month - 1],
  u: ({ days }) => String(weekdayOf(days) + 1),
  w: ({ days }) => String((weekdayOf(days) + 1) % 7),
  V: ({ days }) => two(isoWeekOf(days).week),
  G: ({ days }) => fourYear(isoWeekOf(days).year),
  U: (moment) => two(Math.floor((ofYear(moment) + 7 - ((weekdayOf(moment.days) + 1) % 7)) / 7)),
  W: (moment) => two(Math.floor((ofYear(moment) + 7 - weekdayOf(moment.days)) / 7)),
  z: ({ offset }) => (offset === undefined ? "" : offsetText(offset, "")),
  Z: ({ zone }) => zone,
  "%": () => "%",
};

const composed: Readonly<Record<string, string>> = {
  F: "%Y-%m-%d",
  D: "%m/%d/%y",
  T: "%H:%M:%S",
  R: "%H:%M",
  c: "%a %b %e %H:%M:%S %Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
};

/** A format such as `"%d.%m.%Y"` as a function; an unknown directive is an error. */
export function formatter(
  format: string,
): (wall: number, offset: number | undefined, zone: string) => string {
  if (typeof format !== "string") {
    throw new TypeError(`dt.strftime takes a text such as "%Y-%m-%d"; got ${shown(format)}.`);
  }
  const flat = format.replace(/%([FDTRcxX])/gu, (_, name: string) => composed[name]);
  const parts = flat.split(/(%.)/su).map((part) => {
    if (!part.startsWith("%")) return part;
    const write = Object.hasOwn(directives, part[1] ?? "") ? directives[part[1]] : undefined;
    if (write !== undefined) return write;
    const all = [...Object.keys(directives), ...Object.keys(composed)].map((name) => `%${name}`);
    throw new RangeError(`dt.strftime does not know ${shown(part)}; it has ${all.join(" ")}.`);
  });
  return (wall, offset, zone) => {
    const days = Math.floor(wall / day);
    const moment = { wall, days, time: wall - days * day, offset, zone };
    return parts.map((part) => (typeof part === "string" ? part : part(moment))).join("");
  };
}
