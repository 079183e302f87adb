import { codeFrame } from "../errors/code-frame.ts";
import { CellSyntaxError } from "./cell-syntax-error.ts";
import { CompileError } from "./compile-error.ts";
import { toJavaScript, type JavaScript } from "./javascript.ts";
import { objectLiteral } from "./object-literal.ts";
import { tooDeep } from "./limits.ts";
import { LineIndex, samePosition, type PositionMap } from "./positions.ts";
import { rewrite } from "./rewrite.ts";
import { shellCalls } from "./shell-calls.ts";
import { keepGlobals } from "./shadowing.ts";
import { endsInValue } from "./result.ts";

import type { PreparedCell, PrepareOptions } from "./types.ts";

export { CellSyntaxError } from "./cell-syntax-error.ts";
export type * from "./types.ts";

/** Names of globals that cells have declared for themselves, by the notebook's loader. */
const shadowedBy = new Map<string, Set<string>>();

/**
 * Turns a TypeScript cell into JavaScript for `Runtime.evaluate({ replMode, awaitPromise })`.
 *
 * The script is strict and behaves as a module does, but for what a notebook needs: every
 * top-level name can be declared again by a later cell, as any kind; imports wait for the module
 * loader; a line that starts with `!` and cannot be TypeScript is a command for the shell; a cell
 * that is one object literal is an expression. A top-level `using` is disposed of
 * when its cell ends. Names of globals that cells declare are theirs alone: packages go on using
 * Node's, which is remembered under the loader's name. Imported names are copies: they do not follow a module that reassigns them.
 *
 * @param source The cell. Types are removed, not checked.
 * @throws CellSyntaxError for a text that is not TypeScript, with its place in the cell.
 * @example
 * const cell = prepareCell("const x: number = 6\nx * 7", { url: "cell:1", loader: "__loader" });
 * cell.code; // "use strict";let   x         = 6 …
 * cell.showsResult; // true
 */
export function prepareCell(source: string, options: PrepareOptions): PreparedCell {
  let text = source;
  let place = samePosition;
  try {
    const commands = shellCalls(source, options);
    if (commands) ({ text, place } = commands);
    const js = objectLiteral(text) ?? toJavaScript(text);
    const cell = finish(js, text, options);
    return commands ? { ...cell, toOriginal: composed(cell.toOriginal, place) } : cell;
  } catch (error) {
    const { message, position } = compileError(error, text);
    const { line, column } = place(position.line, position.column);
    const frame = codeFrame(source, line, column);
    throw new CellSyntaxError(message, { line, column, frame, url: options.url });
  }
}

/** Apart for the reason that `toOriginal` is. */
const composed =
  (first: PositionMap, second: PositionMap): PositionMap =>
  (line, column) => {
    const place = first(line, column);
    return second(place.line, place.column);
  };

function compileError(error: unknown, source: string): CompileError {
  if (error instanceof CompileError) return error;
  if (error instanceof RangeError) return tooDeep(source);
  throw error;
}

function finish(
  js: JavaScript,
  source: string,
  { url, loader, awaits }: PrepareOptions,
): PreparedCell {
  const shadowed = shadowedBy.get(loader) ?? new Set();
  shadowedBy.set(loader, shadowed);
  const renamed = keepGlobals(js, shadowed);
  const { code, toJavaScript } = rewrite(renamed, source, loader, awaits);
  return {
    code: `${code}\n//# sourceURL=${url}`,
    showsResult: endsInValue(js, source),
    toOriginal: toOriginal(source, renamed.toSource, toJavaScript),
  };
}

/** Apart, since it is kept with every cell: here it holds on to nothing else, above all no program. */
function toOriginal(source: string, toSource: PositionMap, toJavaScript: PositionMap): PositionMap {
  let lines: LineIndex | undefined;
  return (line, column) => {
    const inJs = toJavaScript(line, column);
    const place = toSource(inJs.line, inJs.column);
    lines ??= new LineIndex(source);
    return lines.position(lines.offset(place.line, place.column));
  };
}

/** Names of globals that the cells of a notebook have declared for themselves. */
export const shadowedNames = (loader: string): string[] => [...(shadowedBy.get(loader) ?? [])];

/**
 * Turns a TypeScript expression, or statements, into JavaScript that means the same where a cell
 * stands still: the types go, and names that the cells took from globals are theirs.
 *
 * @param shadowed Those names.
 * @throws CellSyntaxError for a text that is not TypeScript.
 */
export function prepareExpression(source: string, shadowed: ReadonlySet<string>): string {
  try {
    const js = objectLiteral(source) ?? toJavaScript(source);
    return keepGlobals(js, new Set(shadowed)).code;
  } catch (error) {
    const { message, position } = compileError(error, source);
    const place = { ...position, frame: codeFrame(source, position.line, position.column) };
    throw new CellSyntaxError(message, { ...place, url: "expression" });
  }
}
