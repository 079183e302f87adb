import { AsyncLocalStorage } from "node:async_hooks";
import { runForCell, type Cell } from "../main/cell.ts";
import type { Registered } from "./handlers.ts";

const storage = new AsyncLocalStorage<number>();

/** The comm message of a front end that the running code is an answer to. */
export function currentRequest(): number | undefined {
  return storage.getStore();
}

/** How a handler ends that the user stopped. */
class HandlerInterrupted extends Error {
  override readonly name = "KeyboardInterrupt";
  override readonly stack = "";
}

type Report = (cell: Cell | undefined, error: unknown) => void;

/** The handlers that one message of a front end set to work. */
export class Handling {
  readonly #request: number;
  readonly #report: Report;
  readonly #cells = new Set<Cell>();
  readonly #work: Promise<unknown>[] = [];

  constructor(request: number, report: Report) {
    this.#request = request;
    this.#report = report;
  }

  /** Calls a handler for the cell that registered it, and reports its error there. */
  call<Arguments extends unknown[]>(
    { handler, cell: left }: Registered<(...args: Arguments) => unknown>,
    ...args: Arguments
  ): { failed: boolean } {
    const outcome = { failed: false };
    const run = (cell?: Cell): void => {
      const failed = (error: unknown): void => {
        outcome.failed = true;
        if (!cell?.stopped) this.#report(cell, error);
      };
      if (cell) this.#cells.add(cell);
      try {
        const result: unknown = storage.run(this.#request, () => handler(...args));
        if (isThenable(result)) this.#work.push(Promise.resolve(result).catch(failed));
      } catch (error) {
        failed(error);
      }
    };
    if (left) runForCell(left, run);
    else run();
    return outcome;
  }

  /** Resolves when the handlers have, those too that were called meanwhile. */
  async settled(): Promise<void> {
    while (this.#work.length > 0) await Promise.all(this.#work.splice(0));
  }

  /** What the handlers still do has no effect any more. */
  stop(): void {
    for (const cell of this.#cells) {
      cell.stopped = true;
      this.#report(cell, new HandlerInterrupted("The handler of a comm message was interrupted"));
    }
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}
