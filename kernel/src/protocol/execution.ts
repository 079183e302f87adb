import type { RanCell } from "../debug/index.ts";
import type { CellError } from "../errors/types.ts";
import type { TypesMode } from "../language/types.ts";
import { cellLabel, cellUrl } from "../threads/cell-names.ts";
import { interrupted } from "../threads/interrupted.ts";
import type {
  AskInput,
  CellDone,
  FromComms,
  PageOutput,
  HeapFound,
  Report,
  ToMain,
} from "../threads/messages.ts";
import type { CellWatcher } from "./cell-watcher.ts";
import { interruptChildren } from "./child-processes.ts";
import { ExecutionQueue } from "./execution-queue.ts";
import type { History } from "./history.ts";
import { settle, type InputRequests } from "./input-requests.ts";
import { Interruption } from "./interruption.ts";
import type { LazyLanguage } from "./language.ts";
import type { MainThreadInspector } from "./main-thread.ts";
import { Outputs } from "./outputs.ts";
import { now, SenderClocks } from "./sender-clocks.ts";
import { inspectForHelp } from "./inspection.ts";
import { pagePayload, Pages } from "./pages.ts";
import { Postponed } from "./postponed.ts";
import type { StreamName } from "./streams.ts";
import { shown } from "./shown.ts";
import { Subshells, type Shell } from "./subshells.ts";
import { typeErrorOf, warningsOf } from "./type-check.ts";
import { typesModeOf } from "./types-mode.ts";
import type { Header, Message } from "./wire.ts";

/** What execution needs of the rest of the thread. */
export interface ExecutionParts {
  readonly reply: (request: Message, content: object) => void;
  readonly publish: (type: string, content: object, parent: Header) => void;
  readonly postToMain: (message: ToMain) => void;
  readonly mainThread: Pick<MainThreadInspector, "terminate" | "endStopped">;
  readonly language: LazyLanguage;
  readonly history: History;
  readonly input: InputRequests;
  readonly types: TypesMode;
  /** Told of every cell once it runs, and once it was answered. */
  readonly watchers: readonly CellWatcher[];
  /** Told of every cell before it runs and after; what it returns is awaited. */
  readonly debug: {
    readonly beforeCell: (cell: RanCell) => Promise<void> | undefined;
    readonly afterCell: (url: string) => void;
  };
}

/** A shell with the requests that wait in it, and the one in hand. */
interface Lane extends Shell {
  readonly queue: ExecutionQueue<Message>;
  running: Running | undefined;
}

/** A request in hand. */
interface Running {
  readonly id: number;
  readonly lane: Lane;
  readonly request: Message;
  readonly code: string;
  readonly count: number;
  readonly silent: boolean;
  readonly stored: boolean;
  readonly stopOnError: boolean;
  /** True once the main thread has it; the type checker may look at it before. */
  sent: boolean;
  /** Set once it is being stopped. */
  stopReason?: CellError;
  /** True once it was answered. */
  ended: boolean;
  readonly pages: Pages;
  /** The error of a cell that did not parse says what the type checker would repeat. */
  unparsed: boolean;
  /** What `warn` mode has yet to begin. */
  check?: Postponed;
}

/** Cells that end within this many milliseconds are checked then: until then they have the cores. */
const checkDelay = 20;

type Ending = Pick<CellDone, "result" | "error" | "userExpressions">;

/**
 * Takes `execute_request`s to the main thread, of each shell one at a time, and answers them. Shells
 * share the execution count; an error aborts what waits in its own shell only.
 */
export class Execution {
  readonly #parts: ExecutionParts;
  readonly #outputs: Outputs;
  readonly #interruption: Interruption;
  readonly #clocks = new SenderClocks();
  readonly shells = new Subshells<Lane>((id) => {
    return { id, queue: new ExecutionQueue<Message>(), running: undefined };
  });
  readonly #running = new Map<number, Running>();
  #count = 0;
  #lastId = 0;
  #ready = false;

