import { blocksOf } from "./blocks.ts";
import { dayHeading } from "./heading.ts";
import type { DayHeading } from "./heading.ts";
import { kindOfWords } from "./labels.ts";
import { relevelled } from "./levels.ts";
import { headingOf, markedLines, withoutClosing } from "./lines.ts";
import type { Line } from "./lines.ts";
import { logNotices } from "./notices.ts";
import type { LogNotice } from "./notices.ts";
import type { BlockKind, JournalLog, JournalPart } from "./model.ts";

/** A log that was read, for the preview. */
export interface ImportedLog {
  readonly log: JournalLog;
  /** For each part its piece of the text, as it stands; joined they are the text. */
  readonly sources: readonly string[];
  /** What the learner should look at before the import: duplicates, gaps, odd characters … */
  readonly notices: readonly LogNotice[];
}

interface Start {
  readonly line: number;
  /** How many lines the heading takes. */
  readonly lines: number;
  readonly level: number;
  readonly day: DayHeading | undefined;
  readonly heading: string;
}

/**
 * Reads a #100DaysOfMLCode log. Any text is a log: what names no day is a section, what is not
 * understood is text. Never throws.
 */
export function importLog(text: string): ImportedLog {
  // A line's end is part of its source, and no part of its text.
  const raw = text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  const lines = markedLines(raw.map((line, i) => plainLine(line, i === 0)));
  const starts = startsOf(lines);
  const parts: JournalPart[] = [];
  const sources: string[] = [];
  const before = starts[0]?.line ?? lines.length;
  if (before > 0) {
    const blocks = blocksOf(texts(lines, 0, before));
    if (blocks.length > 0 || starts.length === 0) {
      parts.push({ kind: "section", heading: "", blocks });
      sources.push(raw.slice(0, before).join(""));
    }
  }
  starts.forEach((start, i) => {
    const end = starts[i + 1]?.line ?? lines.length;
    const body = texts(lines, start.line + start.lines, end);
    parts.push(partOf(start, body));
    // Blank lines before the first heading belong to it.
    const from = sources.length === 0 ? 0 : start.line;
    sources.push(raw.slice(from, end).join(""));
  });
  const log = { parts };
  return { log, sources, notices: logNotices(log, text) };
}

function plainLine(line: string, first: boolean): string {
  const bare = line.replace(/[\r\n]+$/, "");
  return first ? bare.replace(/^\uFEFF/, "") : bare;
}

function texts(lines: readonly Line[], from: number, to: number): string[] {
  return lines.slice(from, to).map((line) => line.text);
}

/** Where parts begin: at every day, and after a day at a heading that stands as high as it. */
function startsOf(lines: readonly Line[]): Start[] {
  const starts: Start[] = [];
  let level = 0;
  for (let i = 0; i < lines.length; i++) {
    if (lines[i].code) continue;
    const start = dayAt(lines, i) ?? sectionAt(lines, i, level);
    if (start === undefined) continue;
    starts.push(start);
    level = start.day === undefined ? 0 : start.level;
    i += start.lines - 1;
  }
  return starts;
}

function dayAt(lines: readonly Line[], i: number): Start | undefined {
  const { text } = lines[i];
  // "#Day1" is no heading in CommonMark, and one in the logs that people write.
  const hashes = /^ {0,3}(#{1,6})(?!#)/.exec(text);
  if (hashes) {
    const day = dayHeading(withoutClosing(text.slice(hashes[0].length)));
    return day && { line: i, lines: 1, level: hashes[1].length, day, heading: text };
  }
  const under = /^ {0,3}(=+|--+)[ \t]*$/.exec(lines[i + 1]?.text ?? "");
  const bold = /^ {0,3}(\*\*|__)[^*_]{1,200}\1:?[ \t]*$/.test(text);
  if (!under && !bold) return undefined;
  const day = dayHeading(text);
  if (day === undefined) return undefined;
  const level = under === null ? 6 : under[1].startsWith("=") ? 1 : 2;
  return { line: i, lines: under ? 2 : 1, level, day, heading: text };
}

/** Labels of a day do not end it, even where they stand as high as it does. */
const ofDay: readonly (BlockKind | undefined)[] = [
  ...["done", "learning", "checklist", "metrics", "images"],
] as BlockKind[];

function sectionAt(lines: readonly Line[], i: number, level: number): Start | undefined {
  const heading = headingOf(lines[i].text);
  if (heading === undefined || heading.level > level) return undefined;
  if (ofDay.includes(kindOfWords(heading.text))) return undefined;
  return { line: i, lines: 1, level: heading.level, day: undefined, heading: lines[i].text };
}

function partOf({ day, level, heading }: Start, body: readonly string[]): JournalPart {
  if (day === undefined) return { kind: "section", heading, blocks: blocksOf(body) };
  const { dates, rest } = day.dates ? { dates: day.dates, rest: body } : dateLine(body);
  const blocks = blocksOf(relevelled(rest, 1 - level));
  const { span, title } = day;
  return { kind: "day", ...(span && { span }), ...(dates && { dates }), title, blocks };
}

/** `Date: 2019-01-19` as the first line of a body. */
function dateLine(body: readonly string[]): {
  dates: { from: string; to?: string } | undefined;
  rest: readonly string[];
} {
  const first = body.findIndex((line) => line.trim() !== "");
  const match = /^(?:\*\*|__)?date(?:\*\*|__)?:(?:\*\*|__)?[ \t]*(\S.*)$/i.exec(body[first] ?? "");
  const day = match ? dayHeading(match[1]) : undefined;
  if (!day?.dates || day.span || day.title !== "") return { dates: undefined, rest: body };
  return { dates: day.dates, rest: body.slice(first + 1) };
}
