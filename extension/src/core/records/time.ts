/**
 * Times are ISO 8601 in the learner's own clock with the offset from UTC that was in force,
 * `2026-11-21T09:30:00.000+05:30`: days are counted where the learner was, and stay so when the
 * learner moves.
 */
const pattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

export function isLocalTime(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const match = pattern.exec(value);
  return match !== null && isLocalDate(match[1]);
}

/** `YYYY-MM-DD` of a day that exists. */
export function isLocalDate(value: unknown): value is string {
  const match = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day on the wall where and when it happened. */
export function dateOf(time: string): string {
  return time.slice(0, 10);
}

/** Milliseconds since 1970 in UTC. */
export function instantOf(time: string): number {
  return Date.parse(time);
}

/** Local time as ISO 8601 with its offset, as the kernel writes it. */
export function localTime(date: Date, offsetMinutes: number = -date.getTimezoneOffset()): string {
  const local = new Date(date.getTime() + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const two = (n: number): string => String(Math.trunc(n)).padStart(2, "0");
  const minutes = Math.abs(offsetMinutes);
  return `${local}${offsetMinutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
