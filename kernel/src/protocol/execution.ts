import type { CellError } from "../errors/types.ts";
import type { CellDiagnostic, TypesMode } from "../language/types.ts";
import { interrupted } from "../threads/interrupted.ts";
import type { CellDone, FromMain, ToMain } from "../threads/messages.ts";
import { diagnosticFrame, typeScriptError } from "./diagnostics.ts";
import { ExecutionQueue } from "./executionQueue.ts";
import type { History } from "./history.ts";
import { Interruption } from "./interruption.ts";
import type { LazyLanguage } from "./language.ts";
import type { MainThreadInspector } from "./mainThread.ts";
import { now, SenderClocks } from "./senderClocks.ts";
import { StreamCoalescer } from "./streams.ts";
import { typesModeOf } from "./typesMode.ts";
import type { Header, Message } from "./wire.ts";

/** What execution needs of the rest of the thread. */
export interface ExecutionParts {
  readonly reply: (request: Message, content: object) => void;
  readonly publish: (type: string, content: object, parent: Header) => void;
  readonly postToMain: (message: ToMain) => void;
  readonly mainThread: Pick<MainThreadInspector, "terminate">;
  readonly language: LazyLanguage;
  readonly history: History;
  readonly types: TypesMode;
}

/** A request in hand: `sent` to the main thread once the type checker lets it, `ended` at its reply. */
interface Running {
  readonly id: number;
  readonly request: Message;
  readonly code: string;
  readonly count: number;
  readonly silent: boolean;
  readonly stored: boolean;
  readonly stopOnError: boolean;
  sent: boolean;
  ended: boolean;
}

type Ending = Omit<CellDone, "kind" | "id" | "evaluated">;

/** Where output of a cell goes, for as long as the kernel lives: a cell may print after its end. */
interface Addressee {
  readonly header: Header;
  readonly silent: boolean;
}

