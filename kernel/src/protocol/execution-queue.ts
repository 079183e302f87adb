/** A request whose turn it is; an aborted one is answered without being run. */
export interface Queued<Request> {
  readonly request: Request;
  readonly aborted: boolean;
}

/** Dates in messages may be cut to the millisecond. */
const dateResolution = 1;

/** Execute requests in the order they came. */
export class ExecutionQueue<Request> {
  readonly #waiting: { readonly request: Request; readonly sentAt: number }[] = [];
  #abortedAt = -Infinity;

  get length(): number {
    return this.#waiting.length;
  }

  push(request: Request, sentAt: number): void {
    this.#waiting.push({ request, sentAt });
  }

  next(): Queued<Request> | undefined {
    const first = this.#waiting.shift();
    if (!first) return undefined;
    const { request, sentAt } = first;
    return { request, aborted: sentAt + dateResolution < this.#abortedAt };
  }

  /**
   * Aborts the requests sent before `moment`, when an error was answered: those that wait and those
   * still under way, since "Run All" sends cells faster than they arrive. Who sends after it has
   * had the answer knows of the error, and is not held up.
   */
  abort(moment: number): void {
    for (const waiting of this.#waiting.splice(0)) {
      this.#waiting.push({ ...waiting, sentAt: -Infinity });
    }
    this.#abortedAt = moment;
  }
}
