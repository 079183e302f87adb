import type { ProgressRecord } from "../records/types.ts";
import { recordProblems } from "../records/validate.ts";
import type { LocalStore } from "./ports.ts";

/**
 * The write-ahead copy in the browser. A record has a key of its own, so that two tabs never write
 * over each other's; beside them stands the text of the latest file, against a save that was cut off.
 */
export class LocalCopy {
  readonly #store: LocalStore | undefined;
  readonly #prefix: string;

  constructor(store: LocalStore | undefined, scope: string, writer: string) {
    this.#store = store;
    this.#prefix = `daylab:progress:${scope}:${writer}:`;
  }

  /** Whether the record is safe in the browser now. */
  put(record: ProgressRecord): boolean {
    return this.#try((store) => {
      store.set(`${this.#prefix}record:${record.id}`, JSON.stringify(record));
      return true;
    }, false);
  }

  /** The waiting records of all tabs. */
  waiting(): ProgressRecord[] {
    const start = `${this.#prefix}record:`;
    return this.#try(
      (store) =>
        store
          .keys()
          .filter((key) => key.startsWith(start))
          .flatMap((key) => {
            const record = parsed(store.get(key));
            return record && recordProblems(record, "").length === 0
              ? [record as ProgressRecord]
              : [];
          }),
      [],
    );
  }

  /** Forgets a record that is safe in its file, unless a later state of it waits. */
  drop(record: ProgressRecord): void {
    const key = `${this.#prefix}record:${record.id}`;
    this.#try((store) => {
      if (store.get(key) === JSON.stringify(record)) store.remove(key);
    }, undefined);
  }

  putFile(text: string): void {
    this.#try((store) => store.set(`${this.#prefix}file`, text), undefined);
  }

  file(): string | undefined {
    return this.#try((store) => store.get(`${this.#prefix}file`), undefined);
  }

  #try<T>(work: (store: LocalStore) => T, otherwise: T): T {
    if (this.#store === undefined) return otherwise;
    try {
      return work(this.#store);
    } catch {
      // Private windows and full quotas throw at any call; the state says "memory" then.
      return otherwise;
    }
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
