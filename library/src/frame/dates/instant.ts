import { isDate, shown } from "../engine/cell.ts";
import { guess } from "./guess.ts";
import { localize } from "./zones.ts";

/** A text read as a moment, for a column of a zone; undefined where it is no date. */
export function readInstant(text: string, zone: string | undefined): number | undefined {
  const reading = guess(text, false)?.read(text);
  if (reading === undefined) return undefined;
  if (reading.offset !== undefined) return reading.wall - reading.offset;
  return zone === undefined ? reading.wall : localize(Float64Array.of(reading.wall), zone)[0];
}

/** A moment given as a Date or a text, in milliseconds since 1970; or an error. */
export function instantOf(verb: string, value: Date | string, zone: string | undefined): number {
  const instant = isDate(value)
    ? value.getTime()
    : typeof value === "string"
      ? readInstant(value, zone)
      : undefined;
  if (instant !== undefined && !Number.isNaN(instant)) return instant;
  const said = isDate(value) ? "an invalid Date" : shown(value);
  throw new RangeError(`${verb}: ${said} is no date.`);
}
