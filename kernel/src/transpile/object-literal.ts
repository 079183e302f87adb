import { CompileError } from "./compile-error.ts";
import { toPlainJavaScript, type JavaScript } from "./javascript.ts";
import { LineIndex } from "./positions.ts";

/**
 * A cell that starts with a brace and can be read as an expression is one, as in Node's REPL:
 * `{ a: 1 }` is an object and not a block with a label. A semicolon at the end makes it a block.
 */
export function objectLiteral(source: string): JavaScript | undefined {
  const start = /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(source)?.[0].length ?? 0;
  if (source[start] !== "{" || /;\s*$/.test(source)) return undefined;
  const js = toPlainJavaScript(`${source.slice(0, start)}(${source.slice(start)}\n)`);
  if (!js || js instanceof CompileError || js.program.body.length !== 1) return undefined;
  const brace = new LineIndex(source).position(start);
  return {
    ...js,
    toSource: (line, column) => ({
      line,
      column: line === brace.line && column > brace.column ? column - 1 : column,
    }),
  };
}
