import { originalName } from "../../transpile/shadowing.ts";
import type { Entry, Node } from "./nodes.ts";

/**
 * The names of several scopes as one list; the same name of an outer scope is hidden, as it is for
 * the code.
 *
 * @param scopes What V8 shows of each scope, inner ones first.
 */
export function scopeNode(scopes: readonly object[], extra: readonly Entry[]): Node {
  const entries = new Map<string, Entry>(extra.map((entry) => [entry.name, entry]));
  for (const scope of scopes) {
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(scope))) {
      const name = originalName(key);
      if (!entries.has(name)) entries.set(name, { name, value: value as unknown, path: name });
    }
  }
  return listNode([...entries.values()]);
}

/** A list of names to which only the debugged code's own frame can assign. */
export function listNode(entries: readonly Entry[]): Node {
  return {
    indexed: 0,
    slice: () => [],
    named: () => [...entries],
    assign: (name) => {
      throw new TypeError(`${name} is a variable, not a property`);
    },
  };
}
