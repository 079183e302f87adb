import { isStopped } from "./cell.ts";

/**
 * What the code of cells calls around its `await`s, so that a stopped cell goes no further:
 * `take(keep(await value) || await never)`.
 */
export class Awaits {
  /** Nothing holds on to it but the code that waits for it. */
  get never(): Promise<never> {
    return new Promise<never>(() => {});
  }

  #value: unknown;

  /** Keeps a value for `take`, unless the cell that the running code belongs to was stopped. */
  readonly keep = (value?: unknown): boolean => {
    if (isStopped()) return false;
    this.#value = value;
    return true;
  };

  /** The value that was kept just before, and no longer is. */
  readonly take = (): unknown => {
    const value = this.#value;
    this.#value = undefined;
    return value;
  };

  readonly stopped = isStopped;
}
