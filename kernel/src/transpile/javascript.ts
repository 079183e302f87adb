import { Parser, type Program } from "acorn";
import { LineIndex, samePosition, type PositionMap } from "./positions.ts";
import { strip } from "./strip.ts";
import { compile, CompileError, parses, type Compiled } from "./swc.ts";

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
  const stripped = strip(source);
  if (stripped !== undefined) {
    const program = parseModule(stripped, samePosition);
    if (!(program instanceof CompileError)) {
      return { code: stripped, program, toSource: samePosition, compiled: false };
    }
    // Decorators and `accessor` survive the stripping, but no engine reads them yet.
    if (!/@|\baccessor\b/.test(source)) throw program;
  }
  const first = compileCell(source, "esnext");
  const program = parseModule(first.code, first.toSource);
  if (!(program instanceof CompileError)) return { ...first, program, compiled: true };
  const second = compileCell(source, "es2022");
  const other = parseModule(second.code, second.toSource);
  if (other instanceof CompileError) throw other;
  return { ...second, program: other, compiled: true };
}

/** As `toJavaScript`, but gives up where blanking the types out is not enough. */
export function toPlainJavaScript(source: string): JavaScript | undefined {
  const code = strip(source);
  if (code === undefined) return undefined;
  const program = parseModule(code, samePosition);
  if (program instanceof CompileError) return undefined;
  return { code, program, toSource: samePosition, compiled: false };
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

function parseModule(code: string, toSource: PositionMap): Program | CompileError {
  try {
    return CellParser.parse(code, { ecmaVersion: "latest", sourceType: "module" });
  } catch (error) {
    const { message, pos } = error as SyntaxError & { pos?: number };
    const { line, column } = new LineIndex(code).position(pos ?? 0);
    return new CompileError(message.replace(/ \(\d+:\d+\)$/, ""), toSource(line, column));
  }
}

/** Decorated classes are replaced by their decorators, which only an export lets us see. */
function compileCell(source: string, target: "esnext" | "es2022"): Compiled {
  try {
    const compiled = compile(source, target);
    if (!source.includes("@")) return compiled;
    const classes = compiled.code.matchAll(/^class ([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu);
    const names = [...classes].map((match) => match[1]);
    return names.length === 0 ? compiled : compile(`${source}\nexport { ${names.join()} }`, target);
  } catch (error) {
    if (/<\/?[\w$>]/.test(source) && parses(source, true)) {
      const { position } = error as CompileError;
      throw new CompileError(
        "JSX is not supported in a cell; build the element by calls",
        position,
      );
    }
    throw error;
  }
}
