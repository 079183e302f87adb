import type {
  Comm,
  CommDoor,
  CommHandler,
  CommMessage,
  CommOptions,
} from "../../library/src/host/index.ts";

/** A message from the library to the front end. */
export interface Sent {
  readonly type: "open" | "message" | "close";
  readonly id: string;
  readonly target: string;
  readonly data: Record<string, unknown>;
  readonly options: CommOptions;
}

const message = (data: unknown, buffers: readonly Uint8Array[]): CommMessage => ({
  data: JSON.parse(JSON.stringify(data)) as unknown,
  metadata: {},
  buffers,
});

/** Comms whose front end is the test: it sees what is sent, and speaks itself. */
export function recordedComms() {
  const sent: Sent[] = [];
  const handlers = new Map<string, { message: CommHandler[]; close: CommHandler[] }>();
  const targets = new Map<string, (comm: Comm, opening: CommMessage) => unknown>();

  const make = (id: string, target: string): Comm => {
    const mine = { message: [] as CommHandler[], close: [] as CommHandler[] };
    handlers.set(id, mine);
    let closed = false;
    const say = (type: Sent["type"], data: object = {}, options: CommOptions = {}): void => {
      if (closed) return;
      sent.push({ type, id, target, data: JSON.parse(JSON.stringify(data)) as never, options });
    };
    return {
      id,
      target,
      get closed() {
        return closed;
      },
      send: (data, options) => say("message", data, options),
      close(data, options) {
        say("close", data, options);
        closed = true;
      },
      onMessage(handler) {
        mine.message.push(handler);
        return () => void mine.message.splice(mine.message.indexOf(handler), 1);
      },
      onClose(handler) {
        mine.close.push(handler);
        return () => void mine.close.splice(mine.close.indexOf(handler), 1);
      },
    };
  };

  const door: CommDoor = {
    openComm(target, { id = "", data = {}, ...options } = {}) {
      sent.push({
        ...{ type: "open", id, target, options },
        data: JSON.parse(JSON.stringify(data)) as Sent["data"],
      });
      return make(id, target);
    },
    onCommOpen(target, handler) {
      targets.set(target, handler);
      return () => void targets.delete(target);
    },
  };

  return {
    door,
    sent,
    /** What was sent through a comm since it was opened. */
    of: (id: string) => sent.filter((one) => one.id === id && one.type !== "open"),
    opened: (id: string) => sent.find((one) => one.id === id && one.type === "open"),
    /** Sends a message of the front end. Resolves when its handlers have. */
    async say(id: string, data: object, buffers: readonly Uint8Array[] = []): Promise<void> {
      for (const handler of handlers.get(id)?.message ?? []) await handler(message(data, buffers));
    },
    async close(id: string): Promise<void> {
      for (const handler of handlers.get(id)?.close ?? []) await handler(message({}, []));
    },
    async open(target: string, id: string): Promise<void> {
      await targets.get(target)?.(make(id, target), message({}, []));
    },
  };
}
