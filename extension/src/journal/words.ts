import type { BlockKind, CalendarDay, Calendar, JournalPart, Translator } from "../core/index.ts";
import { spanWords } from "../core/index.ts";
import { dateWords } from "../ui/dates.ts";

/** How a part is called in a list. */
export function partName(part: JournalPart, trans: Translator): string {
  if (part.kind === "section") {
    return part.heading.replace(/^[\s#]+|[\s#=-]+$/g, "") || trans.__("Text before the first day");
  }
  const { span, dates, title } = part;
  const named = span && spanWords(span).replace("Day", trans.__("Day"));
  const days = named?.replace("Week", trans.__("Week")).replace("days)", trans.__("days)"));
  const from = dates?.from;
  return [days, from, title].filter((each) => each !== undefined && each !== "").join(" · ");
}

export function kindName(kind: BlockKind, trans: Translator): string {
  switch (kind) {
    case "done":
      return trans.__("Done");
    case "learning":
      return trans.__("Learning from today");
    case "checklist":
      return trans.__("Checklist");
    case "metrics":
      return trans.__("Metrics reached");
    case "links":
      return trans.__("Links");
    case "images":
      return trans.__("Images");
    case "topics":
      return trans.__("Topics");
    case "resources":
      return trans.__("Resources");
    case "projects":
      return trans.__("Projects");
    case "rest":
      return trans.__("Rest day");
    case "text":
      return trans.__("Text");
  }
}

/** "Day 12 of 100", the streak, the longest one. */
export function summaryWords({ streak, count }: Calendar, trans: Translator): string[] {
  const { current, longest, rests, todayOpen } = streak;
  const days = trans._n("Streak: %1 day", "Streak: %1 days", current);
  const rested = trans._n("with %1 day of rest", "with %1 days of rest", rests);
  return [
    trans.__("Day %1 of %2", count.day, count.of),
    rests > 0 ? `${days} ${rested}` : days,
    trans._n("Longest streak: %1 day", "Longest streak: %1 days", longest),
    trans._n("Active on %1 day", "Active on %1 days", count.active),
    ...(todayOpen && current > 0 ? [trans.__("Today is still open; the streak holds.")] : []),
  ];
}

/** What a day of the calendar was, as a sentence. */
export function dayWords(day: CalendarDay, language: string, trans: Translator): string {
  const { passes, attempts, seconds, journal, rest, level } = day;
  const minutes = Math.round(seconds / 60);
  const facts = [
    passes > 0 ? trans._n("%1 check passed", "%1 checks passed", passes) : "",
    attempts > 0 ? trans._n("%1 other try", "%1 other tries", attempts) : "",
    minutes > 0 ? trans._n("%1 minute", "%1 minutes", minutes) : "",
    journal ? trans.__("journal written") : "",
    rest ? trans.__("day of rest") : "",
  ].filter((each) => each !== "");
  const what = facts.length > 0 ? facts.join(", ") : level > 0 ? trans.__("a visit") : undefined;
  return `${dateWords(day.date, language)}: ${what ?? trans.__("nothing recorded")}`;
}
