import type { CompletionItem, CompletionResult, LiveAt } from "../language/types.ts";
import { toCodePoints, toCodeUnits } from "./code-points.ts";
import { insideText } from "./inside-text.ts";
import type { LazyLanguage } from "./language.ts";
import { columnsOf, soon } from "./live-values.ts";
import type { MainThreadInspector } from "./main-thread.ts";

/** An object path that ends at the cursor, such as `model.layers[0].` or `tot`. */
const pathBeforeCursor =
  /(?:([\p{ID_Start}$_][\w$]*(?:\??\.[\w$]+|\[\d+\])*)\??\.)?([\p{ID_Continue}$]*)$/u;

/** How far back a path may reach; the search takes time with the square of that. */
const longestPath = 1_000;

/** The path, cut into the object whose members are wanted (none: a global name) and the start of one. */
export function pathAt(code: string, offset: number): { object?: string; prefix: string } {
  const [, object, prefix = ""] =
    pathBeforeCursor.exec(code.slice(Math.max(0, offset - longestPath), offset)) ?? [];
  return object === undefined ? { prefix } : { object, prefix };
}

/**
 * Answers a `complete_request` from the types, and from the live session where types end.
 *
 * Each item's `signature` in `_jupyter_types_experimental` is what follows the name in a
 * declaration: `(x: number): string`, or `: number[]`.
 */
export async function complete(
  { code, cursor_pos: cursor }: { code: string; cursor_pos: number },
  language: LazyLanguage,
  mainThread: MainThreadInspector,
): Promise<object> {
  const offset = toCodeUnits(code, cursor);
  const typed =
    (await language.askSoon((thread) => thread.complete(code, offset))) ?? untyped(code, offset);
  const prefix = code.slice(typed.start, offset);
  // Who has names to read does not wait for more from a main thread that computes.
  const known = typed.items.length > 0 && typed.live?.kind === "names";
  const live = await soon(liveItems(typed, code, mainThread), known ? 50 : 300);
  const items = merged(
    typed,
    (live ?? []).filter(({ text }) => begins(text, prefix)),
  );
  const [cursor_start, cursor_end] = [
    toCodePoints(code, typed.start),
    toCodePoints(code, typed.end),
  ];
  return {
    status: "ok",
    matches: items.map(({ text }) => text),
    cursor_start,
    cursor_end,
    metadata: {
      _jupyter_types_experimental: items.map((item) => ({
        ...item,
        start: cursor_start,
        end: cursor_end,
      })),
    },
  };
}

/** What can be said without the language thread. */
function untyped(code: string, offset: number): CompletionResult {
  const { object, prefix } = pathAt(code, offset);
  const start = offset - prefix.length;
  const place = { items: [], start, end: offset };
  if (insideText(code, offset)) return place;
  if (object !== undefined) return { ...place, live: { kind: "members", of: object } };
  return code[start - 1] === "." ? place : { ...place, live: { kind: "names" } };
}

async function liveItems(
  { live, start }: CompletionResult,
  code: string,
  mainThread: MainThreadInspector,
): Promise<CompletionItem[]> {
  switch (live?.kind) {
    case "names":
      return mainThread.names();
    case "members":
      return mainThread.members(live.of);
    case "columns":
      return columnItems(live, code[start - 1], mainThread);
    case undefined:
      return [];
  }
}

async function columnItems(
  { of }: LiveAt & { kind: "columns" },
  quote: string | undefined,
  mainThread: MainThreadInspector,
): Promise<CompletionItem[]> {
  for (const expression of of) {
    const names = await columnsOf(expression, mainThread);
    if (names.length > 0)
      return names.map((name) => ({ text: escaped(name, quote), type: "column" }));
  }
  return [];
}

/** As it is written between these quotes. */
function escaped(name: string, quote: string | undefined): string {
  const text = JSON.stringify(name).slice(1, -1);
  return quote === '"' ? text : text.replaceAll('\\"', '"').replaceAll(quote ?? "'", `\\${quote}`);
}

/** Columns are what a text between brackets means; other live names come behind those of the types. */
function merged(
  { items, live }: CompletionResult,
  found: readonly CompletionItem[],
): CompletionItem[] {
  const [first, second] = live?.kind === "columns" ? [found, items] : [items, found];
  const known = new Set(first.map(({ text }) => text));
  const paths = live?.kind === "columns" && found.length > 0 ? ["file", "directory"] : [];
  const more = second.filter(({ text, type }) => !known.has(text) && !paths.includes(type));
  return [...first, ...more];
}

function begins(name: string, prefix: string): boolean {
  return (prefix === prefix.toLowerCase() ? name.toLowerCase() : name).startsWith(prefix);
}
