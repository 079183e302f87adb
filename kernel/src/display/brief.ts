import { inspect, stripVTControlCharacters, types } from "node:util";
import { headline } from "./duck.ts";
import { prune } from "./prune.ts";
import { shorten } from "./shorten.ts";

const LIMITS = {
  depth: 1,
  breakLength: Infinity,
  compact: true,
  maxArrayLength: 6,
  maxStringLength: 40,
} as const;

/** A value in one short line, as it stands in a table cell. Strings have no quotes. */
export function brief(value: unknown): string {
  return shorten(describe(value));
}

function describe(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined) return "";
  if (types.isDate(value)) return dateText(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return inspect(value, LIMITS);
  const text = headline(value) ?? stripVTControlCharacters(inspect(prune(value), LIMITS));
  return text.replace(/\s+/g, " ");
}

/** ISO 8601 in UTC; midnight is written as the day alone. */
export function dateText(date: Date): string {
  if (Number.isNaN(Date.prototype.getTime.call(date))) return "Invalid Date";
  return Date.prototype.toISOString.call(date).replace("T00:00:00.000Z", "");
}
