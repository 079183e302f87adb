import { headingOf, markedLines } from "./lines.ts";

/** Moves the headings of a body by so many levels, within 1 and 6; fenced listings stay. */
export function relevelled(body: readonly string[], by: number): string[] {
  if (by === 0) return [...body];
  return markedLines(body).map(({ text, code }) => {
    const heading = code ? undefined : headingOf(text);
    if (heading === undefined) return text;
    const level = Math.min(6, Math.max(1, heading.level + by));
    return text.replace(/#+/, "#".repeat(level));
  });
}
