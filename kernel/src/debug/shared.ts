/**
 * Work that many ask for at once and that is the same for all: those who ask while it is done wait
 * for it to be done once more, all together. Nobody gets what was known before he asked.
 */
export class Shared<Result> {
  readonly #work: () => Promise<Result>;
  #now: Promise<Result> | undefined;
  #next: Promise<Result> | undefined;

  constructor(work: () => Promise<Result>) {
    this.#work = work;
  }

  get(): Promise<Result> {
    if (!this.#now) return this.#start();
    this.#next ??= this.#now.then(
      () => this.#again(),
      () => this.#again(),
    );
    return this.#next;
  }

  #start(): Promise<Result> {
    const now = this.#work().finally(() => {
      if (this.#now === now) this.#now = undefined;
    });
    this.#now = now;
    return now;
  }

  #again(): Promise<Result> {
    this.#next = undefined;
    return this.#start();
  }
}
