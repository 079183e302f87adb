import { writeOwnStderr } from "./own-stderr.ts";

/** How V8 and Node.js begin what they print before they abort. */
const begins = /^(?:FATAL ERROR:|<--- Last few GCs --->|#\n# Fatal error)|Assertion failed/m;

/** How long after that the rest may follow: a stack trace. */
const dying = 2_000;

/**
 * Copies what a dying process prints to its own stderr. It aborts from one moment to the next, with
 * all its threads, and what nobody has read from the pipe by then is gone with it. Node.js prints a
 * native stack trace after the reason, so that there is time to read the reason, but no certainty.
 */
export class FatalErrors {
  #until = -Infinity;

  /** Whether there may be no time to lose for what the text is handed to. */
  look(text: string): boolean {
    if (begins.test(text)) this.#until = performance.now() + dying;
    const fatal = performance.now() <= this.#until;
    if (fatal) writeOwnStderr(text);
    return fatal;
  }
}
