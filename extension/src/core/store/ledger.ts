import { compare } from "../join/join.ts";
import type { ProgressRecord } from "../records/types.ts";
import type { LocalCopy } from "./local-copy.ts";
import type { Kept } from "./state.ts";

/**
 * This writer's records, and for each where it is safe: in the file, in the browser, or nowhere but
 * here. A record leaves the browser only when it is in the file for good.
 */
export class Ledger {
  readonly #copy: LocalCopy;
  readonly #records = new Map<string, ProgressRecord>();
  readonly #pending = new Map<string, ProgressRecord>();
  readonly #unsafe = new Set<string>();
  /** Saved, but another's save may still come and undo it; with the tick of the save. */
  readonly #settling = new Map<string, { record: ProgressRecord; since: number }>();

  constructor(copy: LocalCopy) {
    this.#copy = copy;
  }

  get records(): Iterable<ProgressRecord> {
    return this.#records.values();
  }

  get waits(): boolean {
    return this.#pending.size > 0;
  }

  get kept(): Kept {
    return this.#pending.size === 0 ? "file" : this.#unsafe.size === 0 ? "browser" : "memory";
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  /** New here: into the browser first. */
  add(record: ProgressRecord): void {
    if (this.#join(record)) this.#wait(record);
  }

  /** What waits in the browser: of this tab, of another one, or of one that is no more. */
  takeWaiting(): void {
    for (const record of this.#copy.waiting()) {
      if (this.#join(record)) this.#pending.set(record.id, record);
    }
  }

  /** What stands in the file. `since` is the tick at which its reading began. */
  takeFile(records: Iterable<ProgressRecord>, since: number, settle: number): void {
    const inFile = new Map<string, ProgressRecord>();
    for (const record of records) {
      inFile.set(record.id, record);
      this.#join(record);
    }
    for (const [id, { record, since: saved }] of this.#settling) {
      const found = inFile.get(id);
      if (found === undefined || compare(found, record) < 0) {
        this.#settling.delete(id);
        this.#pending.set(id, this.#records.get(id)!);
      } else if (since - saved >= settle) {
        this.#settling.delete(id);
        this.#copy.drop(record);
      }
    }
  }

  /** What a damaged file gave back: it must be written again, and is safe in the browser till then. */
  takeSalvaged(records: Iterable<ProgressRecord>): void {
    for (const record of records) this.#join(record);
    for (const record of this.#records.values()) {
      if (this.#pending.get(record.id) !== record) this.#wait(record);
    }
  }

  /** The file was saved with these at that tick. */
  confirm(saved: Iterable<ProgressRecord>, since: number): void {
    for (const record of saved) {
      if (this.#pending.get(record.id) !== record) continue;
      this.#pending.delete(record.id);
      this.#unsafe.delete(record.id);
      this.#settling.set(record.id, { record, since });
    }
  }

  #wait(record: ProgressRecord): void {
    this.#pending.set(record.id, record);
    if (this.#copy.put(record)) this.#unsafe.delete(record.id);
    else this.#unsafe.add(record.id);
  }

  #join(record: ProgressRecord): boolean {
    const known = this.#records.get(record.id);
    if (known !== undefined && compare(record, known) <= 0) return false;
    this.#records.set(record.id, record);
    return true;
  }
}
