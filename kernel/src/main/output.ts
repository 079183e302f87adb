import { Console } from "node:console";
import { Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { format } from "node:util";
import { writeOwnStderr } from "../capture/own-stderr.ts";
import { currentCell } from "./cell.ts";
import { redirectDescriptors } from "./descriptors.ts";

type StreamName = "stdout" | "stderr";
type Written = (error?: Error | null) => void;
type Print = (id: number, name: StreamName, text: string) => void;

/**
 * Sends what is written to `process.stdout`, `process.stderr` and the console to `print`, with the
 * cell that wrote it. What is written before the first cell goes to the log.
 *
 * Node's own streams are never made: they would set a pipe that the kernel shares with the program
 * that started it to not block, and that program would lose its own output.
 */
export function redirectOutput(print: Print): void {
  const streams = {
    stdout: new CellStream("stdout", print),
    stderr: new CellStream("stderr", print),
  };
  for (const [name, value] of Object.entries(streams)) {
    Object.defineProperty(process, name, { value, configurable: true, enumerable: true });
  }
  redirectDescriptors((name, bytes) => {
    const cell = currentCell();
    return cell !== undefined && streams[name].write(bytes);
  });
  // Node.js prints its warnings with this.
  const rawDebug = (...values: unknown[]) => void streams.stderr.write(`${format(...values)}\n`);
  Object.assign(process, { _rawDebug: rawDebug });
  // Node's own console also reports every call to the inspector, which keeps the last thousand with
  // their arguments alive: large tensors would never be freed.
  const { stdout, stderr } = process;
  const plain = new Console({ stdout, stderr, colorMode: false });
  const missing = Object.entries(globalThis.console).filter(([name]) => !(name in plain));
  globalThis.console = Object.assign(plain, Object.fromEntries(missing));
}

/**
 * A stream without the state of one: a write that is terminated half-way, as in a loop that prints
 * and is interrupted, must not leave the next one waiting for its end.
 */
class CellStream extends Writable {
  readonly fd: number;
  readonly #name: StreamName;
  readonly #print: Print;
  /** A character may be written in two pieces. */
  readonly #decoder = new StringDecoder("utf8");

  constructor(name: StreamName, print: Print) {
    super();
    this.fd = name === "stdout" ? 1 : 2;
    this.#name = name;
    this.#print = print;
  }

  override write(
    chunk: unknown,
    encoding?: BufferEncoding | Written,
    written: Written | undefined = typeof encoding === "function" ? encoding : undefined,
  ): boolean {
    const isText = typeof chunk === "string" && typeof encoding !== "string";
    const bytes = () => Buffer.from(chunk as string, encoding as BufferEncoding);
    const text = isText ? chunk : this.#decoder.write(bytes());
    const cell = currentCell();
    if (!cell) writeOwnStderr(text);
    else if (!cell.stopped) this.#print(cell.request.id, this.#name, text);
    if (written) process.nextTick(written);
    return true;
  }

  /** Nobody ends a process's output; a pipe into it would. */
  override end(): this {
    return this;
  }
}
