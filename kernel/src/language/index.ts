/**
 * The language thread: types, completion and hover, computed in a worker of their own so that they
 * never stand in the way of user code.
 *
 * @module
 */
import { Worker } from "node:worker_threads";
import type { Method, Reply, Request, WorkerOptions } from "./messages.ts";
import type {
  CellDiagnostic,
  Completeness,
  CompletionResult,
  InspectionResult,
  LanguageRequests,
} from "./types.ts";

export interface LanguageOptions {
  /** The notebook's folder, absolute: where imports are resolved from. */
  readonly directory: string;
  /** An answer that takes longer than this many milliseconds never comes. Default 60 000. */
  readonly timeout?: number;
}

/** The language requests, and the end of the thread that answers them. */
export interface LanguageThread extends LanguageRequests {
  /** Ends the thread. What still waits for an answer is rejected. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Inference through many cells recurses deeply; a worker's default stack is 4 MB. */
const stackSizeMb = 32;

/**
 * Starts the language thread. Nothing is loaded before the first request is on its way.
 *
 * Requests are answered one after the other. A thread that dies or takes too long is started again
 * with the committed cells; the request it died of is rejected, and so are all from then on if the
 * new one dies, too, before it has answered anything.
 *
 * @example
 * const language = startLanguage({ directory: "/home/me/notebooks" });
 * await language.check("const n: number = 'one'"); // [{ code: 2322, line: 1, column: 7, … }]
 * await language.stop();
 */
export function startLanguage(options: LanguageOptions): LanguageThread {
  const client = new LanguageClient(options);
  const ask = <T>(method: Method, ...args: readonly unknown[]): Promise<T> =>
    client.ask({ method, args }) as Promise<T>;
  return {
    check: (code) => ask<readonly CellDiagnostic[]>("check", code),
    commit: (code) => ask<void>("commit", code),
    complete: (code, offset) => ask<CompletionResult>("complete", code, offset),
    inspect: (code, offset, detail) => ask<InspectionResult>("inspect", code, offset, detail),
    isComplete: (code) => ask<Completeness>("isComplete", code),
    stop: () => client.stop(),
  };
}

class LanguageClient {
  readonly #options: LanguageOptions;
  readonly #committed: Request[] = [];
  #queue: Waiting[] = [];
  #current: Waiting | undefined;
  #worker: Worker;
  #timer: NodeJS.Timeout | undefined;
  /** Threads that died one after the other without an answer between. */
  #deaths = 0;
  #ended: Error | undefined;

  constructor(options: LanguageOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  ask(request: Request): Promise<unknown> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#queue.push({ request, resolve, reject });
      this.#next();
    });
  }

  async stop(): Promise<void> {
    this.#end(new Error("The language thread was stopped."));
    await this.#worker.terminate();
  }

  #start(): Worker {
    const workerData: WorkerOptions = { directory: this.#options.directory };
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData,
      resourceLimits: { stackSizeMb },
      // Without these its output waits for the main thread, which may be computing.
      stdout: true,
      stderr: true,
    });
    worker.on("message", (reply: Reply) => this.#settle(reply));
    worker.on("error", (error: unknown) =>
      this.#died(worker, error instanceof Error ? error.message : String(error)),
    );
    worker.on("exit", (code) => this.#died(worker, `exit code ${code}`));
    return worker;
  }

  #next(): void {
    if (this.#current !== undefined || this.#ended !== undefined) return;
    this.#current = this.#queue.shift();
    if (this.#current === undefined) return;
    const limit = this.#options.timeout ?? 60_000;
    this.#timer = setTimeout(() => {
      void this.#worker.terminate();
      this.#died(this.#worker, `no answer within ${limit} ms`);
    }, limit);
    this.#worker.postMessage(this.#current.request);
  }

  #settle(reply: Reply): void {
    clearTimeout(this.#timer);
    const current = this.#current;
    this.#current = undefined;
    this.#deaths = 0;
    if (current !== undefined) {
      if (reply.ok) {
        if (current.request.method === "commit") this.#committed.push(current.request);
        current.resolve(reply.value);
      } else current.reject(new Error(`The language thread failed: ${reply.message}`));
    }
    this.#next();
  }

  #died(worker: Worker, reason: string): void {
    if (worker !== this.#worker || this.#ended !== undefined) return;
    clearTimeout(this.#timer);
    const error = new Error(`The language thread ended: ${reason}.`);
    this.#current?.reject(error);
    this.#current = undefined;
    this.#deaths++;
    if (this.#deaths > 1) {
      this.#end(new Error(`The language thread ended again after a restart: ${reason}.`));
      return;
    }
    this.#worker = this.#start();
    const again = this.#committed.map((request): Waiting => ({
      request,
      resolve: () => undefined,
      reject: () => undefined,
    }));
    this.#committed.length = 0;
    this.#queue = [...again, ...this.#queue];
    this.#next();
  }

  #end(error: Error): void {
    clearTimeout(this.#timer);
    this.#ended ??= error;
    this.#current?.reject(error);
    this.#current = undefined;
    for (const waiting of this.#queue.splice(0)) waiting.reject(error);
  }
}
