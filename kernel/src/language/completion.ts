/**
 * Turns the compiler's completions into what a front end offers.
 *
 * @module
 */
import type { CellModule } from "./cells.ts";
import type { Compiler, RawCompletion, StringAt } from "./compiler.ts";
import { filePaths, moduleNames } from "./paths.ts";
import type { CompletionItem, CompletionResult, LiveAt } from "./types.ts";

/** More than anyone scrolls through; `glo` must not cost a message of a thousand entries. */
const limit = 500;

/** What may be written at `offset` of the cell, in the compiler's order and keywords last. */
export function completion(
  compiler: Compiler,
  { number, code, module }: CellModule,
  offset: number,
  directory: string,
): CompletionResult {
  const string = compiler.stringAt(code, offset);
  if (string?.module === true) return inPath(code, offset, string, directory);
  const found = compiler.completions(number, module.toText(offset));
  const entries = found?.entries ?? [];
  const asked = compiler.liveAt(code, offset);
  if (found === undefined || entries.length === 0) {
    const path = string && inPath(code, offset, string, directory);
    const nothing = { items: [], start: offset - writtenBefore(code, offset), end: offset };
    // Where the types have no members, the value may.
    const live = asked?.kind === "names" && found?.names !== true ? undefined : asked;
    return { ...(path ?? nothing), ...(live && { live }) };
  }
  const span = string?.span ?? {
    start: Math.max(0, Math.min(offset, module.toCode(found.span.start))),
    end: Math.max(offset, Math.min(code.length, module.toCode(found.span.end))),
  };
  const items = entries
    .map((entry): readonly [RawCompletion, number] => [entry, rank(entry, found.names)])
    .sort(([, a], [, b]) => a - b)
    .slice(0, limit)
    .map(([entry]) => item(entry));
  const live = moreOf(asked, found.names, entries);
  return { items, start: span.start, end: span.end, ...(live && { live }) };
}

/** What the live session may add to what the types know. */
function moreOf(
  asked: LiveAt | undefined,
  names: boolean,
  entries: readonly RawCompletion[],
): LiveAt | undefined {
  if (asked?.kind === "names") return names ? asked : undefined;
  // Types that list the texts they allow list them all; members are not all that a frame is indexed by.
  const literal = entries.some(({ kind }) => kind === "string");
  return asked?.kind === "columns" && !literal ? asked : undefined;
}

/** Keywords come last, before them the global names that Node's own types use among themselves. */
function rank({ name, kind }: RawCompletion, names: boolean): number {
  if (kind === "keyword") return 2;
  return names && name.startsWith("_") && !name.startsWith("__") ? 1 : 0;
}

function writtenBefore(code: string, offset: number): number {
  return /[\p{ID_Continue}$]*$/u.exec(code.slice(0, offset))?.[0].length ?? 0;
}

function item({ name, kind, signature }: RawCompletion): CompletionItem {
  return { text: name, type: kind, ...(signature !== undefined && { signature }) };
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
