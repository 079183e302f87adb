import { atWidth } from "../errors/width.ts";
import type { Position } from "./positions.ts";

/** Why a text is no TypeScript, with the place in it. */
export class CompileError extends Error {
  readonly position: Position;

  constructor(message: string, position: Position) {
    super(message);
    this.position = position;
  }
}

const tabStop = 4;

/**
 * An error from what a compiler draws for a reader, which is all that it tells: a line's number
 * and a marker that stands under the place as a terminal would show it.
 *
 * @param marker Blanks before the marker; undefined where none is drawn: the line's end is meant.
 */
export function drawnError(
  message: string,
  source: string,
  line: number,
  marker: number | undefined,
): CompileError {
  const text = source.split(/\r?\n/)[line - 1] ?? "";
  const offset = marker === undefined ? text.trimEnd().length : atWidth(text, marker, tabStop);
  const wording = message
    .replace("Unexpected eof", "Unexpected end of the cell")
    .replace(/['`]?<eof>['`]?/g, "the end of the cell");
  return new CompileError(wording, { line, column: offset + 1 });
}
