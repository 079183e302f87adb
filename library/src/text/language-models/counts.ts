/** A context as a key: no token holds this sign. */
export const contextKey = (tokens: readonly string[]): string => tokens.join("\0");

/** What follows a context, and how often in all. */
export interface Followers {
  readonly counts: Map<string, number>;
  total: number;
}

/** Counts of what follows contexts; level i has the contexts of i tokens. */
export class FollowerCounts {
  readonly #levels: Map<string, Followers>[];

  constructor(order: number) {
    this.#levels = Array.from({ length: order }, () => new Map<string, Followers>());
  }

  add(context: readonly string[], token: string): void {
    const level = this.#levels[context.length];
    const key = contextKey(context);
    let found = level.get(key);
    if (found === undefined) level.set(key, (found = { counts: new Map(), total: 0 }));
    found.counts.set(token, (found.counts.get(token) ?? 0) + 1);
    found.total += 1;
  }

  get(context: readonly string[]): Followers | undefined {
    return this.#levels[context.length].get(contextKey(context));
  }

  /** All contexts of so many tokens, with what follows. */
  level(size: number): IterableIterator<[string, Followers]> {
    return this.#levels[size].entries();
  }
}
