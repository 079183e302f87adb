import { codeFrame } from "../errors/code-frame.ts";
import { CellSyntaxError } from "./cell-syntax-error.ts";
import { CompileError } from "./compile-error.ts";
import { toJavaScript, type JavaScript } from "./javascript.ts";
import { objectLiteral } from "./object-literal.ts";
import { LineIndex } from "./positions.ts";
import { rewrite } from "./rewrite.ts";
import { endsInValue } from "./result.ts";

import type { PreparedCell, PrepareOptions } from "./types.ts";

export { CellSyntaxError } from "./cell-syntax-error.ts";
export type * from "./types.ts";

/**
 * Turns a TypeScript cell into JavaScript for `Runtime.evaluate({ replMode, awaitPromise })`.
 *
 * The script is strict and behaves as a module does, but for what a notebook needs: every
 * top-level name can be declared again by a later cell, as any kind; imports wait for the module
 * loader; a cell that is one object literal is an expression. A top-level `using` is disposed of
 * when its cell ends. Imported names are copies: they do not follow a module that reassigns them.
 *
 * @param source The cell. Types are removed, not checked.
 * @throws CellSyntaxError for a text that is not TypeScript, with its place in the cell.
 * @example
 * const cell = prepareCell("const x: number = 6\nx * 7", { url: "cell:1", loader: "__loader" });
 * cell.code; // "use strict";let   x         = 6 …
 * cell.showsResult; // true
 */
export function prepareCell(source: string, options: PrepareOptions): PreparedCell {
  try {
    const js = objectLiteral(source) ?? toJavaScript(source);
    return finish(js, source, options);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const { line, column } = error.position;
    const frame = codeFrame(source, line, column);
    throw new CellSyntaxError(error.message, { line, column, frame, url: options.url });
  }
}

function finish(js: JavaScript, source: string, { url, loader }: PrepareOptions): PreparedCell {
  const { code, toJavaScript: toJs } = rewrite(js, source, loader);
  let lines: LineIndex | undefined;
  return {
    code: `${code}\n//# sourceURL=${url}`,
    showsResult: endsInValue(js, source),
    toOriginal: (line, column) => {
      const inJs = toJs(line, column);
      const place = js.toSource(inJs.line, inJs.column);
      lines ??= new LineIndex(source);
      return lines.position(lines.offset(place.line, place.column));
    },
  };
}
