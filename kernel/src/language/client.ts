/**
 * Keeps a language thread alive and asks it one thing at a time.
 *
 * @module
 */
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { Reply, Request, WorkerOptions } from "./messages.ts";
import type { Committed } from "./types.ts";

interface Waiting {
  readonly request: Request;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Inference recurses as deeply as types are nested; a worker's default stack is 4 MB. The types of
 * TensorFlow, two dataframe libraries and vega-lite live in 150 MB: the narrower the bounds, the less
 * garbage lies beside them. With these a kernel takes 321 MB after 800 small cells, with twice as much
 * 347 MB, and checks are as quick.
 */
const defaultLimits: ResourceLimits = {
  stackSizeMb: 32,
  maxOldGenerationSizeMb: 512,
  maxYoungGenerationSizeMb: 24,
};

/** How much more memory a thread gets than one that had too little. */
const growth = 4;

/** Why there will be no more answers; the message is for the user. */
export class LanguageOff extends Error {
  override readonly name = "LanguageOff";
}

/** The side of the language thread that others talk to. */
export class LanguageClient {
  readonly #entry: URL;
  readonly #workerData: WorkerOptions;
  readonly #timeout: number;
  #limits: ResourceLimits;
  /** The cells that a new thread has to know, by number, in their order. */
  #committed = new Map<number, Request>();
  #queue: Waiting[] = [];
  #current: Waiting | undefined;
  #worker: Worker;
  #timer: NodeJS.Timeout | undefined;
  /** Threads that died one after the other without an answer between. */
  #deaths = 0;
  #ended: Error | undefined;

  constructor(entry: URL, workerData: WorkerOptions, timeout: number, limits = defaultLimits) {
    this.#entry = entry;
    this.#workerData = workerData;
    this.#timeout = timeout;
    this.#limits = limits;
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
    const worker = new Worker(this.#entry, {
      workerData: this.#workerData,
      resourceLimits: this.#limits,
      // Without these its output waits for the main thread, which may be computing.
      stdout: true,
      stderr: true,
    });
    // Nobody reads them, and unread they would fill up.
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("message", (reply: Reply) => this.#settle(worker, reply));
    worker.on("error", (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") this.#grow();
      this.#died(worker, error instanceof Error ? error.message : String(error));
    });
    worker.on("exit", (code) => this.#died(worker, `exit code ${code}`));
    return worker;
  }

  #next(): void {
    if (this.#current !== undefined || this.#ended !== undefined) return;
    this.#current = this.#queue.shift();
    if (this.#current === undefined) return;
    const worker = this.#worker;
    this.#timer = setTimeout(() => {
      void worker.terminate();
      this.#died(worker, `no answer within ${this.#timeout} ms`);
    }, this.#timeout);
    worker.postMessage(this.#current.request);
  }

  #settle(worker: Worker, reply: Reply): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#timer);
    this.#deaths = 0;
    const current = this.#current;
    this.#current = undefined;
    if (current !== undefined && reply.ok) {
      if (current.request.method === "commit")
        this.#remember(current.request, reply.value as Committed);
      current.resolve(reply.value);
    } else if (current !== undefined && !reply.ok)
      current.reject(new Error(`The language thread failed: ${reply.message}`));
    this.#next();
  }

  #grow(): void {
    const { maxOldGenerationSizeMb: limit } = this.#limits;
    if (limit !== undefined)
      this.#limits = { ...this.#limits, maxOldGenerationSizeMb: limit * growth };
  }

  #remember(request: Request, { cell, forgotten }: Committed): void {
    for (const number of forgotten) this.#committed.delete(number);
    if (cell !== undefined) this.#committed.set(cell, request);
  }

  #died(worker: Worker, reason: string): void {
    if (worker !== this.#worker || this.#ended !== undefined) return;
    clearTimeout(this.#timer);
    this.#deaths++;
    if (this.#deaths > 1) {
      const again = `The language thread ended again after a restart: ${reason}. `;
      this.#end(
        new LanguageOff(`${again}Types, completion and hover are off until the kernel restarts.`),
      );
      return;
    }
    this.#current?.reject(new Error(`The language thread ended: ${reason}.`));
    this.#current = undefined;
    this.#worker = this.#start();
    // A name that was declared again since is not there any more: what was made of it is `any` then.
    const replay = [...this.#committed.values()].map((request): Waiting => {
      return { request, resolve: () => undefined, reject: () => undefined };
    });
    this.#committed = new Map();
    this.#queue = [...replay, ...this.#queue];
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
