import { labelAt } from "./labels.ts";
import { headingOf, markedLines } from "./lines.ts";
import type { Block, BlockKind } from "./model.ts";
import { tableOf } from "./read.ts";

interface Draft {
  kind: BlockKind;
  label: string;
  /** Blank lines between its paragraphs stand as they stood. */
  lines: string[];
  /** A label of a known kind holds until the next label. */
  holds: boolean;
}

/** Cuts a body into blocks. Written with a blank line between them, they are read as the same. */
export function blocksOf(body: readonly string[]): Block[] {
  const drafts: Draft[] = [];
  let blank: string[] = [];
  for (const paragraph of paragraphs(body)) {
    if (paragraph.blank) {
      blank = [...paragraph.lines];
      continue;
    }
    add(drafts, blank, paragraph.lines);
    blank = [];
  }
  return drafts.map(({ kind, label, lines }) => ({ kind, label, text: lines.join("\n") }));
}

function add(drafts: Draft[], blank: readonly string[], lines: readonly string[]): void {
  const label = labelAt(lines[0]);
  if (label !== undefined && !label.inline) {
    const rest = lines.slice(1);
    const kind = label.kind === "text" && rest.length > 0 ? kindOf(rest) : label.kind;
    drafts.push({ kind, label: lines[0], lines: rest, holds: label.kind !== "text" });
    return;
  }
  const last = drafts.at(-1);
  const kind = label?.kind ?? kindOf(lines);
  if (last !== undefined && label === undefined) {
    if (last.lines.length === 0) {
      last.lines = [...lines];
      if (!last.holds) last.kind = kind;
      return;
    }
    if (last.holds || (last.kind === "text" && kind === "text")) {
      for (const line of [...blank, ...lines]) last.lines.push(line);
      return;
    }
  }
  drafts.push({ kind, label: "", lines: [...lines], holds: label !== undefined });
}

/** Lines in runs of blank and other ones. A heading is a run; the blank lines of a listing are none. */
function paragraphs(body: readonly string[]): { blank: boolean; lines: string[] }[] {
  const runs: { blank: boolean; lines: string[] }[] = [];
  let afterHeading = false;
  for (const { text, code } of markedLines(body)) {
    const blank = !code && text.trim() === "";
    const heading = !code && headingOf(text) !== undefined;
    const last = runs.at(-1);
    if (last?.blank === blank && !heading && !afterHeading) last.lines.push(text);
    else runs.push({ blank, lines: [text] });
    afterHeading = heading;
  }
  return runs;
}

const item = /^[ \t]*[-*+] \[[ xX]\](?:[ \t]|$)/;
const picture = /^[ \t]*(?:!\[[^\]]*\]\([^)]*\)|<img [^>]*>)[ \t]*$/;

/** What a paragraph without a label is. */
function kindOf(lines: readonly string[]): BlockKind {
  if (lines.every((line) => item.test(line))) return "checklist";
  if (lines.every((line) => picture.test(line))) return "images";
  if (
    lines.length === 1 &&
    /^[ \t]*[*_]{0,2}(?:rest|break) day[.!]?[*_]{0,2}[ \t]*$/i.test(lines[0])
  )
    return "rest";
  return kindOfTable(lines) ?? "text";
}

/** By the words over its columns: "Day | Topics | Resources", "Book | Status", "Project | Link". */
function kindOfTable(lines: readonly string[]): BlockKind | undefined {
  if (!lines[0].includes("|")) return undefined;
  const header = tableOf({ text: lines.slice(0, 3).join("\n") })?.header.join("\n");
  if (header === undefined) return undefined;
  if (/^\W*days?\b/im.test(header) && /\btopics?\b/i.test(header)) return "topics";
  if (/\bprojects?\b/i.test(header)) return "projects";
  return /\b(?:resources?|books?|courses?)\b/i.test(header) ? "resources" : undefined;
}

/** A body's Markdown: the blocks with one blank line between them. */
export function bodyOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap(({ label, text }) => [label, text])
    .filter((piece) => piece.trim() !== "")
    .join("\n\n");
}
