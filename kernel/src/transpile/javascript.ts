import { Parser, type Program } from "acorn";
import { CompileError } from "./compile-error.ts";
import { LineIndex, samePosition } from "./positions.ts";
import { isBroken, strip, transform } from "./strip.ts";
import { check, compile, parsesAsJsx, type Compiled } from "./swc.ts";

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
  if (first && looksLikeJsx(source) && parsesAsJsx(source)) {
    const place = new LineIndex(source).position(source.search(/<[\w$>]/));
    throw new CompileError("JSX is not supported in a cell; build the element by calls", place);
  }
  // Decorators and `accessor` are left as they are, but no engine reads them yet.
  if (first && !/@|\baccessor\b/.test(source)) throw first;
  const js = compiled(source, "esnext");
  if (!(js instanceof CompileError)) return js;
  const older = compiled(source, "es2022");
  if (older instanceof CompileError) throw older;
  return older;
}

/**
 * As `toJavaScript`, but undefined where blanking the types out is not possible, and an error where
 * what is left is not JavaScript.
 */
export function toPlainJavaScript(source: string): JavaScript | CompileError | undefined {
  const code = strip(source);
  return code === undefined ? undefined : parsed({ code, toSource: samePosition }, false);
}

function transformed(source: string): JavaScript | CompileError | undefined {
  const output = transform(source);
  return output === undefined || output instanceof CompileError ? output : parsed(output, true);
}

const compiled = (source: string, target: "esnext" | "es2022"): JavaScript | CompileError =>
  parsed(compileCell(source, target), true);

function parsed(output: Compiled, isCompiled: boolean): JavaScript | CompileError {
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

/** Whether a text can be compiled. */
export function parses(source: string): boolean {
  if (isBroken()) return checks(source);
  const output = transform(source);
  return output !== undefined && !(output instanceof CompileError);
}

/** Markup outside strings. Only a parser that knows JSX can tell, but loading it takes a while. */
const looksLikeJsx = (source: string): boolean =>
  /<\/[\w.]*>|\/>/.test(source.replace(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/g, ""));

function checks(source: string): boolean {
  try {
    check(source);
    return true;
  } catch {
    return false;
  }
}

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

/** Decorated classes are replaced by their decorators, which only an export lets us see. */
function compileCell(source: string, target: "esnext" | "es2022"): Compiled {
  const output = compile(source, target);
  if (!source.includes("@")) return output;
  const classes = output.code.matchAll(/^class ([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu);
  const names = [...classes].map((match) => match[1]);
  return names.length === 0 ? output : compile(`${source}\nexport { ${names.join()} }`, target);
}
