import { setImmediate } from "node:timers/promises";

/**
 * Lets the event loop turn when a training has held it for a while, so that Stop, the progress line
 * and other cells' output get through.
 */
export class Breather {
  #last = performance.now();

  /** Waits for one turn of the event loop if the last was `every` milliseconds ago or more (default 20). */
  async breathe(every = 20): Promise<void> {
    if (performance.now() - this.#last < every) return;
    await setImmediate();
    this.#last = performance.now();
  }
}
