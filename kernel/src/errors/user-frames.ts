import { originalPlace } from "../modules/source-files.ts";
import { withOriginalNames } from "../transpile/shadowing.ts";
import { codeFrame } from "./code-frame.ts";
import { cyan, dim } from "./colours.ts";
import { shortPath, userFile } from "./places.ts";
import { safely } from "./safely.ts";
import type { StackFrame } from "./stack.ts";
import type { CellSource } from "./types.ts";

const mostLines = 24;

export interface UserFrames {
  /** Lines of the traceback, innermost first. */
  readonly lines: readonly string[];
  /** The innermost line of a cell in its surroundings; empty where no cell is involved. */
  readonly code: string;
}

/** The frames of a stack that are the user's: cells, their files and the packages they use. */
export function userFrames(
  frames: readonly StackFrame[],
  cells: ReadonlyMap<string, CellSource>,
): UserFrames {
  const lines: string[] = [];
  let code = "";
  for (const frame of frames) {
    // Below the inspector's call there is only the kernel, which made it.
    if (frame.source === "node:inspector") break;
    const cell = cells.get(frame.source);
    if (cell) {
      const at = safely(() => cell.toOriginal(frame.line, frame.column)) ?? frame;
      code ||= codeFrame(cell.code, at.line, at.column);
      lines.push(line(frame.name, cyan(`${cell.label}:${at.line}:${at.column}`)));
      continue;
    }
    const file = userFile(frame.source);
    if (file === undefined) continue;
    const at = originalPlace(frame.source.replace(/\?.*/, ""), frame.line, frame.column);
    lines.push(line(frame.name, dim(`${shortPath(file)}:${at.line}:${at.column}`)));
  }
  return { lines: shortened(lines), code };
}

const line = (name: string | undefined, place: string): string =>
  name === undefined ? `    at ${place}` : `    at ${withOriginalNames(name)} (${place})`;

/** Says how often a line repeats, as in a recursion, and leaves out the middle of a long stack. */
function shortened(lines: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < lines.length;) {
    const text = lines[at] ?? "";
    let end = at;
    while (lines[end] === text) end++;
    result.push(text);
    if (end - at > 1) result.push(dim(`    … ${end - at - 1} more times`));
    at = end;
  }
  if (result.length <= mostLines) return result;
  const head = result.slice(0, mostLines - 5);
  const tail = result.slice(-4);
  return [...head, dim(`    … ${result.length - head.length - tail.length} lines`), ...tail];
}
