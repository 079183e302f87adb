/**
 * Whether a cell could run as it stands, or waits for another line.
 *
 * @module
 */
import type { Syntax } from "./compiler.ts";
import type { Completeness } from "./types.ts";

const indentUnit = "  ";
/** TypeScript's numbers for text that ended inside a block comment or a template literal. */
const unterminated: ReadonlySet<number> = new Set([1010, 1160]);
/** …and inside a quoted string or a regular expression, which cannot go on in another line. */
const neverTerminated: ReadonlySet<number> = new Set([1002, 1161]);

/** Judges a cell by its syntax alone. */
export function completeness(code: string, syntax: Syntax): Completeness {
  const { error } = syntax;
  if (error === undefined)
    return syntax.missingBody ? incomplete(code, syntax) : { status: "complete" };
  if (unterminated.has(error.code)) return { status: "incomplete", indent: "" };
  if (neverTerminated.has(error.code))
    return code.endsWith("\\") ? { status: "incomplete", indent: "" } : { status: "invalid" };
  return error.start >= syntax.end ? incomplete(code, syntax) : { status: "invalid" };
}

/** The indentation of the last line, one step deeper if that line opened something. */
function incomplete(code: string, syntax: Syntax): Completeness {
  const lines = code.split("\n").filter((line) => line.trim() !== "");
  const last = lines.at(-1) ?? "";
  const indent = /^[ \t]*/.exec(last)?.[0] ?? "";
  const opens = syntax.open.length > 0 ? /[([{,]\s*$|=>\s*$/ : /\)\s*$|\belse\s*$|\bdo\s*$/;
  const deeper = opens.test(last) && !/,\s*$/.test(last);
  return { status: "incomplete", indent: deeper ? indent + indentUnit : indent };
}