  constructor(parts: ExecutionParts) {
    this.#parts = parts;
    this.#outputs = new Outputs(parts.publish);
    this.#interruption = new Interruption(
      () => parts.mainThread.terminate(),
      () => void interruptChildren(),
    );
  }

  /** @throws UnknownSubshellError */
  enqueue(request: Message): void {
    const lane = this.shells.of(request.header);
    lane.queue.push(request, this.#clocks.sentAt(request.header, now()));
    this.#next(lane);
  }

  /** What the last execution was numbered that counts. */
  get count(): number {
    return this.#count;
  }

  /** True while a cell runs or waits. */
  get busy(): boolean {
    return this.#running.size > 0 || this.shells.all.some(({ queue }) => queue.length > 0);
  }

  /** Publishes what cells have written so far. */
  flush(): void {
    this.#outputs.flush();
  }

  /** The request that is or was the cell `id`. */
  header(id: number): Header | undefined {
    return this.#outputs.header(id);
  }

  /**
   * Ends a subshell: its running cell goes on to its end, those that wait are answered `aborted`.
   *
   * @throws UnknownSubshellError
   */
  deleteSubshell(id: unknown): void {
    this.shells.delete(id).queue.abort(Infinity);
  }

  /**
   * Stops, for a reason, child processes and the main shell's cell, or where it has none those of all
   * subshells; aborts what waits behind them. Where the thread is busy nobody can tell for which
   * cell: then all of them end.
   */
  interrupt(reason: CellError = interrupted): void {
    const { main, all } = this.shells;
    const chosen = main.running ? [main] : all;
    const cells = chosen.map(({ running }) => running).filter((running) => running !== undefined);
    const sent = cells.filter((cell) => cell.sent);
    for (const cell of cells) if (!cell.sent) this.#refuse(cell, reason);
    if (sent.length === 0) {
      // A callback that a cell has left behind may stand at a breakpoint.
      void this.#parts.mainThread.endStopped();
      return void interruptChildren();
    }
    const stop = (running: Iterable<Running>) => {
      for (const cell of running) {
        if (!cell.sent) continue;
        cell.stopReason = reason;
        this.#parts.postToMain({ kind: "interrupt", id: cell.id });
      }
    };
    this.#interruption.stop({
      ask: () => stop(sent),
      ended: () => sent.every(({ ended }) => ended),
      busy: () => stop(this.#running.values()),
    });
  }

  /** Prints to a cell what the kernel itself has to say. */
  tell(id: number, text: string): void {
    this.#outputs.write(id, "stderr", text);
  }

  captured(name: StreamName, text: string, urgent: boolean): void {
    this.#outputs.captured(name, text);
    if (urgent) this.#outputs.flush();
  }

  receive(message: Exclude<Report, FromComms | HeapFound>): void {
    if (message.kind === "done") return this.#done(message);
    if (message.kind === "inspect") return void inspectForHelp(message, this.#parts);
    if (message.kind === "page") return this.#page(message);
    if (message.kind === "input") return this.#ask(message);
    if (message.kind !== "ready") return this.#outputs.receive(message);
    this.#ready = true;
    for (const lane of this.shells.all) this.#next(lane);
  }

  #ask(question: AskInput): void {
    const running = this.#running.get(question.id);
    if (!running) return settle(question, { refused: "its cell has ended" });
    // What was printed before must stand above the question.
    this.#outputs.flush();
    this.#parts.input.ask(running.request, question);
  }

  #next(lane: Lane): void {
    if (lane.running || !this.#ready) return;
    const queued = lane.queue.next();
    if (!queued) return;
    const { request, aborted } = queued;
    const { code } = request.content;
    if (!aborted && typeof code === "string") return this.#start(lane, request, code);
    const { publish, reply } = this.#parts;
    publish("status", { execution_state: "busy" }, request.header);
    const answer = aborted ? { status: "aborted" } : noCode(code);
    reply(request, { ...answer, execution_count: this.#count });
    publish("status", { execution_state: "idle" }, request.header);
    this.#next(lane);
  }

  #start(lane: Lane, request: Message, code: string): void {
    const { silent: quiet, store_history: store, stop_on_error: stop } = request.content;
    const silent = quiet === true;
    const stored = !silent && store !== false;
    const id = ++this.#lastId;
    const count = stored ? ++this.#count : this.#count + 1;
    const running: Running = {
      // What a front end asks silently on its own must not undo what the user asked for.
      ...{ id, lane, request, code, count, silent, stored },
      stopOnError: stop !== false && !silent,
      ...{ sent: false, ended: false, unparsed: false, pages: new Pages() },
    };
    lane.running = running;
    this.#running.set(id, running);
    this.#outputs.open(id, request.header, silent);
    if (stored) this.#parts.history.add(count, code);
    // The main thread gets the cell first: it works while the front ends are told.
    void this.#run(running);
    this.#parts.publish("status", { execution_state: "busy" }, request.header);
    this.#outputs.publish(id, "execute_input", { code, execution_count: count });
  }

  async #run(running: Running): Promise<void> {
    const { code, id, count, silent, request } = running;
    const mode = silent ? "off" : (typesModeOf(code) ?? this.#parts.types);
    if (mode === "strict") {
      const error = await typeErrorOf(code, this.#parts.language);
      if (error) return this.#refuse(running, error);
    }
    if (this.#interruption.settled) await this.#interruption.settled;
    const cell = { url: cellUrl(id), label: cellLabel(count), code };
    const breakpoints = this.#parts.debug.beforeCell(cell);
    if (breakpoints) await breakpoints;
    if (running.ended) return;
    running.sent = true;
    this.#parts.postToMain({
      kind: "execute",
      id,
      code,
      executionCount: count,
      silent,
      allowStdin: request.content.allow_stdin === true,
      userExpressions: expressionsOf(request.content.user_expressions),
    });
    this.#outputs.begin(id);
    for (const watcher of this.#parts.watchers) watcher.began(running);
    if (mode === "warn") {
      running.check = new Postponed(checkDelay, () => void this.#warn(running));
    }
  }

  /** Ends a cell that the main thread has not had. */
  #refuse(running: Running, error: CellError): void {
    if (running.ended) return;
    this.#end(running, { error, userExpressions: {} });
    this.#next(running.lane);
  }

  /** Findings come under the cell when they are ready, which may be after its end. */
  async #warn(running: Running): Promise<void> {
    const text = await warningsOf(running.code, this.#parts.language);
    if (text !== undefined && !running.unparsed) this.#outputs.write(running.id, "stderr", text);
  }

  #done({ id, evaluated, ...ending }: CellDone): void {
    const running = this.#running.get(id);
    if (!running) return;
    running.unparsed = !evaluated;
    // What a stopped cell fails with may be a consequence: the program that it waited for is ended.
    const { stopReason } = running;
    this.#end(running, ending.error && stopReason ? { ...ending, error: stopReason } : ending);
    if (evaluated) {
      running.check?.now();
      this.#parts.language.commit(running.code);
    } else {
      running.check?.cancel();
    }
    this.#next(running.lane);
  }

  /** A page that comes after the end of its cell is displayed: there is no reply left to carry it. */
  #page({ id, output }: PageOutput): void {
    const running = this.#running.get(id);
    if (running) running.pages.add(output);
    else this.#outputs.receive({ kind: "display", id, output });
  }

  #end(running: Running, { result, error, userExpressions }: Ending): void {
    if (running.ended) return;
    running.ended = true;
    this.#parts.debug.afterCell(cellUrl(running.id));
    const { id, lane, request, count: execution_count } = running;
    const { publish, reply, history, input } = this.#parts;
    input.forget(id);
    this.#outputs.flush();
    if (result) {
      this.#outputs.publish(id, "execute_result", { execution_count, ...result });
      const plain = result.data["text/plain"];
      if (running.stored && typeof plain === "string") history.setOutput(execution_count, plain);
    }
    const page = running.pages.take();
    if (error) {
      if (page) this.#outputs.publish(id, "display_data", page);
      this.#outputs.publish(id, "error", error);
      if (running.stopOnError) lane.queue.abort(now());
      reply(request, { status: "error", execution_count, ...error });
    } else {
      const user_expressions = userExpressions;
      const payload = page ? [pagePayload(page)] : [];
      reply(request, { status: "ok", execution_count, user_expressions, payload });
    }
    publish("status", { execution_state: "idle" }, request.header);
    lane.running = undefined;
    this.#running.delete(id);
    for (const watcher of this.#parts.watchers) watcher.ended(id);
  }
}

function noCode(code: unknown): object {
  const evalue = `execute_request: "code" must be a string, received ${shown(code)}`;
  return { status: "error", ename: "TypeError", evalue, traceback: [] };
}

function expressionsOf(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  const pairs = Object.entries(value).filter((pair) => typeof pair[1] === "string");
  return Object.fromEntries(pairs);
}
