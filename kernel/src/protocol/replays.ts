/** A signature is remembered for at least this many messages, and at most for twice as many. */
const span = 8192;

/**
 * Notices messages that came before. Whoever listens on an unencrypted connection could send a copy
 * of what a client sent, rightly signed, and have a cell run again.
 */
export class Replays {
  #recent = new Set<string>();
  #older = new Set<string>();

  /** @returns whether the signature is known; from now on it is. */
  seen(signature: string): boolean {
    if (this.#recent.has(signature) || this.#older.has(signature)) return true;
    if (this.#recent.size >= span) {
      this.#older = this.#recent;
      this.#recent = new Set();
    }
    this.#recent.add(signature);
    return false;
  }
}
