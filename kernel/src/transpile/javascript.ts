import { Parser, type Program } from "acorn";
import { CompileError } from "./compile-error.ts";
import { checkLimits } from "./limits.ts";
import { LineIndex, samePosition } from "./positions.ts";
import { isBroken, strip, transform } from "./strip.ts";
import type { Compiled } from "./source-map.ts";
import { compile, compiles } from "./typescript.ts";

/** A cell as JavaScript, not yet rewritten for the engine. */
export interface JavaScript extends Compiled {
  readonly program: Program;
  /** False where the types were only blanked out and every character stands where it stood. */
  readonly compiled: boolean;
}

/**
 * Turns TypeScript into JavaScript and parses it: by blanking the types out wherever possible,
 * else by compiling.
 *
 * @throws CompileError with the place in `source`.
 */
export function toJavaScript(source: string): JavaScript {
  const stripped = toPlainJavaScript(source);
  if (stripped && !(stripped instanceof CompileError)) return stripped;
  const first = stripped ?? transformed(source);
  if (first && !(first instanceof CompileError)) return first;
  if (first && looksLikeJsx(source) && compiles(source, "cell.tsx")) {
    const place = new LineIndex(source).position(source.search(/<[\w$>]/));
    throw new CompileError("JSX is not supported in a cell; build the element by calls", place);
  }
  // Decorators and `accessor` are left as they are, but no engine reads them yet.
  if (first && !/@|\baccessor\b/.test(source)) throw first;
  const js = parseJavaScript(compile(source), true);
  if (js instanceof CompileError) throw js;
  return js;
}

/**
 * As `toJavaScript`, but undefined where blanking the types out is not possible, and an error where
 * what is left is not JavaScript.
 */
export function toPlainJavaScript(source: string): JavaScript | CompileError | undefined {
  checkLimits(source);
  if (!mayHoldTypeArguments(source)) {
    const js = parseJavaScript({ code: source, toSource: samePosition }, false);
    if (!(js instanceof CompileError)) return js;
  }
  const code = strip(source);
  return code === undefined ? undefined : parseJavaScript({ code, toSource: samePosition }, false);
}

/**
 * Angle brackets, which JavaScript takes for comparisons: `f<a>(b)`. Any other text that is
 * JavaScript means the same as TypeScript, so that no compiler need look at it.
 */
function mayHoldTypeArguments(source: string): boolean {
  const first = source.indexOf("<");
  return first >= 0 && source.lastIndexOf(">") > first;
}

function transformed(source: string): JavaScript | CompileError | undefined {
  const output = transform(source);
  return output === undefined || output instanceof CompileError
    ? output
    : parseJavaScript(output, true);
}

/** Parses JavaScript; exports need no declarations in it. */
export function parseJavaScript(output: Compiled, isCompiled: boolean): JavaScript | CompileError {
  const { code, toSource } = output;
  try {
    const program = CellParser.parse(code, { ecmaVersion: "latest", sourceType: "module" });
    return { ...output, program, compiled: isCompiled };
  } catch (error) {
    const { message, pos } = error as SyntaxError & { pos?: number };
    const { line, column } = new LineIndex(code).position(pos ?? 0);
    return new CompileError(message.replace(/ \(\d+:\d+\)$/, ""), toSource(line, column));
  }
}

/** Whether a text is TypeScript. */
export function parses(source: string): boolean {
  if (isBroken()) return compiles(source, "cell.ts");
  const output = transform(source);
  return output !== undefined && !(output instanceof CompileError);
}

/** Markup outside strings. Only a parser that knows JSX can tell, but loading it takes a while. */
const looksLikeJsx = (source: string): boolean =>
  /<\/[\w.]*>|\/>/.test(source.replace(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/g, ""));

/** Exports mean nothing in a cell, so their names need neither be declared in it nor be unique. */
const CellParser = Parser.extend(
  (Base) =>
    class extends (Base as unknown as new (...args: unknown[]) => Recoverable) {
      override raiseRecoverable(position: number, message: string): void {
        if (!/^(Duplicate export|Export) /.test(message)) super.raiseRecoverable(position, message);
      }
    } as unknown as typeof Parser,
);

/** The hook for errors that a parser can go on after, which acorn's types leave out. */
declare class Recoverable {
  raiseRecoverable(position: number, message: string): void;
}
