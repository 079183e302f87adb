/** A bounded number of things by key: the one that was not used for longest is let go. */
export class Traces<T> {
  readonly #most: number;
  readonly #free: (item: T) => void;
  readonly #items = new Map<string, T>();

  constructor(most: number, free: (item: T) => void) {
    this.#most = most;
    this.#free = free;
  }

  get(key: string): T | undefined {
    return this.#items.get(key);
  }

  /** Puts the item last, as the one that was used just now. */
  set(key: string, item: T): void {
    this.#items.delete(key);
    this.#items.set(key, item);
    for (const [oldest, old] of this.#items) {
      if (this.#items.size <= this.#most) return;
      this.#items.delete(oldest);
      this.#free(old);
    }
  }

  entries(): [string, T][] {
    return [...this.#items];
  }

  clear(): void {
    for (const item of this.#items.values()) this.#free(item);
    this.#items.clear();
  }
}
