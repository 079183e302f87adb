import { statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How a place behaves that holds a file. */
export type Place = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this computer with a place for each path, which counts what is asked of it. */
export class FileServer {
  readonly requests: { path: string; range: string | undefined }[] = [];
  readonly #places = new Map<string, Place>();
  readonly #server = createServer((request, response) => {
    this.requests.push({ path: request.url!, range: request.headers.range });
    const place = this.#places.get(request.url!);
    if (place) place(request, response);
    else response.writeHead(404).end("no such file");
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  /** Puts something at a path and returns its address. */
  put(path: string, place: Place): string {
    this.#places.set(path, place);
    return this.url(path);
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The whole file, or the part that was asked for. */
export function serves(bytes: Uint8Array): Place {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const range = { "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}` };
    response.writeHead(start > 0 ? 206 : 200, {
      "content-length": bytes.length - start,
      ...(start > 0 && range),
    });
    response.end(bytes.subarray(start));
  };
}

/**
 * The beginning, then the connection is cut: once the file `part` has grown to it, since what a
 * client had not read yet would be lost with the connection.
 */
export function cutsAfter(bytes: Uint8Array, length: number, part: () => string): Place {
  return (_request, response) => {
    response.writeHead(200, { "content-length": bytes.length });
    response.write(bytes.subarray(0, length));
    const poll = setInterval(() => {
      if (statSync(part(), { throwIfNoEntry: false })?.size !== length) return;
      clearInterval(poll);
      response.destroy();
    }, 5);
  };
}

/** The beginning, then nothing. */
export function stallsAfter(bytes: Uint8Array, length: number): Place {
  return (_request, response) => {
    response.writeHead(200, { "content-length": bytes.length });
    response.write(bytes.subarray(0, length));
  };
}

/** The whole file whatever is asked for, its length not told. */
export function ignoresRanges(bytes: Uint8Array): Place {
  return (_request, response) => {
    response.writeHead(200, { "transfer-encoding": "chunked" });
    response.end(bytes);
  };
}

export function answers(status: number): Place {
  return (_request, response) => response.writeHead(status).end("sorry");
}
