import type { DebugProtocol } from "@vscode/debugprotocol";
import { describe, typeName } from "./describe.ts";
import { isRun, nodeOf, type Entry, type Node, type Run } from "./nodes.ts";

/** Until when a reference can be opened: the thread goes on, or the next look at the notebook. */
export type Lifetime = "stop" | "look";

/** Which children are wanted; all of them where nothing is said. */
export interface Page {
  readonly filter?: "indexed" | "named";
  readonly start?: number;
  readonly count?: number;
}

/** Longer lists are shown in runs of this many. */
const runLength = 100;

/** The numbers under which a front end opens what it sees in a list of variables. */
export class References {
  readonly #nodes = new Map<number, { readonly node: Node; readonly lifetime: Lifetime }>();
  #last = 0;

  /** @returns 0 where there is nothing to open. */
  add(node: Node | undefined, lifetime: Lifetime): number {
    if (!node) return 0;
    this.#nodes.set(++this.#last, { node, lifetime });
    return this.#last;
  }

  release(lifetime: Lifetime): void {
    for (const [reference, held] of this.#nodes) {
      if (held.lifetime === lifetime) this.#nodes.delete(reference);
    }
  }

  /** The children of a reference; undefined where it can no longer be opened. */
  children(reference: number, page: Page): DebugProtocol.Variable[] | undefined {
    const held = this.#nodes.get(reference);
    if (!held) return undefined;
    const { node, lifetime } = held;
    const elements = page.filter === "named" ? [] : this.#elements(node, page);
    const named = page.filter === "indexed" ? [] : pageOf(node.named(), elements, page);
    return [...elements, ...named].map((child) => this.#variable(child, lifetime));
  }

  /** The object behind a reference, if it may have members with a `#`. */
  instance(reference: number): object | undefined {
    return this.#nodes.get(reference)?.node.instance;
  }

  /** @returns False where the reference can no longer be opened. */
  assign(reference: number, name: string, value: unknown): boolean {
    const node = this.#nodes.get(reference)?.node;
    node?.assign(name, value);
    return node !== undefined;
  }

  /** A value as a front end shows it. */
  variable(entry: Entry, lifetime: Lifetime): DebugProtocol.Variable {
    return this.#variable(entry, lifetime);
  }

  #elements(node: Node, { filter, start, count }: Page): (Entry | Node)[] {
    if (filter === "indexed" || count) return node.slice(start ?? 0, count || node.indexed);
    return node.indexed <= runLength ? node.slice(0, node.indexed) : runs(node, 0, node.indexed);
  }

  #variable(child: Entry | Node, lifetime: Lifetime): DebugProtocol.Variable {
    if (isRun(child)) {
      const variablesReference = this.add(child, lifetime);
      return { name: child.label, value: "", variablesReference, presentationHint: virtual };
    }
    const { name, value, path, isGetter } = child as Entry;
    const evaluateName = path === undefined ? {} : { evaluateName: path };
    if (isGetter) return { name, value: "[Getter]", variablesReference: 0, ...evaluateName };
    const node = nodeOf(value, path);
    return {
      name,
      value: describe(value),
      type: typeName(value),
      variablesReference: this.add(node, lifetime),
      ...(node && node.indexed > 0 && { indexedVariables: node.indexed }),
      ...evaluateName,
    };
  }
}

const virtual = { kind: "virtual" } as const;

/** Names come after the elements where a page is counted over both. */
function pageOf(named: Entry[], elements: unknown[], { filter, start = 0, count }: Page): Entry[] {
  if (!count) return named;
  if (filter === "named") return named.slice(start, start + count);
  return named.slice(0, Math.max(0, count - elements.length));
}

/** A long list in runs, a very long one in runs of runs. */
function runs(node: Node, from: number, to: number): Run[] {
  let length = runLength;
  while ((to - from) / length > runLength) length *= runLength;
  const result: Run[] = [];
  for (let start = from; start < to; start += length) {
    const end = Math.min(start + length, to);
    const inside = length === runLength ? undefined : runs(node, start, end);
    result.push({
      label: `[${start} … ${end - 1}]`,
      indexed: inside?.length ?? end - start,
      slice: (at, count) => inside?.slice(at, at + count) ?? node.slice(start + at, count),
      named: () => [],
      assign: (name, value) => node.assign(name, value),
    });
  }
  return result;
}
