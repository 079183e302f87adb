import type { CommOutput, CommType, FromMain } from "../threads/messages.ts";
import { currentCell } from "../main/cell.ts";
import { currentRequest } from "./handling.ts";
import type { CommBuffer, CommOptions } from "./types.ts";

export type Post = (message: FromMain, transfer?: readonly ArrayBuffer[]) => void;

interface Outgoing extends CommOptions {
  readonly type: CommType;
  readonly commId: string;
  readonly target?: string;
  readonly data: object | undefined;
}

/** Sends a comm message on behalf of the running code; nothing where its cell was interrupted. */
export function sendComm(post: Post, message: Outgoing): void {
  const { type, commId, target, metadata = {}, buffers = [] } = message;
  const cell = currentCell();
  if (cell?.stopped) return;
  const request = currentRequest();
  const copies = buffers.map(copyOf);
  const output: CommOutput = {
    ...{ kind: "comm", type, commId, data: toJson(message.data, "data") },
    ...{
      metadata: JSON.parse(toJson(metadata, "metadata")) as Record<string, unknown>,
      buffers: copies,
    },
    ...(target !== undefined && { target }),
    ...(cell && { id: cell.request.id }),
    ...(request !== undefined && { request }),
  };
  post(
    output,
    copies.map((copy) => copy.buffer),
  );
}

/** A copy of its own that can be handed to the other thread without a second one. */
function copyOf(buffer: CommBuffer): Uint8Array<ArrayBuffer> {
  if (ArrayBuffer.isView(buffer)) {
    return new Uint8Array(new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength));
  }
  if (buffer instanceof ArrayBuffer || buffer instanceof SharedArrayBuffer) {
    return new Uint8Array(new Uint8Array(buffer));
  }
  throw new TypeError(
    `A buffer must be an ArrayBuffer or a typed array, received ${String(buffer)}`,
  );
}

function toJson(content: object = {}, what: string): string {
  let json: string;
  try {
    json = JSON.stringify(content);
  } catch (error) {
    const reason = (error as Error).message;
    throw new TypeError(`The ${what} of a comm message must be JSON: ${reason}`, { cause: error });
  }
  // The protocol wants an object here.
  if (json?.startsWith("{")) return json;
  throw new TypeError(`The ${what} of a comm message must be an object, received ${json}`);
}
