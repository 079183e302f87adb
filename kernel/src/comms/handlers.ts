import { currentCell, type Cell } from "../main/cell.ts";

/** A handler, with the cell that its output belongs to. */
export interface Registered<Handler> {
  readonly handler: Handler;
  readonly cell: Cell | undefined;
}

export function registered<Handler>(handler: Handler): Registered<Handler> {
  if (typeof handler !== "function") {
    throw new TypeError(`A handler must be a function, received ${typeof handler}`);
  }
  return { handler, cell: currentCell() };
}

/** Handlers in the order they were added. */
export class Handlers<Handler> {
  readonly #handlers = new Set<Registered<Handler>>();

  /** @returns what removes it. */
  add(handler: Handler): () => void {
    const added = registered(handler);
    this.#handlers.add(added);
    return () => void this.#handlers.delete(added);
  }

  all(): Registered<Handler>[] {
    return [...this.#handlers];
  }
}
