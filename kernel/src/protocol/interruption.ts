import { setTimeout as sleep } from "node:timers/promises";

/** How long the main thread has to answer before what keeps it busy is ended, in milliseconds. */
const patience = 10;

/** How long ended code may take to unwind before it is ended again: it may have been called anew. */
const again = 100;

/** A termination that V8 did not confirm within this time is not waited for. */
const longest = 1_000;

/** How long child processes get to end before the next cell starts. */
const leave = 10;

/** What is to be stopped, and by what. */
export interface Stop {
  /** Posts the request to the main thread. */
  readonly ask: () => void;
  /** Tells whether it has ended. */
  readonly ended: () => boolean;
  /** Called once where the main thread turns out to be busy, before that is terminated. */
  readonly busy?: () => void;
}

/**
 * Stops cells, and the child processes that would go on printing. A main thread that only waits is
 * asked to end them. One that does not answer is busy: then whatever runs there is terminated, until
 * the cells have ended.
 */
export class Interruption {
  readonly #terminate: () => Promise<void>;
  readonly #interruptChildren: () => void;
  #settled: Promise<unknown> | undefined;

  constructor(terminate: () => Promise<void>, interruptChildren: () => void = () => {}) {
    this.#terminate = terminate;
    this.#interruptChildren = interruptChildren;
  }

  /** Resolves once nothing is under way that could hit the next cell; undefined if nothing is. */
  get settled(): Promise<unknown> | undefined {
    return this.#settled;
  }

  stop(what: Stop): void {
    what.ask();
    void this.#insist(what);
  }

  /**
   * A cell that waits for a child in `execSync` is terminated before the child is interrupted, or it
   * would go on, or fail with the end of the child.
   */
  async #insist({ ended, busy }: Stop): Promise<void> {
    void this.#hold(sleep(patience + leave));
    await sleep(patience);
    if (ended()) return this.#interruptChildren();
    busy?.();
    let settled = this.#hold(Promise.all([this.#confirmed(), sleep(leave)]));
    this.#interruptChildren();
    for (;;) {
      await Promise.race([settled, sleep(again)]);
      await sleep(again);
      if (ended()) return;
      settled = this.#hold(this.#confirmed());
    }
  }

  #confirmed(): Promise<unknown> {
    return Promise.race([this.#terminate(), sleep(longest, undefined, { ref: false })]);
  }

  #hold(settled: Promise<unknown>): Promise<unknown> {
    this.#settled = settled;
    void settled.then(() => {
      if (this.#settled === settled) this.#settled = undefined;
    });
    return settled;
  }
}
