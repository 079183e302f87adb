/** Output on its way from the main thread that may pile up, in bytes; beyond it a cell must wait. */
const limit = 4 << 20;

/** What a message costs besides its weight; see `weightOf`. */
const overhead = 256;

/**
 * Keeps a cell that prints in a loop from filling the memory with messages: the main thread waits
 * while too many are under way to the protocol thread. Both share the counter.
 */
export class OutputFlow {
  readonly buffer: SharedArrayBuffer;
  readonly #underWay: Int32Array;

  constructor(buffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer;
    this.#underWay = new Int32Array(buffer);
  }

  /**
   * Called by the main thread before it posts a message of this `weight`. An interrupt is most
   * likely to strike in the wait, so the message is counted after it.
   */
  sending(weight: number): void {
    let size: number;
    while ((size = Atomics.load(this.#underWay, 0)) > limit) {
      if (Atomics.wait(this.#underWay, 0, size, 1_000) === "timed-out") break;
    }
    Atomics.add(this.#underWay, 0, weight + overhead);
  }

  /** Called by the protocol thread for every message that was announced by `sending`. */
  received(weight: number): void {
    const before = Atomics.sub(this.#underWay, 0, weight + overhead);
    if (before > limit) Atomics.notify(this.#underWay, 0);
  }
}
