import { writeSync } from "node:fs";

/**
 * Writes one line to the kernel's log: the process's own stderr, which the Jupyter server shows.
 * Synchronous, because a worker's `console` waits for the main thread, which a cell may block.
 */
export function log(text: string): void {
  try {
    writeSync(2, `[daylab] ${text}\n`);
  } catch {
    // Whoever held the other end of stderr is gone; there is nobody left to tell.
  }
}
