import { isUtf8 } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";
import { Replays } from "./replays.ts";
import { shown } from "./shown.ts";

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
  /** The subshell that a request is for; absent or null for the main shell. */
  readonly subshell_id?: string | null;
}

/** A message as it arrived. `identities` is the return address on a ROUTER socket. */
export interface Message {
  readonly identities: readonly Uint8Array[];
  readonly header: Header;
  readonly parent: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
  readonly buffers: readonly Uint8Array[];
}

/** What a message is made of before it is signed. `parent` is the header it answers, if any. */
export interface Outgoing {
  readonly identities: readonly (Uint8Array | string)[];
  readonly header: Header;
  readonly parent?: Header;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly content: object;
  /** Frames after the content, which the signature does not cover. */
  readonly buffers?: readonly Uint8Array[];
}

/** Frames that are not a message: reported with the reason and dropped. */
export class MalformedMessage extends Error {
  override readonly name = "MalformedMessage";
}

const delimiter = Buffer.from("<IDS|MSG>");

/** Signs and reads multipart messages of one connection. */
export class Wire {
  readonly #key: string;
  readonly #hash: string;
  readonly #replays = new Replays();

  /** `key` may be empty: then nothing is signed and no signature is asked for. */
  constructor(key: string, hash: string) {
    this.#key = key;
    this.#hash = hash;
  }

  #sign(parts: readonly (Uint8Array | string)[]): string {
    if (this.#key === "") return "";
    const hmac = createHmac(this.#hash, this.#key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }

  /** @throws TypeError where the content cannot be JSON (a cycle, a bigint). */
  serialize(message: Outgoing): (Uint8Array | string)[] {
    const { identities, header, parent = {}, metadata = {}, content, buffers = [] } = message;
    const parts = [header, parent, metadata, content].map((part) => JSON.stringify(part));
    return [...identities, delimiter, this.#sign(parts), ...parts, ...buffers];
  }

  /** @throws MalformedMessage saying what is wrong with the frames. */
  parse(frames: readonly Uint8Array[]): Message {
    const at = frames.findIndex((frame) => delimiter.equals(frame));
    if (at < 0) throw new MalformedMessage(`no <IDS|MSG> delimiter in ${frames.length} frames`);
    const [signature, ...rest] = frames.slice(at + 1);
    const parts = rest.slice(0, 4);
    if (signature === undefined || parts.length < 4) {
      throw new MalformedMessage(`${parts.length} of 4 parts after the signature`);
    }
    if (this.#key !== "") this.#verify(signature, parts);
    const [header, parent, metadata, content] = parts.map((part, i) => parseObject(part, i)) as [
      Header,
      ...Record<string, unknown>[],
    ];
    checkHeader(header);
    return {
      identities: frames.slice(0, at),
      header,
      parent: parent ?? {},
      metadata: metadata ?? {},
      content: content ?? {},
      buffers: rest.slice(4),
    };
  }

  #verify(signature: Uint8Array, parts: readonly Uint8Array[]): void {
    const expected = Buffer.from(this.#sign(parts));
    if (expected.length !== signature.length || !timingSafeEqual(expected, signature)) {
      throw new MalformedMessage("the signature does not match the connection's key");
    }
    if (this.#replays.seen(expected.toString())) {
      throw new MalformedMessage("the same message came before");
    }
  }
}

/** Clients may leave out what nothing depends on; what is there is echoed to all, so it must be text. */
function checkHeader(header: Header): void {
  const { msg_type, msg_id, ...others } = header;
  if (typeof msg_type !== "string" || typeof msg_id !== "string") {
    throw new MalformedMessage("the header has no msg_type or no msg_id that is a string");
  }
  for (const field of ["session", "username", "date", "version"] as const) {
    const value = others[field] as unknown;
    if (typeof (value ?? "") !== "string") {
      throw new MalformedMessage(
        `the header's ${field} must be a string, received ${shown(value)}`,
      );
    }
  }
}

const partNames = ["header", "parent header", "metadata", "content"];

function parseObject(part: Uint8Array, index: number): Record<string, unknown> {
  if (!isUtf8(part)) throw new MalformedMessage(`the ${partNames[index]} is not UTF-8`);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part).toString("utf8"));
  } catch {
    throw new MalformedMessage(`the ${partNames[index]} is not JSON`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new MalformedMessage(`the ${partNames[index]} is not a JSON object`);
  }
  return value as Record<string, unknown>;
}
