/** Longest that the main thread waits, in milliseconds: output out of order is better than a hang. */
const patience = 1_000;

/**
 * Lets the main thread wait until the protocol thread has handled all that was posted to it before,
 * and has emptied the pipes of descriptors 1 and 2. Both share the counter.
 */
export class Barrier {
  readonly buffer: SharedArrayBuffer;
  readonly #passed: Int32Array;
  #last = 0;

  constructor(buffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer;
    this.#passed = new Int32Array(buffer);
  }

  /** Called by the main thread; `post` sends the number that the other side is to pass. */
  wait(post: (turn: number) => void): void {
    const turn = ++this.#last;
    post(turn);
    const end = performance.now() + patience;
    for (;;) {
      const passed = Atomics.load(this.#passed, 0);
      const left = end - performance.now();
      if (passed >= turn || left <= 0) return;
      Atomics.wait(this.#passed, 0, passed, left);
    }
  }

  /** Called by the protocol thread when it has come to the number. */
  pass(turn: number): void {
    Atomics.store(this.#passed, 0, turn);
    Atomics.notify(this.#passed, 0);
  }
}
