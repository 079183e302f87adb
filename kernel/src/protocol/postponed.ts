/** Something to do once: after a delay, in milliseconds, or earlier where `now` is called. */
export class Postponed {
  readonly #timer: NodeJS.Timeout;
  #action: (() => void) | undefined;

  constructor(delay: number, action: () => void) {
    this.#action = action;
    this.#timer = setTimeout(() => this.now(), delay);
  }

  now(): void {
    const action = this.#action;
    this.cancel();
    action?.();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#action = undefined;
  }
}
