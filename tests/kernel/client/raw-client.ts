import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Dealer, type SocketOptions } from "zeromq";

export interface ConnectionFields {
  readonly ip: string;
  readonly key: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly stdin_port: number;
  readonly curve_publickey?: string;
  readonly curve_secretkey?: string;
}

export function connectionFields(path: string): ConnectionFields {
  return JSON.parse(readFileSync(path, "utf8")) as ConnectionFields;
}

export type Frame = string | Uint8Array;

/** A header as a client writes it. */
export function headerOf(msg_type: string, fields: object = {}): object {
  const date = new Date().toISOString();
  return {
    ...{ msg_id: randomUUID(), msg_type, session: "raw", username: "raw", date, version: "5.4" },
    ...fields,
  };
}

/** The frames of a message whose parts need not be JSON, rightly signed. */
export function signed(key: string, parts: readonly Frame[]): Frame[] {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return ["<IDS|MSG>", hmac.digest("hex"), ...parts];
}

/** A socket that sends whatever frames it is given, as no proper client would. */
export class RawClient {
  readonly fields: ConnectionFields;
  readonly received: Buffer[][] = [];
  readonly #socket: Dealer;

  constructor(
    fields: ConnectionFields,
    channel: "shell" | "control" | "stdin" = "shell",
    options: SocketOptions<Dealer> = {},
  ) {
    this.fields = fields;
    this.#socket = new Dealer({ linger: 0, ...options });
    this.#socket.connect(`tcp://${fields.ip}:${fields[`${channel}_port`]}`);
    void this.#receive();
  }

  async send(frames: readonly Frame[]): Promise<void> {
    await this.#socket.send([...frames]);
  }

  /** The types of the messages that came, and the ids of the requests that they answer. */
  replies(): { readonly type: string; readonly parent: string }[] {
    return this.received.map((frames) => {
      const [header, parent] = frames.slice(2).map((frame) => JSON.parse(String(frame)) as object);
      const { msg_type: type } = header as { msg_type: string };
      return { type, parent: (parent as { msg_id: string }).msg_id };
    });
  }

  close(): void {
    this.#socket.close();
  }

  async #receive(): Promise<void> {
    for await (const frames of this.#socket) this.received.push(frames);
  }
}
