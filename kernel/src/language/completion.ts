/**
 * Turns the compiler's completions into what a front end offers.
 *
 * @module
 */
import type { CellModule, Cells } from "./cells.ts";
import type { RawCompletion, RawCompletions } from "./compiler.ts";
import type { CompletionItem, CompletionResult } from "./types.ts";

/** More than anyone scrolls through; `glo` must not cost a message of a thousand entries. */
const limit = 500;

/** The completions that begin with what is written before `offset`, best first. */
export function completionItems(
  found: RawCompletions | undefined,
  module: CellModule,
  offset: number,
  cells: Cells,
): CompletionResult {
  if (found === undefined) return { items: [], start: offset, end: offset };
  const start = Math.max(0, found.span.start - module.offset);
  const end = Math.max(offset, Math.min(module.code.length, found.span.end - module.offset));
  const prefix = module.code.slice(start, offset);
  const items = found.entries
    .filter(({ name }) => startsWith(name, prefix))
    .sort((a, b) => order(a, prefix) - order(b, prefix))
    .slice(0, limit)
    .map((entry): CompletionItem => ({ text: entry.name, type: kindOf(entry, cells) }));
  return { items, start, end };
}

function startsWith(name: string, prefix: string): boolean {
  return name.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();
}

/** The sort is stable: within a class TypeScript's order stays. */
function order(entry: RawCompletion, prefix: string): number {
  const keyword = entry.kind === "keyword" ? 2 : 0;
  return keyword + (entry.name.startsWith(prefix) ? 0 : 1);
}

/** A name from an earlier cell arrives as an import; what it is there says more. */
function kindOf(entry: RawCompletion, cells: Cells): string {
  if (entry.kind !== "alias") return entry.kind;
  const kind = cells.declaration(entry.name)?.declaration.kind;
  return kind === undefined || kind === "import" ? "module" : kind;
}
