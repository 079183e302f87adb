import { syncBuiltinESMExports } from "node:module";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers";
import { currentCell, type Cell } from "../cell.ts";
import { askLater, type PostQuestion } from "./ask.ts";

/**
 * `process.stdin` of a cell: every line that is read is one question to the front end, so that
 * `readline` and `for await (const line of process.stdin)` work. It ends with the cell that read
 * from it, or by Ctrl-D; the next cell gets a new one.
 */
class CellInput extends Readable {
  readonly fd = 0;
  readonly #post: PostQuestion;
  #cell: Cell | undefined;

  constructor(post: PostQuestion) {
    super({ encoding: "utf8", highWaterMark: 1 });
    this.#post = post;
  }

  /** Streams read ahead: whoever just got a line may want no other, and says so in this turn. */
  override _read(): void {
    if (!this.#cell) {
      this.#cell = currentCell();
      this.#cell?.endings.push(() => this.#end());
    }
    setImmediate(() => {
      if (this.destroyed) return;
      // Who listens for "readable" reads by itself, which counts as paused.
      if (this.isPaused() && this.listenerCount("readable") === 0) {
        this.once("resume", () => this.#ask());
      } else this.#ask();
    });
  }

  #ask(): void {
    askLater({ asker: "process.stdin", prompt: "" }, this.#post).then(
      (line) => {
        if (line === undefined) this.#end();
        else this.push(`${line}\n`);
      },
      (error: Error) => {
        if (this.#cell?.running) this.#end(error);
      },
    );
  }

  #end(error?: Error): void {
    if ((process.stdin as Readable) === this) installStdin(this.#post);
    if (this.readableEnded || this.destroyed) return;
    if (error) this.destroy(error);
    else this.push(null);
  }
}

/** Puts a fresh stream in the place of `process.stdin`. */
export function installStdin(post: PostQuestion): void {
  const value = new CellInput(post);
  Object.defineProperty(process, "stdin", { value, configurable: true, enumerable: true });
  // For `import { stdin } from "node:process"`.
  syncBuiltinESMExports();
}
