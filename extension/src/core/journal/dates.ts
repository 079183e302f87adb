import { isLocalDate } from "../records/time.ts";

export const monthNames = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
] as const;

/** A date found at the start of a text, and what follows it. */
export interface FoundDate {
  readonly date: string;
  readonly rest: string;
}

const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+/i;
const suffix = "(?:\\s{0,3}<sup>\\s{0,3}(?:st|nd|rd|th)\\s{0,3}</sup>|st|nd|rd|th)?";
const dayMonthYear = new RegExp(
  `^(\\d{1,2})${suffix}[\\s,.-]{1,3}(?:of\\s)?([a-z]{3,9})\\.?[\\s,.-]{1,3}(\\d{4})(?!\\d)`,
  "i",
);
const monthDayYear = new RegExp(
  `^([a-z]{3,9})\\.?[\\s-]{1,3}(\\d{1,2})${suffix}[\\s,.-]{1,3}(\\d{4})(?!\\d)`,
  "i",
);
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;

/**
 * The date that a text begins with: `2019-01-19`, `2019/1/19`, `19.01.2019`, `9<sup>th</sup> April
 * 2020`, `April 9, 2020`, with or without its weekday. Not understood, as they may mean two things
 * or none: `03/04/2020`, a date without a year, a weekday that the date did not have.
 */
export function dateAtStart(text: string): FoundDate | undefined {
  const named = weekday.exec(text);
  const found = plainDate(named ? text.slice(named[0].length) : text);
  if (found === undefined || named === null) return found;
  const fits = weekdayOf(found.date).startsWith(named[0].slice(0, 2).toLowerCase());
  return fits ? found : undefined;
}

function plainDate(text: string): FoundDate | undefined {
  const first = yearFirst.exec(text);
  if (first) return dated(text, first, Number(first[1]), Number(first[3]), Number(first[4]));
  const last = yearLast.exec(text);
  if (last) {
    const [a, b] = [Number(last[1]), Number(last[3])];
    // Dots are written day first everywhere; slashes and hyphens are not.
    if (last[2] === "." || a > 12 || a === b) return dated(text, last, Number(last[4]), b, a);
    return b > 12 ? dated(text, last, Number(last[4]), a, b) : undefined;
  }
  const day = dayMonthYear.exec(text);
  if (day) return dated(text, day, Number(day[3]), monthOf(day[2]), Number(day[1]));
  const month = monthDayYear.exec(text);
  if (month) return dated(text, month, Number(month[3]), monthOf(month[1]), Number(month[2]));
  return undefined;
}

function dated(
  text: string,
  match: RegExpExecArray,
  year: number,
  month: number,
  day: number,
): FoundDate | undefined {
  const two = (n: number): string => String(n).padStart(2, "0");
  const date = `${year}-${two(month)}-${two(day)}`;
  return isLocalDate(date) ? { date, rest: text.slice(match[0].length) } : undefined;
}

/** 1 to 12, also for "Apr" and "Sept"; 0 for what is no month. */
function monthOf(word: string): number {
  const lower = word.toLowerCase();
  return (
    monthNames.findIndex(
      (name) =>
        lower.length >= 3 && name.toLowerCase().startsWith(lower === "sept" ? "sep" : lower),
    ) + 1
  );
}

function weekdayOf(date: string): string {
  const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
  return names[new Date(`${date}T00:00:00Z`).getUTCDay()];
}

/** `9<sup>th</sup> April 2020` */
export function ordinalDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  const tail =
    day % 10 === 1 && day !== 11
      ? "st"
      : day % 10 === 2 && day !== 12
        ? "nd"
        : day % 10 === 3 && day !== 13
          ? "rd"
          : "th";
  return `${day}<sup>${tail}</sup> ${monthNames[month - 1]} ${year}`;
}
