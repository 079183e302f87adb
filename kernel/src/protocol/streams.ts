export type StreamName = "stdout" | "stderr";

/** A front end redraws at most at 125 Hz: more messages than that are work for nobody. */
const delay = 8;

/**
 * A message is kept well below what WebSocket proxies refuse, and small enough that the messages
 * which libzmq keeps for a slow client are no load; see `Publisher`.
 */
const longest = 1 << 17;

interface Pending {
  readonly id: number;
  readonly name: StreamName;
  readonly texts: string[];
  length: number;
}

/**
 * Joins the writes of one cell to one stream into a message every 8 ms. Order between cells and
 * between stdout and stderr is kept.
 */
export class StreamCoalescer {
  readonly #publish: (id: number, name: StreamName, text: string) => void;
  #pending: Pending | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(publish: (id: number, name: StreamName, text: string) => void) {
    this.#publish = publish;
  }

  write(id: number, name: StreamName, text: string): void {
    if (this.#pending?.id !== id || this.#pending.name !== name) this.flush();
    for (let start = 0, end; start < text.length; start = end) {
      end = pieceEnd(text, start + longest - (this.#pending?.length ?? 0));
      this.#pending ??= { id, name, texts: [], length: 0 };
      this.#pending.texts.push(text.slice(start, end));
      this.#pending.length += end - start;
      if (this.#pending.length >= longest - 1) this.flush();
      else this.#timer ??= setTimeout(() => this.flush(), delay);
    }
  }

  /** Publishes what is waiting; called before anything that must come after it. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.#publish(pending.id, pending.name, pending.texts.join(""));
  }
}

/** Where to cut a text at `end` or just before it, so that no character is cut in two. */
function pieceEnd(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
