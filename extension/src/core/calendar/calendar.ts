import type { DayPart, JournalPart } from "../journal/model.ts";
import { daysOf } from "../journal/notices.ts";
import { dateOf } from "../records/time.ts";
import type { ProgressRecord } from "../records/types.ts";
import { addDays, datesBetween, dayNumber } from "./dates.ts";

/** What happened on one local date. */
export interface CalendarDay {
  readonly date: string;
  /** Checks that ended in a pass, other checks, outcomes, hints. */
  readonly passes: number;
  readonly attempts: number;
  readonly seconds: number;
  readonly journal: boolean;
  /** Declared in the journal, and nothing else was done. */
  readonly rest: boolean;
  /** 0 nothing, 1 to 4 by how much was done; what a heat-map shows beside its words. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

export interface Streak {
  /** Active days in a row up to today, or up to yesterday while today is not over. */
  readonly current: number;
  readonly longest: number;
  /** Declared days of rest inside the current streak: they neither break it nor count. */
  readonly rests: number;
  /** Nothing was done today yet. */
  readonly todayOpen: boolean;
}

export interface Calendar {
  /** By date; only dates on which something was. */
  readonly days: ReadonlyMap<string, CalendarDay>;
  readonly streak: Streak;
  /** "Day N of 100". */
  readonly count: DayCount;
}

export interface DayCount {
  /** Of the goal's days, which one today is; 0 before the start. */
  readonly day: number;
  readonly of: number;
  readonly start: string | undefined;
  /** On how many days something was done; days that a log names without dates are counted too. */
  readonly active: number;
}

interface Tally {
  passes: number;
  attempts: number;
  seconds: number;
  journal: boolean;
  rest: boolean;
}

/** From the joined records, the journal's parts, and today's local date. */
export function calendarOf(
  records: Iterable<ProgressRecord>,
  parts: readonly JournalPart[],
  today: string,
): Calendar {
  const tallies = new Map<string, Tally>();
  const at = (date: string): Tally => {
    let tally = tallies.get(date);
    if (tally === undefined) {
      tally = { passes: 0, attempts: 0, seconds: 0, journal: false, rest: false };
      tallies.set(date, tally);
    }
    return tally;
  };
  let goal: { days: number; start: string; seq: number; id: string } | undefined;
  for (const record of records) {
    if (record.kind === "attempt") {
      if (record.outcome === "PASS" && record.event === "check") at(dateOf(record.time)).passes++;
      else at(dateOf(record.time)).attempts++;
    } else if (record.kind === "outcome") at(dateOf(record.time)).attempts++;
    else if (record.kind === "visit") at(dateOf(record.time)).seconds += record.seconds;
    else if (record.kind === "goal") {
      const later = !goal || record.seq - goal.seq || (record.id > goal.id ? 1 : -1);
      if (later === true || (typeof later === "number" && later > 0)) goal = record;
    }
  }
  const undated = new Set<number>();
  for (const part of parts) {
    if (part.kind !== "day") continue;
    const rests = isRest(part);
    for (const date of part.dates
      ? datesBetween(part.dates.from, part.dates.to ?? part.dates.from)
      : []) {
      if (rests) at(date).rest = true;
      else at(date).journal = true;
    }
    if (!part.dates && part.span && !rests) for (const day of daysOf(part.span)) undated.add(day);
  }
  const days = new Map([...tallies].sort().map(([date, tally]) => [date, dayOf(date, tally)]));
  const active = [...days.values()].filter(isActive).length;
  const start = goal?.start;
  const day = start === undefined ? active : Math.max(0, dayNumber(today) - dayNumber(start) + 1);
  return {
    days,
    streak: streakOf(days, today),
    count: { day, of: goal?.days ?? 100, start, active: active + undated.size },
  };
}

export function isActive(day: CalendarDay): boolean {
  return day.level > 0;
}

/** Counted backwards from today by local date. A clock set back adds to a day that is there. */
export function streakOf(days: ReadonlyMap<string, CalendarDay>, today: string): Streak {
  const active = (date: string): boolean => (days.get(date)?.level ?? 0) > 0;
  const rest = (date: string): boolean => days.get(date)?.rest === true;
  const todayOpen = !active(today);
  const back = (from: string): { count: number; rests: number } => {
    let count = 0;
    let rests = 0;
    let waiting = 0;
    for (let date = from; active(date) || rest(date); date = addDays(date, -1)) {
      if (active(date)) {
        count++;
        rests += waiting;
        waiting = 0;
      } else waiting++;
    }
    return { count, rests };
  };
  const current = back(active(today) || rest(today) ? today : addDays(today, -1));
  let longest = 0;
  let run = 0;
  let before: string | undefined;
  for (const date of [...days.keys()].sort()) {
    if (before !== undefined && addDays(before, 1) !== date) run = 0;
    if (active(date)) run++;
    else if (!rest(date)) run = 0;
    longest = Math.max(longest, run);
    before = date;
  }
  return { current: current.count, longest, rests: current.rests, todayOpen };
}

function isRest(part: DayPart): boolean {
  return part.blocks.length > 0 && part.blocks.every((block) => block.kind === "rest");
}

function dayOf(date: string, { passes, attempts, seconds, journal, rest }: Tally): CalendarDay {
  const points = passes * 2 + attempts + Math.floor(seconds / 600) + (journal ? 2 : 0);
  const done = points > 0 || seconds > 0;
  const level = !done ? 0 : points < 3 ? 1 : points < 8 ? 2 : points < 16 ? 3 : 4;
  return { date, passes, attempts, seconds, journal, rest: rest && !done, level };
}
