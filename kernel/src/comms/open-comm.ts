import { Handlers } from "./handlers.ts";
import type { Comm, CommHandler, CommOptions, Remove } from "./types.ts";

type Send = (
  type: "comm_msg" | "comm_close",
  data: object | undefined,
  options?: CommOptions,
) => void;

/** A comm that was opened from either side. */
export class OpenComm implements Comm {
  readonly id: string;
  readonly target: string;
  readonly messageHandlers = new Handlers<CommHandler>();
  readonly closeHandlers = new Handlers<CommHandler>();
  readonly #send: Send;
  #closed = false;

  constructor(id: string, target: string, send: Send) {
    this.id = id;
    this.target = target;
    this.#send = send;
  }

  get closed(): boolean {
    return this.#closed;
  }

  send(data: object, options?: CommOptions): void {
    if (!this.#closed) this.#send("comm_msg", data, options);
  }

  close(data?: object, options?: CommOptions): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#send("comm_close", data, options);
  }

  /** The front end closed it: there is nobody to tell. */
  closedByFrontEnd(): void {
    this.#closed = true;
  }

  onMessage(handler: CommHandler): Remove {
    return this.messageHandlers.add(handler);
  }

  onClose(handler: CommHandler): Remove {
    return this.closeHandlers.add(handler);
  }
}
