import * as fs from "node:fs";

/** Taken before cells may replace it: `main/descriptors.ts` does. */
const { writeSync } = fs;

/** Where the process's own stderr is, for all threads: 2 until output is captured, then a copy. */
let descriptor = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(2);

/**
 * Writes to the stderr that the process was started with, which the Jupyter server shows; never a
 * cell's. Synchronous, because a worker's `console` waits for the main thread, which a cell may
 * block.
 */
export function writeOwnStderr(text: string): void {
  try {
    writeSync(ownStderr(), text);
  } catch {
    // Whoever held the other end of stderr is gone; there is nobody left to tell.
  }
}

/** Its descriptor, which changes when output is captured or given back: do not keep it. */
export function ownStderr(): number {
  return Atomics.load(descriptor, 0);
}

export function setOwnStderr(moved: number): void {
  Atomics.store(descriptor, 0, moved);
}

/** What another thread needs to know it too: it goes into the thread's `workerData`. */
export function ownStderrBuffer(): SharedArrayBuffer {
  return descriptor.buffer;
}

/** In a thread: shares the descriptor with the thread that started it. */
export function shareOwnStderr(buffer: SharedArrayBuffer): void {
  descriptor = new Int32Array(buffer);
}
