/** Binary data of a message. */
export type CommBuffer = ArrayBuffer | SharedArrayBuffer | ArrayBufferView;

export interface CommOptions {
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly buffers?: readonly CommBuffer[];
}

export interface CommOpenOptions extends CommOptions {
  readonly data?: object;
  readonly id?: string;
}

/** A message of the front end. */
export interface CommMessage {
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly buffers: readonly Uint8Array[];
}

/** Where it returns a promise, the front end is told that the message was dealt with when it settles. */
export type CommHandler = (message: CommMessage) => unknown;

/** A line to one object in the front end; Jupyter's name for it. */
export interface Comm {
  readonly id: string;
  readonly target: string;
  readonly closed: boolean;
  send(data: object, options?: CommOptions): void;
  close(data?: object, options?: CommOptions): void;
  onMessage(handler: CommHandler): () => void;
  onClose(handler: CommHandler): () => void;
}

/** A host's comms. */
export interface CommDoor {
  openComm(target: string, options?: CommOpenOptions): Comm;
  /** @returns what takes the handler away again */
  onCommOpen(target: string, handler: (comm: Comm, message: CommMessage) => unknown): () => void;
}

/** Without a notebook nobody answers. */
export const noComms: CommDoor = {
  openComm(target, { id = "" } = {}) {
    let closed = false;
    return {
      id,
      target,
      get closed() {
        return closed;
      },
      send() {},
      close() {
        closed = true;
      },
      onMessage: () => () => {},
      onClose: () => () => {},
    };
  },
  onCommOpen: () => () => {},
};
