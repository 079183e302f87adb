/**
 * Turns the compiler's findings about a cell's module into findings about the cell.
 *
 * @module
 */
import type { CellModule, Cells } from "./cells.ts";
import type { DeclarationKind, RawDiagnostic } from "./compiler.ts";
import type { CellDiagnostic } from "./types.ts";

/** A package without types is `any`: true of half of npm, and nothing a notebook can mend. */
const untypedModule = 7016;
const assignmentToImport = 2632;

/** What TypeScript says where the assignment is in the module that declares the name. */
const assignmentErrors: Partial<Record<DeclarationKind, readonly [number, string]>> = {
  const: [2588, "a constant"],
  function: [2630, "a function"],
  class: [2629, "a class"],
  enum: [2628, "an enum"],
  namespace: [2631, "a namespace"],
};

/** A variable used before its declaration has no value, and perhaps no type, for that very reason. */
const usedTooEarly = 2448;
const consequences: readonly number[] = [2454, 7022];

/** Findings in the cell's own text, in its order, each said once, with lines and columns. */
export function cellDiagnostics(
  raw: readonly RawDiagnostic[],
  module: CellModule,
  cells: Cells,
): CellDiagnostic[] {
  const lines = lineStarts(module.code);
  const findings: CellDiagnostic[] = [];
  const said = new Set<string>();
  const early = raw.some(({ code }) => code === usedTooEarly);
  for (const { category, code, message, start, length } of raw) {
    const offset = module.module.toCode(start);
    if (code === untypedModule || offset < 0 || offset > module.code.length) continue;
    if (early && consequences.includes(code)) continue;
    const words = `${start} ${code} ${message}`;
    if (said.has(words)) continue;
    said.add(words);
    const end = Math.min(module.module.toCode(start + length), module.code.length);
    const line = lines.findLastIndex((begin) => begin <= offset);
    findings.push({
      category,
      ...(code === assignmentToImport
        ? assignment(module.code.slice(offset, end), message, cells)
        : { code, message }),
      line: line + 1,
      column: offset - (lines[line] ?? 0) + 1,
      length: end - offset,
    });
  }
  return findings;
}

function assignment(
  name: string,
  message: string,
  cells: Cells,
): { code: number; message: string } {
  const kind = cells.declaration(name)?.declaration.kind;
  const known = kind === undefined ? undefined : assignmentErrors[kind];
  if (known === undefined) return { code: assignmentToImport, message };
  return { code: known[0], message: `Cannot assign to '${name}' because it is ${known[1]}.` };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g))
    starts.push(match.index + match[0].length);
  return starts;
}
