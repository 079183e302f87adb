import { addDays, dayNumber } from "./dates.ts";
import type { CalendarDay } from "./calendar.ts";

/** Weeks as columns of seven days; days outside of the span are undefined. */
export function heatMap(
  days: ReadonlyMap<string, CalendarDay>,
  from: string,
  to: string,
  weekStart: 0 | 1 | 6 = 1,
): (CalendarDay | undefined)[][] {
  // 1970-01-01 was a Thursday.
  const offset = (((dayNumber(from) + 4 - weekStart) % 7) + 7) % 7;
  const weeks: (CalendarDay | undefined)[][] = [];
  for (let monday = addDays(from, -offset); monday <= to; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, i) => {
        const date = addDays(monday, i);
        return date < from || date > to ? undefined : (days.get(date) ?? emptyDay(date));
      }),
    );
  }
  return weeks;
}

function emptyDay(date: string): CalendarDay {
  return { date, passes: 0, attempts: 0, seconds: 0, journal: false, rest: false, level: 0 };
}
