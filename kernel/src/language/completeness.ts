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

/** A line that the next one belongs to: a header without its statement, or an operator. */
const expectsMore = /^\s*(?:if|for|while|function)\b.*\)$|\b(?:else|do)$|=>$|[=+\-*/%&|^?:.]$/;

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

/** The indentation of the last line, one step deeper if that line leaves something open. */
function incomplete(code: string, syntax: Syntax): Completeness {
  const written = code.trimEnd();
  const begin = written.lastIndexOf("\n") + 1;
  const line = written.slice(begin);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const deeper = (syntax.open.at(-1) ?? -1) >= begin || expectsMore.test(line);
  return { status: "incomplete", indent: deeper ? indent + indentUnit : indent };
}
