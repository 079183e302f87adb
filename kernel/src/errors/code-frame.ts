import { bold, dim, red } from "./colours.ts";
import { displayWidth } from "./width.ts";

const longest = 160;

/**
 * The lines around a place with a marker under it, for a traceback.
 *
 * @param source The text the place is in.
 * @param line 1-based line; nothing is shown for one the text does not have.
 * @param column 1-based column in UTF-16 units.
 * @param around Lines shown before and after.
 * @example
 * codeFrame("let a = 1\nb()", 2, 1);
 * //   1 │ let a = 1
 * // > 2 │ b()
 * //     │ ^
 */
export function codeFrame(source: string, line: number, column: number, around = 2): string {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines[line - 1] === undefined) return "";
  const isBlank = (number: number): boolean => lines[number - 1]?.trim() === "";
  let first = Math.max(1, line - around);
  let last = Math.min(lines.length, line + around);
  while (first < line && isBlank(first)) first++;
  while (last > line && isBlank(last)) last--;
  const width = String(last).length;
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? "";
    const gutter = String(number).padStart(width);
    if (number !== line) {
      shown.push(dim(`  ${gutter} │ ${clip(text, 0)}`));
      continue;
    }
    // A long line is cut to a window around the place, so that the marker is seen with it.
    const from = column > longest - 20 ? column - longest / 2 : 0;
    const before = displayWidth(clip(text, from).slice(0, column - 1 - from + (from > 0 ? 1 : 0)));
    shown.push(`${red(">")} ${bold(gutter)} │ ${clip(text, from)}`);
    shown.push(`  ${" ".repeat(width)} │ ${" ".repeat(before)}${red("^")}`);
  }
  return shown.join("\n");
}

function clip(text: string, from: number): string {
  const end = from + longest < text.length ? "…" : "";
  return (from > 0 ? "…" : "") + text.slice(from, from + longest).replaceAll("\t", " ") + end;
}
