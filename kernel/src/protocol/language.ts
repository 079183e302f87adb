import type { LanguageThread } from "../language/index.ts";

/**
 * Longest that an editor is kept waiting, in milliseconds. The first question takes seconds, since
 * it starts the thread and loads all types.
 */
const patience = 10_000;

/** The language thread, started when something is asked of it first. */
export class LazyLanguage {
  readonly #directory: string;
  /** Cells that ran before the thread was started, in order. */
  readonly #ran: string[] = [];
  #thread: Promise<LanguageThread> | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Tells the thread that a cell ran, or remembers it until the thread is wanted. */
  commit(code: string): void {
    if (this.#thread) this.#thread.then((thread) => thread.commit(code)).catch(() => {});
    else this.#ran.push(code);
  }

  /** Asks, starting the thread if need be. */
  async ask<Answer>(question: (thread: LanguageThread) => Promise<Answer>): Promise<Answer> {
    return question(await (this.#thread ??= this.#start()));
  }

  /** Like `ask` for an editor that waits: it gets nothing where the thread fails or is too slow. */
  async askSoon<Answer>(
    question: (thread: LanguageThread) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), patience);
    });
    const answer = this.ask(question).catch(() => undefined);
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  async #start(): Promise<LanguageThread> {
    const { startLanguage } = await import("../language/index.ts");
    const thread = startLanguage({ directory: this.#directory });
    for (const code of this.#ran.splice(0)) thread.commit(code).catch(() => {});
    return thread;
  }
}
