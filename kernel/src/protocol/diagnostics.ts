import type { CellError } from "../errors/types.ts";
import type { CellDiagnostic } from "../language/types.ts";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
const yellow = (text: string) => `\u001b[33m${text}\u001b[39m`;
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;

/** One finding with the line it is about: message, place, source line, marker. */
export function diagnosticFrame(diagnostic: CellDiagnostic, code: string): string {
  const { category, code: number, message, line, column, length } = diagnostic;
  const colour = category === "error" ? red : yellow;
  const [first, ...details] = message.split("\n");
  const source = code.split(/\r?\n/)[line - 1] ?? "";
  const gutter = `${line} | `;
  const marked = Math.max(1, Math.min(length, source.length - column + 1));
  return [
    `${colour(`TS${number}`)}: ${first} ${dim(`(line ${line}, column ${column})`)}`,
    ...details,
    `${dim(gutter)}${source}`,
    `${" ".repeat(gutter.length + column - 1)}${colour("~".repeat(marked))}`,
  ].join("\n");
}

/** The reply of a cell that strict mode does not run; undefined where nothing is wrong with it. */
export function typeScriptError(
  diagnostics: readonly CellDiagnostic[],
  code: string,
): CellError | undefined {
  const errors = diagnostics.filter(({ category }) => category === "error");
  const [first] = errors;
  if (!first) return undefined;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return {
    ename: "TypeScriptError",
    evalue: `TS${first.code}: ${first.message}${more}`,
    traceback: errors.map((error) => diagnosticFrame(error, code)),
  };
}
