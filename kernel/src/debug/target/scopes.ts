import { originalName } from "../../transpile/shadowing.ts";
import type { Entry, Node } from "./nodes.ts";

/** A name with a function that reads it, which throws where nothing was assigned yet. */
export type Reading = readonly [name: string, read: () => unknown];

/** What names hold; those that hold nothing yet are left out. */
export function entriesOf(readings: readonly Reading[]): Entry[] {
  return readings.flatMap(([key, read]) => {
    try {
      const name = originalName(key);
      return [{ name, value: read(), path: name }];
    } catch {
      return [];
    }
  });
}

/** A list of variables: only code that sees them can assign to them. */
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
