/**
 * Comms: lines between a cell's objects and the front end's, as widgets use them. Runs on the main
 * thread; a message waits while a cell blocks, and is handled while a cell awaits.
 *
 * @module
 */
import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import type { CellError } from "../errors/types.ts";
import type { Cell } from "../main/cell.ts";
import type { CommRequest } from "../threads/messages.ts";
import { registered, type Registered } from "./handlers.ts";
import { Handling } from "./handling.ts";
import { OpenComm } from "./open-comm.ts";
import { sendComm, type Post } from "./outgoing.ts";
import type { Comm, CommDoor, CommOpenHandler, CommOpenOptions, Remove } from "./types.ts";

export type * from "./types.ts";

interface CommsParts {
  readonly post: Post;
  readonly describe: (error: unknown) => CellError;
  /** `print` of the cell's stderr. */
  readonly print: (id: number, text: string) => void;
}

/** All comms of this kernel. */
export class Comms implements CommDoor {
  readonly #parts: CommsParts;
  /** An open comm is kept until it is closed: the front end may speak to it at any time. */
  readonly #comms = new Map<string, OpenComm>();
  readonly #targets = new Map<string, Registered<CommOpenHandler>>();
  readonly #handling = new Map<number, Handling>();
  /** Taken before user code could replace it. */
  readonly #nextTurn = globalThis.setImmediate;

  constructor(parts: CommsParts) {
    this.#parts = parts;
  }

  openComm(target: string, { id = randomUUID(), data, ...options }: CommOpenOptions = {}): Comm {
    if (typeof target !== "string" || target === "") {
      throw new TypeError(`A comm's target must be a name, received ${JSON.stringify(target)}`);
    }
    if (this.#comms.has(id)) throw new Error(`The comm ${JSON.stringify(id)} is open already`);
    sendComm(this.#parts.post, { type: "comm_open", commId: id, target, data, ...options });
    return this.#add(id, target);
  }

  onCommOpen(target: string, handler: CommOpenHandler): Remove {
    const added = registered(handler);
    this.#targets.set(target, added);
    this.#parts.post({ kind: "comm_target", name: target, accepted: true });
    return () => {
      if (this.#targets.get(target) !== added) return;
      this.#targets.delete(target);
      this.#parts.post({ kind: "comm_target", name: target, accepted: false });
    };
  }

  /** Takes a message of a front end. */
  async receive(message: CommRequest): Promise<void> {
    const { request } = message;
    const handling = new Handling(request, (cell, error) => this.#report(cell, error));
    this.#handling.set(request, handling);
    if (message.type === "comm_open") this.#opened(message, handling);
    else this.#received(message, handling);
    await handling.settled();
    // What the handlers started without returning its promise gets the rest of this turn.
    this.#nextTurn(() => this.#done(request));
  }

  /** Ends all handlers that have not ended. */
  interrupt(): void {
    for (const [request, handling] of this.#handling) {
      handling.stop();
      this.#done(request);
    }
  }

  #opened(message: CommRequest, handling: Handling): void {
    const { commId, target = "" } = message;
    const accepting = this.#targets.get(target);
    const comm = this.#add(commId, target);
    const refuse = (): void => {
      this.#comms.delete(commId);
      this.#refuse(commId, message.request);
    };
    if (!accepting) return refuse();
    const { failed } = handling.call(accepting, comm, message);
    if (failed) refuse();
  }

  #received(message: CommRequest, handling: Handling): void {
    const comm = this.#comms.get(message.commId);
    if (!comm) return;
    const closing = message.type === "comm_close";
    if (closing) {
      comm.closedByFrontEnd();
      this.#comms.delete(message.commId);
    }
    const handlers = closing ? comm.closeHandlers : comm.messageHandlers;
    for (const handler of handlers.all()) handling.call(handler, message);
  }

  #refuse(commId: string, request: number): void {
    const empty = { data: "{}", metadata: {}, buffers: [] };
    this.#parts.post({ kind: "comm", type: "comm_close", commId, request, ...empty });
  }

  #add(id: string, target: string): OpenComm {
    const comm = new OpenComm(id, target, (type, data, options) => {
      if (type === "comm_close") this.#comms.delete(id);
      sendComm(this.#parts.post, { type, commId: id, data, ...options });
    });
    this.#comms.set(id, comm);
    return comm;
  }

  #done(request: number): void {
    if (this.#handling.delete(request)) this.#parts.post({ kind: "comm_done", request });
  }

  #report(cell: Cell | undefined, error: unknown): void {
    const text = `${this.#parts.describe(error).traceback.join("\n")}\n`;
    if (cell) this.#parts.print(cell.request.id, text);
    else writeSync(2, text);
  }
}
