/**
 * Turns the compiler's completions into what a front end offers.
 *
 * @module
 */
import type { CellModule, Cells } from "./cells.ts";
import type { Compiler, RawCompletion, StringAt } from "./compiler.ts";
import { filePaths, moduleNames } from "./paths.ts";
import type { CompletionItem, CompletionResult } from "./types.ts";

/** More than anyone scrolls through; `glo` must not cost a message of a thousand entries. */
const limit = 500;

/** What may be written at `offset` of the cell, in the compiler's order and keywords last. */
export function completion(
  compiler: Compiler,
  cells: Cells,
  module: CellModule,
  offset: number,
  directory: string,
): CompletionResult {
  const { code } = module;
  const string = compiler.stringAt(code, offset);
  if (string?.module === true) return inPath(code, offset, string, directory);
  const found = compiler.completions(module.number, module.offset + offset);
  if (found === undefined || found.entries.length === 0)
    return string === undefined
      ? { items: [], start: offset, end: offset }
      : inPath(code, offset, string, directory);
  const start = Math.max(0, Math.min(offset, found.span.start - module.offset));
  const end = Math.max(offset, Math.min(code.length, found.span.end - module.offset));
  const prefix = code.slice(start, offset);
  const items = found.entries
    .filter(({ name }) => matches(name, prefix))
    .sort((a, b) => Number(a.kind === "keyword") - Number(b.kind === "keyword"))
    .slice(0, limit)
    .map((entry): CompletionItem => ({ text: entry.name, type: kindOf(entry, cells) }));
  return { items, start, end };
}

/** Whoever types a capital means it. */
function matches(name: string, prefix: string): boolean {
  return (prefix === prefix.toLowerCase() ? name.toLowerCase() : name).startsWith(prefix);
}

/** A name from an earlier cell arrives as an import; what it is there says more. */
function kindOf(entry: RawCompletion, cells: Cells): string {
  if (entry.kind !== "alias") return entry.kind;
  const kind = cells.declaration(entry.name)?.declaration.kind;
  return kind === undefined || kind === "import" ? "module" : kind;
}

/** A string the types say nothing about may name a file. */
function inPath(
  code: string,
  offset: number,
  { module, span }: StringAt,
  directory: string,
): CompletionResult {
  const fragment = code.slice(span.start, offset);
  const items =
    module && !/^\.{0,2}\//.test(fragment) && fragment !== "." && fragment !== ".."
      ? moduleNames(directory, fragment)
      : filePaths(directory, fragment, module);
  return { items: items.slice(0, limit), start: span.start, end: span.end };
}
