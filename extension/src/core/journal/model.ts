import { isLocalDate } from "../records/time.ts";
import { isObject, shown } from "../records/values.ts";

/** A log in the order of its file: what stands before the first day, the days, other sections. */
export interface JournalLog {
  readonly parts: readonly JournalPart[];
}

export type JournalPart = DayPart | SectionPart;

/** One heading of a log that names a day, and all that stands under it. */
export interface DayPart {
  readonly kind: "day";
  /** Absent where the heading is a date alone, as for a day of rest; then `dates` is there. */
  readonly span?: Span;
  /** Local dates, `YYYY-MM-DD`; `to` where the entry spans several. */
  readonly dates?: { readonly from: string; readonly to?: string };
  /** What else the heading says, as it stands. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Which days a heading names: "Day 10 & 11" is [10, 11], "Day 15 - 20" the range [15, 20]. */
export interface Span {
  readonly unit: "day" | "week";
  readonly numbers: readonly number[];
  /** The two numbers are the first and the last. */
  readonly range: boolean;
  /** "(21 days)" of "Week 3 (21 days)", without its brackets. */
  readonly days?: number;
}

/** What is no day: the text before the first one (without a heading), a list of resources … */
export interface SectionPart {
  readonly kind: "section";
  /** The heading's line as it stands; empty for the text before the first heading. */
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export const blockKinds = [
  "text",
  "done",
  "learning",
  "checklist",
  "metrics",
  "links",
  "images",
  "topics",
  "resources",
  "projects",
  "rest",
] as const;

/** What a block is about. `text` is what was not understood, kept as it stands. */
export type BlockKind = (typeof blockKinds)[number];

/**
 * A piece of an entry. Its Markdown is the label, a blank line and the text, so nothing is lost by
 * reading it; what it holds is read from the text by `checklistOf`, `linksOf`, `tableOf` …
 */
export interface Block {
  readonly kind: BlockKind;
  /** A line such as `**Learning from today:**` or `## Links`; empty where there is none. */
  readonly label: string;
  /** Markdown with LF and no blank lines around it. Headings count from the day's: `##` is the next level. */
  readonly text: string;
}

/** What is wrong with a part in a file; undefined where nothing is. */
export function partProblem(part: unknown): { at: string; what: string } | undefined {
  if (!isObject(part)) return { at: "", what: `is ${shown(part)}, not an object` };
  const { kind, span, dates, title, heading, blocks } = part;
  if (kind !== "day" && kind !== "section")
    return { at: ".kind", what: `is ${shown(kind)}, not one of day, section` };
  if (kind === "section" && typeof heading !== "string")
    return { at: ".heading", what: `is ${shown(heading)}, not a text` };
  if (kind === "day" && typeof title !== "string")
    return { at: ".title", what: `is ${shown(title)}, not a text` };
  if (kind === "day" && span === undefined && dates === undefined)
    return { at: "", what: "has neither a span nor dates" };
  if (kind === "day" && span !== undefined && !isSpan(span))
    return { at: ".span", what: `is ${shown(span)}, not a unit with numbers` };
  if (kind === "day" && dates !== undefined && !areDates(dates))
    return { at: ".dates", what: `is ${shown(dates)}, not dates such as 2026-11-21` };
  if (!Array.isArray(blocks)) return { at: ".blocks", what: `is ${shown(blocks)}, not a list` };
  const bad = blocks.findIndex((block) => !isBlock(block));
  return bad < 0
    ? undefined
    : { at: `.blocks[${bad}]`, what: `is ${shown(blocks[bad])}, not a kind with label and text` };
}

function isSpan(span: unknown): boolean {
  if (!isObject(span)) return false;
  const { unit, numbers, range, days } = span;
  return (
    (unit === "day" || unit === "week") &&
    Array.isArray(numbers) &&
    numbers.length > 0 &&
    numbers.every((n) => Number.isSafeInteger(n) && n >= 0) &&
    typeof range === "boolean" &&
    (!range || numbers.length === 2) &&
    (days === undefined || Number.isSafeInteger(days))
  );
}

function areDates(dates: unknown): boolean {
  return (
    isObject(dates) &&
    isLocalDate(dates["from"]) &&
    (dates["to"] === undefined || isLocalDate(dates["to"]))
  );
}

function isBlock(block: unknown): boolean {
  return (
    isObject(block) &&
    blockKinds.includes(block["kind"] as BlockKind) &&
    typeof block["label"] === "string" &&
    typeof block["text"] === "string"
  );
}
