/** A request waiting for its turn; an aborted one is answered without being run. */
export interface Queued<Request> {
  readonly request: Request;
  aborted: boolean;
}

/** Execute requests in the order they came. */
export class ExecutionQueue<Request> {
  readonly #waiting: Queued<Request>[] = [];

  push(request: Request): void {
    this.#waiting.push({ request, aborted: false });
  }

  next(): Queued<Request> | undefined {
    return this.#waiting.shift();
  }

  /** Aborts what waits now; what comes later is not affected. */
  abortWaiting(): void {
    for (const queued of this.#waiting) queued.aborted = true;
  }
}
