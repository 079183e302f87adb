import type { CompletionItem } from "../language/types.ts";
import { toCodePoints, toCodeUnits } from "./code-points.ts";
import { insideText } from "./inside-text.ts";
import type { LazyLanguage } from "./language.ts";
import type { MainThreadInspector } from "./main-thread.ts";

/** An object path that ends at the cursor, such as `model.layers[0].` or `tot`. */
const pathBeforeCursor =
  /(?:([\p{ID_Start}$_][\w$]*(?:\??\.[\w$]+|\[\d+\])*)\??\.)?([\p{ID_Continue}$]*)$/u;

/** The path, cut into the object whose members are wanted (none: a global name) and the start of one. */
export function pathAt(code: string, offset: number): { object?: string; prefix: string } {
  const [, object, prefix = ""] = pathBeforeCursor.exec(code.slice(0, offset)) ?? [];
  return object === undefined ? { prefix } : { object, prefix };
}

/** Answers a `complete_request` from the types, and from the live session where types end. */
export async function complete(
  { code, cursor_pos: cursor }: { code: string; cursor_pos: number },
  language: LazyLanguage,
  mainThread: MainThreadInspector,
): Promise<object> {
  const offset = toCodeUnits(code, cursor);
  const { object, prefix } = pathAt(code, offset);
  const afterDot = object === undefined && code[offset - prefix.length - 1] === ".";
  const [typed, live] = await Promise.all([
    language.askSoon((thread) => thread.complete(code, offset)),
    object !== undefined ? mainThread.members(object) : afterDot ? [] : mainThread.names(),
  ]);
  const items: CompletionItem[] = [...(typed?.items ?? [])];
  const typesKnow = object !== undefined && items.length > 0;
  if (!typesKnow && !insideText(code, offset)) {
    const known = new Set(items.map(({ text }) => text));
    items.push(...live.filter(({ text }) => text.startsWith(prefix) && !known.has(text)));
  }
  const [start, end] =
    typed && typed.items.length > 0 ? [typed.start, typed.end] : [offset - prefix.length, offset];
  const cursor_start = toCodePoints(code, start);
  const cursor_end = toCodePoints(code, end);
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
