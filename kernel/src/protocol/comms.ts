import type { CommType, FromComms, FromMain, ToMain } from "../threads/messages.ts";
import type { Execution } from "./execution.ts";
import { Interruption } from "./interruption.ts";
import { log } from "./log.ts";
import type { MainThreadInspector } from "./main-thread.ts";
import { shown } from "./shown.ts";
import type { Sockets } from "./sockets.ts";
import type { Header, Message } from "./wire.ts";

interface CommsParts {
  readonly publish: (...message: Parameters<Sockets["publish"]>) => void;
  readonly postToMain: (message: ToMain, transfer?: readonly ArrayBuffer[]) => void;
  readonly mainThread: Pick<MainThreadInspector, "terminate">;
  readonly execution: Pick<Execution, "busy" | "flush" | "header">;
}

const types: readonly string[] = ["comm_open", "comm_msg", "comm_close"] satisfies CommType[];

export function isCommType(type: string): type is CommType {
  return types.includes(type);
}

export function isFromComms(message: FromMain): message is FromComms {
  return /^comm/.test(message.kind);
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Carries comm messages between front ends and the main thread, and knows which comms are open. */
export class Comms {
  readonly #parts: CommsParts;
  readonly #interruption: Interruption;
  /** Target name by comm id. */
  readonly #open = new Map<string, string>();
  /** Names that the main thread accepts comms for. */
  readonly #targets = new Set<string>();
  /** Requests that the main thread has not finished with. */
  readonly #inHand = new Map<number, Header>();
  #waiting: { readonly type: CommType; readonly message: Message }[] = [];
  #lastRequest = 0;
  #ready = false;

  constructor(parts: CommsParts) {
    this.#parts = parts;
    this.#interruption = new Interruption(() => parts.mainThread.terminate());
  }

  /** Answers `comm_info_request`. */
  info({ target_name: only }: Message["content"]): object {
    const listed = [...this.#open].filter(([, target]) => only == null || target === only);
    const comms = Object.fromEntries(listed.map(([id, target_name]) => [id, { target_name }]));
    return { status: "ok", comms };
  }

  /** Takes a message of a front end. It does not wait for cells that were sent before, but for one case. */
  enqueue(type: CommType, message: Message): void {
    if (this.#mustWait(type, message)) this.#waiting.push({ type, message });
    else this.#deliver(type, message);
  }

  /** Delivers what waited, after the main thread got ready or a cell ended. */
  retry(): void {
    this.#ready = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { type, message } of waiting) this.enqueue(type, message);
  }

  /** Takes what the main thread says. */
  receive(message: FromComms): void {
    switch (message.kind) {
      case "comm":
        return this.#publish(message);
      case "comm_done":
        return this.#done(message.request);
      case "comm_target":
        if (message.accepted) this.#targets.add(message.name);
        else this.#targets.delete(message.name);
        return this.retry();
    }
  }

  /** Ends the handlers that run or wait for something. */
  interrupt(): void {
    if (this.#inHand.size === 0) return;
    const { postToMain, execution } = this.#parts;
    const asked = [...this.#inHand.keys()];
    // While a cell runs, its own interruption frees the main thread; another could hit the next cell.
    this.#interruption.stop({
      ask: () => postToMain({ kind: "interrupt_comms" }),
      ended: () => execution.busy || !asked.some((request) => this.#inHand.has(request)),
    });
  }

  /** A comm may be opened right after the cell that registers its target was sent. */
  #mustWait(type: CommType, { content }: Message): boolean {
    if (!this.#ready) return true;
    if (this.#waiting.some(({ message }) => message.content.comm_id === content.comm_id)) {
      return true;
    }
    if (type !== "comm_open" || !isName(content.target_name)) return false;
    return !this.#targets.has(content.target_name) && this.#parts.execution.busy;
  }

  #deliver(type: CommType, { header, content, metadata, buffers }: Message): void {
    const { publish, postToMain } = this.#parts;
    const { comm_id: commId, target_name: target, data = {} } = content;
    publish("status", { execution_state: "busy" }, header);
    const ignore = (reason: string): void => {
      log(`${type} ignored: ${reason}`);
      publish("status", { execution_state: "idle" }, header);
    };
    if (!isName(commId)) return ignore(`"comm_id" must be a name, received ${shown(commId)}`);
    if (type === "comm_open" && !isName(target)) {
      return ignore(`"target_name" must be a name, received ${shown(target)}`);
    }
    if (typeof data !== "object" || data === null || Array.isArray(data)) {
      return ignore(`"data" must be a JSON object, received ${shown(data)}`);
    }
    const request = ++this.#lastRequest;
    // A frame may lie in memory that libzmq owns or that other frames share.
    const own = buffers.map((frame) => new Uint8Array(frame));
    const named = type === "comm_open" ? { target: target as string } : {};
    try {
      postToMain(
        { kind: "comm", request, type, commId, ...named, data, metadata, buffers: own },
        own.map(({ buffer }) => buffer),
      );
    } catch (error) {
      // Nested deeper than threads can tell each other.
      return ignore(String(error));
    }
    this.#inHand.set(request, header);
    if (type === "comm_open") this.#open.set(commId, target as string);
    if (type === "comm_close") this.#open.delete(commId);
  }

  #publish(message: Extract<FromComms, { kind: "comm" }>): void {
    const { type, commId, target, data, metadata, buffers, id, request } = message;
    const { execution, publish } = this.#parts;
    if (type === "comm_open") this.#open.set(commId, String(target));
    if (type === "comm_close") this.#open.delete(commId);
    const named = type === "comm_open" ? { target_name: target } : {};
    const content = { comm_id: commId, ...named, data: JSON.parse(data) as unknown };
    const parent =
      (request === undefined ? undefined : this.#inHand.get(request)) ??
      (id === undefined ? undefined : execution.header(id));
    execution.flush();
    publish(type, content, parent, { metadata, buffers });
  }

  #done(request: number): void {
    const header = this.#inHand.get(request);
    if (!header) return;
    this.#inHand.delete(request);
    this.#parts.execution.flush();
    this.#parts.publish("status", { execution_state: "idle" }, header);
  }
}
