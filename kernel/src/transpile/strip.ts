import { stripTypeScriptTypes, type StripTypeScriptTypesOptions } from "node:module";
import { drawnError, type CompileError } from "./compile-error.ts";
import { tooDeep } from "./limits.ts";
import { mapFrom, type Compiled } from "./source-map.ts";

let warned = false;
let broken = false;

/** Node's compiler never works again once a text overflowed its stack: others take over then. */
export const isBroken = (): boolean => broken;

/**
 * The JavaScript that is left when the types of a text are replaced by blanks, or undefined where
 * that is not possible.
 */
export function strip(source: string): string | undefined {
  const code = run(source, { mode: "strip" });
  return typeof code === "string" && code.length === source.length ? code : undefined;
}

/**
 * As `strip`, but compiles enums, namespaces and parameter properties, which moves the lines.
 * Undefined where the compiler is broken.
 */
export function transform(source: string): Compiled | CompileError | undefined {
  const output = run(source, { mode: "transform", sourceMap: true });
  if (typeof output !== "string") return output;
  const [, code = "", map = ""] =
    /^([^]*)\n\/\/# sourceMappingURL=[^,]*;base64,(\S*)\s*$/.exec(output) ?? [];
  return { code, toSource: mapFrom(() => Buffer.from(map, "base64").toString()) };
}

function run(
  source: string,
  options: StripTypeScriptTypesOptions,
): string | CompileError | undefined {
  if (broken) return undefined;
  try {
    const work = (): string => stripTypeScriptTypes(source, options);
    return warned ? work() : quietly(work);
  } catch (error) {
    if (error instanceof SyntaxError) return located(error, source);
    broken = true;
    throw tooDeep(source);
  }
}

/** Node draws the place above the stack: the line's number, lines of code, a marker under one. */
function located({ message, stack = "" }: SyntaxError, source: string): CompileError {
  const drawing = stack.split("\n");
  const line = Number(/^.*?:(\d+)$/.exec(drawing[0] ?? "")?.[1] ?? 1);
  const words = (text: string): string => text.replace(/\s+/g, "");
  const text = words(source.split("\n")[line - 1] ?? "");
  const marker = drawing.findIndex(
    (drawn, index) => /^\s*\^+$/.test(drawn) && words(drawing[index - 1] ?? "") === text,
  );
  return drawnError(message, source, line, marker < 0 ? undefined : drawing[marker]?.indexOf("^"));
}

/** Node announces this function as experimental once per process, which says nothing to a user. */
function quietly<T>(work: () => T): T {
  const original = Object.getOwnPropertyDescriptor(process, "emitWarning") ?? {};
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    Object.defineProperty(process, "emitWarning", original);
    warned = true;
  }
}
