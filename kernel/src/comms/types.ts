/** Bytes to send: typed arrays, `DataView`s, buffers. They are copied, so they may change at once. */
export type CommBuffer = ArrayBuffer | SharedArrayBuffer | ArrayBufferView;

/** What goes with the data of a message. */
export interface CommOptions {
  /** For the receiver's protocol, for example its version. Default `{}`. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Binary data, sent as it is beside the JSON. Default none. */
  readonly buffers?: readonly CommBuffer[];
}

/** A message of the front end. The buffers belong to whoever receives them. */
export interface CommMessage {
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly buffers: readonly Uint8Array[];
}

/** Takes a handler away again. */
export type Remove = () => void;

/**
 * Called for a message. A promise it returns is waited for before the front end is told that the
 * message was dealt with. What it prints, and its errors, appear under the cell that registered it.
 */
export type CommHandler = (message: CommMessage) => unknown;

/** A line to one object in the front end; Jupyter's name for it. */
export interface Comm {
  readonly id: string;
  /** The name under which the other side knows what the comm is for. */
  readonly target: string;
  readonly closed: boolean;
  /**
   * Sends a message, at once also from a loop that blocks. Nothing is sent through a closed comm.
   *
   * @throws TypeError where `data` is no plain object, or cannot be JSON (a cycle, a bigint).
   */
  send(data: object, options?: CommOptions): void;
  /** Closes both ends; once is enough. */
  close(data?: object, options?: CommOptions): void;
  onMessage(handler: CommHandler): Remove;
  /** Called when the front end closes the comm. */
  onClose(handler: CommHandler): Remove;
}

/** Called when the front end opens a comm, with the message that opened it. */
export type CommOpenHandler = (comm: Comm, message: CommMessage) => unknown;

/** Data, metadata and buffers of the message that opens a comm. */
export interface CommOpenOptions extends CommOptions {
  /** Default `{}`. */
  readonly data?: object;
  /** Default: a new UUID. */
  readonly id?: string;
}

/** How a cell reaches the front end's comms. */
export interface CommDoor {
  /** Opens a comm to what the front end registered under `target`. */
  openComm(target: string, options?: CommOpenOptions): Comm;
  /** Accepts comms that front ends open for `target`; a handler registered before gives way. */
  onCommOpen(target: string, handler: CommOpenHandler): Remove;
}
