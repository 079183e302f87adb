import { dateAtStart } from "./dates.ts";
import type { Span } from "./model.ts";

/** What a heading that names a day says. */
export interface DayHeading {
  readonly span?: Span;
  readonly dates?: { readonly from: string; readonly to?: string };
  readonly title: string;
}

const name = /^(days?|weeks?)(?![a-z])[ \t]{0,4}[-–—:#]?[ \t]{0,4}(?=\d)/i;
const number = /^\d{1,4}(?!\d)/;
const joiner =
  /^[ \t]{0,4}(?:(&amp;|&|,|\+|and\b)|(-|–|—|~|to\b|through\b))[ \t]{0,4}(?:days?[ \t]{0,4}|weeks?[ \t]{0,4})?(?=\d)/i;
const count = /^[ \t]{0,4}\([ \t]{0,4}(\d{1,4})[ \t]{0,4}days?[ \t]{0,4}\)/i;

/** Reads a heading's text, without its `#`; undefined where it names no day. */
export function dayHeading(text: string): DayHeading | undefined {
  const plain = unwrapped(text.replace(/\s+/g, " ").trim());
  const named = name.exec(plain);
  if (!named) {
    const found = datesAtStart(plain);
    // A heading that begins with a date is a day's, if nothing or a separated title follows.
    if (!found || !/^[ \t]*(?:$|[:|–—-])/.test(found.rest)) return undefined;
    const title = titleOf(found.rest);
    return datesAtStart(title) ? undefined : { dates: found.dates, title };
  }
  const unit = named[1].toLowerCase().startsWith("week") ? "week" : "day";
  const spanned = numbersAtStart(plain.slice(named[0].length));
  if (!spanned) return undefined;
  const { numbers, range } = spanned;
  const counted = count.exec(spanned.rest);
  const rest = counted ? spanned.rest.slice(counted[0].length) : spanned.rest;
  const span: Span = { unit, numbers, range, ...(counted && { days: Number(counted[1]) }) };
  const after = rest.replace(/^(?:[\s:–—|•·,-]|\.(?!\d))+/, "");
  const found = datesAtStart(after);
  const title = titleOf(found?.rest ?? rest);
  // Two dates that are no span: which one is meant is not known.
  if (!found || datesAtStart(title)) return { span, title: titleOf(rest) };
  return { span, dates: found.dates, title };
}

function numbersAtStart(
  text: string,
): { numbers: number[]; range: boolean; rest: string } | undefined {
  const first = number.exec(text);
  if (!first) return undefined;
  const numbers = [Number(first[0])];
  let rest = text.slice(first[0].length);
  // "Day 3rd" and "Day 2.5" name no number that could be counted.
  if (/^(?:[a-z_]|\.\d)/i.test(rest)) return undefined;
  for (;;) {
    const joined = joiner.exec(rest);
    if (!joined) break;
    const next = number.exec(rest.slice(joined[0].length));
    if (!next) break;
    const after = rest.slice(joined[0].length + next[0].length);
    const value = Number(next[0]);
    const isRange = joined[2] !== undefined;
    const last = numbers[numbers.length - 1];
    // Not "Day 5 - 2019-01-19", "Day 3 - 9<sup>th</sup> April", "Day 3 - 4 ways to …".
    if (
      /^(?:[-/.]\d|<|[a-z])/i.test(after) ||
      (isRange &&
        /^[ \t]+[a-z(]/i.test(after) &&
        /\s/.test(joined[0]) &&
        !/to|through/i.test(joined[0]) &&
        !count.test(after))
    )
      break;
    if (value <= last || (isRange && (numbers.length > 1 || value - last > 400))) break;
    numbers.push(value);
    rest = after;
    if (isRange) return { numbers, range: true, rest };
  }
  return { numbers, range: false, rest };
}

/** One date or two, bare or in brackets. */
function datesAtStart(
  text: string,
): { dates: { from: string; to?: string }; rest: string } | undefined {
  const open = /^[[(][ \t]*/.exec(text);
  const first = dateAtStart(open ? text.slice(open[0].length) : text);
  if (!first) return undefined;
  const between = /^[ \t]*(?:-|–|—|to|&|and)[ \t]*(?=\S)/i.exec(first.rest);
  const second = between ? dateAtStart(first.rest.slice(between[0].length)) : undefined;
  const spans = second !== undefined && second.date > first.date;
  const rest = spans ? second.rest : first.rest;
  const dates = { from: first.date, ...(spans && { to: second.date }) };
  if (!open) return { dates, rest };
  const close = /^[ \t]*[\])]/.exec(rest);
  // A link, `[2019-01-19](https://…)`, stays what it is.
  if (!close || rest[close[0].length] === "(") return undefined;
  return { dates, rest: rest.slice(close[0].length) };
}

/** Without what stands between it and the number; the sign of a number is no separator. */
function titleOf(rest: string): string {
  return rest.replace(/^(?:[\s:–—|•·,]|-(?!\d)|\.(?!\d))+/, "").trim();
}

/** `**Day 5**` and `__Day 5__`, when the marks stand around the whole. */
function unwrapped(text: string): string {
  const match = /^(\*\*|__|\*|_)([^*_]+)\1(:?)$/.exec(text);
  return match ? match[2] + match[3] : text;
}
