import { shown } from "../engine/cell.ts";
import {
  day,
  dayNames,
  daysInMonth,
  daysOf,
  hour,
  minute,
  monthNames,
  second,
  weekdayOf,
} from "./civil.ts";

/** A text read as a date: what a clock shows, and its distance to UTC where the text gives one. */
export interface Reading {
  readonly wall: number;
  readonly offset: number | undefined;
}

const short = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3));
const among = (names: readonly string[]): string => names.join("|");

const patterns: Readonly<Record<string, string>> = {
  Y: "[+-]?\\d{4}",
  y: "\\d\\d",
  m: "1[0-2]|0?[1-9]",
  d: "3[01]|[12]\\d|0?[1-9]|\\s[1-9]",
  e: "3[01]|[12]\\d|0?[1-9]|\\s[1-9]",
  H: "2[0-3]|[01]?\\d",
  I: "1[0-2]|0?[1-9]",
  M: "[0-5]?\\d",
  S: "[0-5]?\\d",
  f: "\\d{1,9}",
  j: "36[0-6]|3[0-5]\\d|[12]\\d\\d|0?[1-9]\\d|0?0?[1-9]",
  p: "AM|PM",
  a: among(short(dayNames)),
  A: among(dayNames),
  b: among(short(monthNames)),
  B: among(monthNames),
  z: "Z|[+-]\\d\\d:?[0-5]\\d",
  Z: "UTC|GMT|Z",
  G: "\\d{4}",
  V: "5[0-3]|[0-4]\\d|\\d",
  u: "[1-7]",
};

const composed: Readonly<Record<string, string>> = {
  F: "%Y-%m-%d",
  T: "%H:%M:%S",
  R: "%H:%M",
  D: "%m/%d/%y",
};

/** "Z" and "+02:00" in milliseconds. */
export function offsetOf(text: string): number {
  if (/^z/iu.test(text)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/u.exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * hour + Number(minutes) * minute);
}

/** Three digits of a fraction of a second; finer ones are cut off. */
export const milliseconds = (digits: string | undefined): number =>
  digits === undefined ? 0 : Number(digits.padEnd(3, "0").slice(0, 3));

/** A format such as `"%d.%m.%Y"` as a function that reads a text, or gives undefined. */
export function reader(format: string): (text: string) => Reading | undefined {
  const names: string[] = [];
  const flat = format.replace(/%([FTRD])/gu, (_, name: string) => composed[name]);
  const source = flat.split(/(%.|\s+)/su).map((part) => {
    if (part === "%%") return "%";
    if (/^\s+$/u.test(part)) return "\\s+";
    if (!part.startsWith("%")) return part.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
    const pattern = Object.hasOwn(patterns, part[1] ?? "") ? patterns[part[1]] : undefined;
    if (pattern === undefined) {
      const all = [...Object.keys(patterns), ...Object.keys(composed)].map((name) => `%${name}`);
      throw new RangeError(`A date format does not know ${shown(part)}; it has ${all.join(" ")}.`);
    }
    names.push(part[1]);
    return `(${pattern})`;
  });
  const whole = new RegExp(`^${source.join("")}$`, "iu");
  return (text) => {
    const match = whole.exec(text);
    if (match === null) return undefined;
    const parts: Record<string, string> = {};
    names.forEach((name, at) => (parts[name] = match[at + 1] ?? ""));
    return assembled(parts);
  };
}

const indexOf = (names: readonly string[], text: string): number =>
  names.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());

function yearOf(parts: Record<string, string>): number {
  if (parts.Y !== undefined) return Number(parts.Y);
  if (parts.y === undefined) return 1900;
  return Number(parts.y) + (Number(parts.y) < 69 ? 2000 : 1900);
}

function dayCount(parts: Record<string, string>): number | undefined {
  if (parts.G !== undefined && parts.V !== undefined) {
    const fourth = daysOf(Number(parts.G), 1, 4);
    const weekday =
      parts.u !== undefined ? Number(parts.u) - 1 : indexOf(dayNames, parts.a ?? parts.A ?? "Mon");
    return fourth - weekdayOf(fourth) + (Number(parts.V) - 1) * 7 + weekday;
  }
  const year = yearOf(parts);
  if (parts.j !== undefined) {
    const days = daysOf(year, 1, 1) + Number(parts.j) - 1;
    return days < daysOf(year + 1, 1, 1) ? days : undefined;
  }
  const named = parts.b ?? parts.B;
  const month = named !== undefined ? indexOf(monthNames, named) + 1 : Number(parts.m ?? 1);
  const date = Number(parts.d ?? parts.e ?? 1);
  return date <= daysInMonth(year, month) ? daysOf(year, month, date) : undefined;
}

function assembled(parts: Record<string, string>): Reading | undefined {
  const days = dayCount(parts);
  if (days === undefined) return undefined;
  const hours =
    parts.I === undefined
      ? Number(parts.H ?? 0)
      : (Number(parts.I) % 12) + (/pm/iu.test(parts.p ?? "") ? 12 : 0);
  const zone = parts.z ?? parts.Z;
  return {
    wall:
      days * day +
      hours * hour +
      Number(parts.M ?? 0) * minute +
      Number(parts.S ?? 0) * second +
      milliseconds(parts.f),
    offset: zone === undefined ? undefined : parts.z === undefined ? 0 : offsetOf(zone),
  };
}
