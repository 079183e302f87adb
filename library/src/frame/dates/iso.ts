import { day, daysInMonth, daysOf, hour, minute, second } from "./civil.ts";
import { milliseconds, offsetOf, type Reading } from "./strptime.ts";

const pattern =
  /^\s*([+-]?\d{4,6})(?:-(\d\d)(?:-(\d\d))?|(\d\d)(\d\d))?(?:(?:T|\s+)(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?\s*$/iu;

/** An ISO 8601 text: a year, a month, a day, or a moment, perhaps with a distance to UTC. */
export function readIso(text: string): Reading | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, years, month, date, tightMonth, tightDay, hours, minutes, seconds, fraction, zone] =
    match;
  const year = Number(years);
  const ownMonth = Number(month ?? tightMonth ?? 1);
  const ownDay = Number(date ?? tightDay ?? 1);
  if (ownMonth < 1 || ownMonth > 12 || ownDay < 1 || ownDay > daysInMonth(year, ownMonth)) {
    return undefined;
  }
  const time = [Number(hours ?? 0), Number(minutes ?? 0), Number(seconds ?? 0)];
  if (time[0] > 23 || time[1] > 59 || time[2] > 59) return undefined;
  return {
    wall:
      daysOf(year, ownMonth, ownDay) * day +
      time[0] * hour +
      time[1] * minute +
      time[2] * second +
      milliseconds(fraction),
    offset: zone === undefined ? undefined : /^(?:z|utc)$/iu.test(zone) ? 0 : offsetOf(zone),
  };
}