/** Takes `execute_request`s one at a time to the main thread, and what comes back to the clients. */
export class Execution {
  readonly #parts: ExecutionParts;
  readonly #queue = new ExecutionQueue<Message>();
  readonly #clocks = new SenderClocks();
  readonly #addressees = new Map<number, Addressee>();
  readonly #streams = new StreamCoalescer((id, name, text) =>
    this.#publishFor(id, "stream", { name, text }),
  );
  readonly #interruption: Interruption;
  #running: Running | undefined;
  #count = 0;
  #lastId = 0;
  #ready = false;

  constructor(parts: ExecutionParts) {
    this.#parts = parts;
    this.#interruption = new Interruption(() => parts.mainThread.terminate());
  }

  enqueue(request: Message): void {
    this.#queue.push(request, this.#clocks.sentAt(request.header, now()));
    this.#next();
  }

  /** Stops the running cell and aborts those that wait behind it. */
  interrupt(): void {
    const running = this.#running;
    if (!running || running.ended) return;
    if (!running.sent) return this.#end(running, { error: interrupted, userExpressions: {} });
    this.#interruption.stop(
      () => this.#parts.postToMain({ kind: "interrupt", id: running.id }),
      () => running.ended,
    );
  }

  receive(message: FromMain): void {
    switch (message.kind) {
      case "ready":
        this.#ready = true;
        return this.#next();
      case "stream":
        return this.#streams.write(message.id, message.name, message.text);
      case "display": {
        const { id, output, displayId, update } = message;
        const transient = displayId === undefined ? {} : { display_id: displayId };
        const type = update ? "update_display_data" : "display_data";
        return this.#publishFor(id, type, { ...output, transient });
      }
      case "clear":
        return this.#publishFor(message.id, "clear_output", { wait: message.wait });
      case "done":
        return this.#done(message);
    }
  }

  #publishFor(id: number, type: string, content: object): void {
    if (type !== "stream") this.#streams.flush();
    const to = this.#addressees.get(id);
    if (to && !to.silent) this.#parts.publish(type, content, to.header);
  }

  #next(): void {
    if (this.#running || !this.#ready) return;
    const queued = this.#queue.next();
    if (!queued) return;
    const { request, aborted } = queued;
    const { publish, reply } = this.#parts;
    publish("status", { execution_state: "busy" }, request.header);
    if (aborted || typeof request.content.code !== "string") {
      reply(request, aborted ? { status: "aborted" } : noCode(request.content.code));
      publish("status", { execution_state: "idle" }, request.header);
      return this.#next();
    }
    this.#start(request, request.content.code);
  }

  #start(request: Message, code: string): void {
    const { silent: quiet, store_history: store, stop_on_error: stop } = request.content;
    const silent = quiet === true;
    const stored = !silent && store !== false;
    const id = ++this.#lastId;
    const count = stored ? ++this.#count : this.#count + 1;
    const running = { id, request, code, count, silent, stored, stopOnError: stop !== false };
    this.#running = { ...running, sent: false, ended: false };
    this.#addressees.set(id, { header: request.header, silent });
    if (stored) this.#parts.history.add(count, code);
    this.#publishFor(id, "execute_input", { code, execution_count: count });
    void this.#run(this.#running);
  }

  async #run(running: Running): Promise<void> {
    const { code, id, count, silent, request } = running;
    const mode = silent ? "off" : (typesModeOf(code) ?? this.#parts.types);
    if (mode === "strict") {
      const error = await this.#typeError(code);
      if (error) return this.#end(running, { error, userExpressions: {} });
    } else if (mode === "warn") {
      void this.#warn(id, code);
    }
    await this.#interruption.settled;
    if (running.ended) return;
    running.sent = true;
    this.#parts.postToMain({
      kind: "execute",
      id,
      code,
      executionCount: count,
      silent,
      userExpressions: expressionsOf(request.content.user_expressions),
    });
  }

  async #typeError(code: string): Promise<CellError | undefined> {
    try {
      return typeScriptError(await this.#parts.language.ask((thread) => thread.check(code)), code);
    } catch (error) {
      const evalue = `The type checker failed: ${(error as Error).message}`;
      return { ename: "TypeScriptError", evalue, traceback: [evalue] };
    }
  }

  /** Diagnostics come under the cell when they are ready, which may be after its end. */
  async #warn(id: number, code: string): Promise<void> {
    let findings: readonly CellDiagnostic[];
    try {
      findings = await this.#parts.language.ask((thread) => thread.check(code));
    } catch {
      return;
    }
    if (findings.length === 0) return;
    const text = findings.map((finding) => diagnosticFrame(finding, code)).join("\n");
    this.#streams.write(id, "stderr", `${text}\n`);
  }

  #done({ id, evaluated, ...ending }: CellDone): void {
    const running = this.#running;
    if (running?.id !== id) return;
    if (evaluated) this.#parts.language.commit(running.code);
    this.#end(running, ending);
  }

  #end(running: Running, { result, error, userExpressions }: Ending): void {
    const { id, request, count: execution_count } = running;
    const { publish, reply, history } = this.#parts;
    if (running.ended) return;
    running.ended = true;
    this.#streams.flush();
    if (result) {
      this.#publishFor(id, "execute_result", { execution_count, ...result });
      const plain = result.data["text/plain"];
      if (running.stored && typeof plain === "string") history.setOutput(execution_count, plain);
    }
    if (error) {
      this.#publishFor(id, "error", error);
      if (running.stopOnError) this.#queue.abort(now());
      const user_expressions = {};
      reply(request, { status: "error", execution_count, ...error, user_expressions, payload: [] });
    } else {
      const user_expressions = userExpressions;
      reply(request, { status: "ok", execution_count, user_expressions, payload: [] });
    }
    publish("status", { execution_state: "idle" }, request.header);
    this.#running = undefined;
    this.#next();
  }
}

function noCode(code: unknown): object {
  const evalue = `execute_request: "code" must be a string, received ${JSON.stringify(code)}`;
  return { status: "error", ename: "TypeError", evalue, traceback: [] };
}

function expressionsOf(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  const pairs = Object.entries(value).filter((pair) => typeof pair[1] === "string");
  return Object.fromEntries(pairs);
}
