import type { LessonSource } from "../source/types.ts";

/** A line of a lesson's Markdown with what is not prose blanked out, and where it stands. */
export interface ProseLine {
  readonly line: number;
  /** As written. */
  readonly text: string;
  /** Code, formulas, link targets, HTML tags and titles in italics replaced by spaces. */
  readonly prose: string;
}

/** Blanked, not removed, so that words do not run together. */
const notProse = [
  /`[^`]*`/g,
  /\$\$[^$]*\$\$|\$[^$\n]+\$/g,
  /\]\([^)]*\)/g,
  /<[^>]+>/g,
  /https?:\/\/\S+/g,
  /&[a-z]+;/g,
  /(?<!\*)\*(?=\p{Lu}|\p{Ll}+\*)[^*\n]+\*(?!\*)/gu,
];

/** The Markdown lines of a lesson. */
export function proseOf(source: LessonSource): ProseLine[] {
  return source.cells
    .filter((cell) => cell.kind !== "code")
    .flatMap((cell) => proseLines(cell.text, cell.line + 1));
}

/** Lines of Markdown; fenced code and displayed formulas count as no prose. */
export function proseLines(lines: readonly string[], first = 1): ProseLine[] {
  let fence: string | undefined;
  return lines.map((text, index) => {
    const mark = /^\s*(```|\$\$)/.exec(text)?.[1];
    const onOneLine = mark === "$$" && text.trim().length > 2 && text.trimEnd().endsWith("$$");
    const inside = fence !== undefined || mark !== undefined;
    if (mark !== undefined && !onOneLine) fence = fence === undefined ? mark : undefined;
    const prose = inside
      ? ""
      : notProse.reduce(
          (rest, pattern) => rest.replace(pattern, (part) => " ".repeat(part.length)),
          text,
        );
    return { line: first + index, text, prose };
  });
}
