/** A change of one value, as an observer is told of it. */
export interface Change<Value = unknown, Name extends string = string, Owner = unknown> {
  readonly name: Name;
  readonly old: Value;
  readonly new: Value;
  readonly owner: Owner;
}

type Observer = (change: Change) => unknown;

/** Who wants to know of changes, by the name of the value. */
export class Observers {
  readonly #observers = new Set<{
    readonly names: readonly string[];
    readonly observer: Observer;
  }>();

  add(observer: Observer, names: readonly string[]): () => void {
    if (typeof observer !== "function") {
      throw new TypeError(`observe needs a function, received ${typeof observer}`);
    }
    const entry = { names, observer };
    this.#observers.add(entry);
    return () => void this.#observers.delete(entry);
  }

  clear(): void {
    this.#observers.clear();
  }

  /**
   * Tells all observers, also where one throws; then throws its error.
   *
   * @returns a promise where an observer gave one
   */
  tell(changes: readonly Change[]): Promise<unknown> | undefined {
    const errors: unknown[] = [];
    const promises: unknown[] = [];
    for (const change of changes) {
      for (const { names, observer } of [...this.#observers]) {
        if (!names.includes(change.name)) continue;
        try {
          const result = observer(change);
          if (result instanceof Promise) promises.push(result);
        } catch (error) {
          errors.push(error);
        }
      }
    }
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, "Several observers failed");
    return promises.length > 0 ? Promise.all(promises) : undefined;
  }
}
