import { setTimeout as sleep } from "node:timers/promises";

/** How long the main thread has to answer before what keeps it busy is ended, in milliseconds. */
const patience = 10;

/** How long ended code may take to unwind before it is ended again: it may have been called anew. */
const again = 100;

/** A termination that V8 did not confirm within this time is not waited for. */
const longest = 1_000;

/**
 * Stops a cell. A main thread that only waits is asked to end it. One that does not answer is busy:
 * then whatever runs there is terminated, until the cell has ended.
 */
export class Interruption {
  readonly #terminate: () => Promise<void>;
  #settled: Promise<unknown> | undefined;

  constructor(terminate: () => Promise<void>) {
    this.#terminate = terminate;
  }

  /** Resolves once no termination is under way that could hit the next cell; undefined if none is. */
  get settled(): Promise<unknown> | undefined {
    return this.#settled;
  }

  /** `ask` posts the request; `ended` tells whether the cell has ended. */
  stop(ask: () => void, ended: () => boolean): void {
    ask();
    void this.#insist(ended);
  }

  async #insist(ended: () => boolean): Promise<void> {
    await sleep(patience);
    while (!ended()) {
      const confirmed = this.#terminate();
      const settled = Promise.race([confirmed, sleep(longest, undefined, { ref: false })]);
      this.#settled = settled;
      void settled.then(() => {
        if (this.#settled === settled) this.#settled = undefined;
      });
      await Promise.race([settled, sleep(again)]);
      await sleep(again);
    }
  }
}
