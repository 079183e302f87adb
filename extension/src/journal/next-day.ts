import { daysOf } from "../core/index.ts";
import type { Calendar, JournalEntry } from "../core/index.ts";

/** The entry that is for a date. */
export function entryOn(date: string, entries: readonly JournalEntry[]): JournalEntry | undefined {
  return entries.findLast(({ part }) => {
    if (part.kind !== "day" || part.dates === undefined) return false;
    const { from, to = from } = part.dates;
    return from <= date && date <= to;
  });
}

/**
 * Which day a new entry is: by the goal's start where one was set; else the one after the journal's
 * last; else the one that the calendar counts.
 */
export function nextDay({ count, streak }: Calendar, entries: readonly JournalEntry[]): number {
  if (count.start !== undefined) return Math.max(1, count.day);
  const named = entries.flatMap(({ part }) =>
    part.kind === "day" && part.span ? daysOf(part.span) : [],
  );
  if (named.length > 0) return named.reduce((most, day) => Math.max(most, day), 0) + 1;
  return Math.max(1, count.active + Number(streak.todayOpen));
}
