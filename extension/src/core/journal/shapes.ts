import { ordinalDate } from "./dates.ts";
import type { DayPart, Span } from "./model.ts";

/**
 * The five shapes of a day's heading that public logs have.
 *
 * | name | heading |
 * |:--|:--|
 * | `colon` | `# Day 1:- Title` |
 * | `ordinal` | `## Day 1: 9<sup>th</sup> April 2020 : Title` |
 * | `checklist` | `### Day 1: Title` |
 * | `bracket` | `# Day 1 [2019-01-19] Title` |
 * | `compact` | `# Day1: Title` |
 *
 * Where a heading has no place for the date, a line `Date: 2019-01-19` follows it.
 */
export const shapes = ["colon", "ordinal", "checklist", "bracket", "compact"] as const;

export type Shape = (typeof shapes)[number];

/** How many `#` a day's heading has. */
export function levelOf(shape: Shape): number {
  return shape === "ordinal" ? 2 : shape === "checklist" ? 3 : 1;
}

/** A day's heading, and the line of its date where the heading has no place for it. */
export function headingLines(part: DayPart, shape: Shape): string[] {
  const { span, dates } = part;
  const title = part.title.replace(/\s+/g, " ").trim();
  const hashes = "#".repeat(levelOf(shape));
  const iso = dates && dateSpan(dates, (date) => date);
  const own = shape === "ordinal" && dates ? dateSpan(dates, ordinalDate) : iso;
  if (span === undefined) {
    const date = shape === "bracket" ? `[${own ?? ""}]` : (own ?? "");
    return [`${hashes} ${date}${title === "" ? "" : ` : ${title}`}`];
  }
  const words = spanWords(span, shape === "compact" ? "" : " ");
  const after = (mark: string): string => (title === "" ? "" : `${mark} ${title}`);
  switch (shape) {
    case "colon":
      return dateLine([`${hashes} ${words}:-${after("")}`], iso);
    case "ordinal":
      return own === undefined
        ? [`${hashes} ${words}${after(":")}`]
        : [`${hashes} ${words}: ${own}${after(" :")}`];
    case "bracket":
      return own === undefined
        ? [`${hashes} ${words}${after(":")}`]
        : [`${hashes} ${words} [${own}]${after("")}`];
    default:
      return dateLine([`${hashes} ${words}${after(":")}`], iso);
  }
}

function dateLine(lines: string[], date: string | undefined): string[] {
  return date === undefined ? lines : [...lines, "", `Date: ${date}`];
}

function dateSpan(
  { from, to }: { readonly from: string; readonly to?: string },
  format: (date: string) => string,
): string {
  return to === undefined ? format(from) : `${format(from)} to ${format(to)}`;
}

/** "Day 10 & 11", "Day 15 - 20", "Week 3 (21 days)" */
export function spanWords({ unit, numbers, range, days }: Span, gap = " "): string {
  const word = unit === "week" ? "Week" : "Day";
  const list = numbers.join(range ? " - " : " & ");
  return `${word}${gap}${list}${days === undefined ? "" : ` (${days} days)`}`;
}
