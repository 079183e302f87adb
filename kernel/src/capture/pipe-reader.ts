import { Socket } from "node:net";
import { StringDecoder } from "node:string_decoder";
import type { Libc } from "../libc/index.ts";

/** One read takes at most this much. */
const chunk = 1 << 16;

/** The most that a pipe holds: what `libc` asks for; elsewhere it is less. */
const capacity = 1 << 20;

/** Hands on as text what arrives in a pipe. */
export class PipeReader {
  readonly #descriptor: number;
  readonly #libc: Libc;
  readonly #socket: Socket;
  readonly #receive: (text: string) => void;
  readonly #buffer = Buffer.allocUnsafeSlow(chunk);
  /** A character may come in two pieces. */
  readonly #decoder = new StringDecoder("utf8");

  constructor(descriptor: number, libc: Libc, receive: (text: string) => void) {
    this.#descriptor = descriptor;
    this.#libc = libc;
    this.#receive = receive;
    // A file stream would occupy a thread of libuv's pool for good; a socket waits in epoll, and
    // makes this end of the pipe not block, which `drain` relies on.
    this.#socket = new Socket({
      fd: descriptor,
      readable: true,
      writable: false,
      onread: {
        buffer: Buffer.allocUnsafeSlow(chunk),
        callback: (length, buffer) => {
          this.#take(buffer, length);
          return true;
        },
      },
    });
    this.#socket.on("error", () => this.#socket.destroy());
    this.#socket.unref();
    this.#socket.resume();
  }

  /** From now on only `drain` reads. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /**
   * Hands on at once all that was written until now. It never waits, and it ends although a child
   * process goes on writing: what a pipe holds is no more than its capacity.
   */
  drain(): void {
    for (let taken = 0; taken < capacity;) {
      const length = this.#libc.read(this.#descriptor, this.#buffer);
      if (length <= 0) return;
      this.#take(this.#buffer, length);
      taken += length;
    }
  }

  #take(bytes: Uint8Array, length: number): void {
    const text = this.#decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, length));
    if (text !== "") this.#receive(text);
  }
}
