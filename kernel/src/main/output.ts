import { Console } from "node:console";
import { StringDecoder } from "node:string_decoder";
import { currentCell } from "./cell.ts";

type StreamName = "stdout" | "stderr";
type Written = (error?: Error | null) => void;

/**
 * Sends what is written to `process.stdout`, `process.stderr` and the console to `write`, with the
 * cell that wrote it. Before the first cell, output goes where it always went.
 */
export function redirectOutput(write: (id: number, name: StreamName, text: string) => void): void {
  for (const name of ["stdout", "stderr"] as const) {
    const stream = process[name];
    const direct: (chunk: Uint8Array | string) => boolean = stream.write.bind(stream);
    const decoder = new StringDecoder("utf8");
    const redirected = (
      chunk: Uint8Array | string,
      encoding?: BufferEncoding | Written,
      written?: Written,
    ): boolean => {
      const cell = currentCell();
      if (!cell) return direct(chunk);
      if (!cell.stopped) {
        const text = typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk));
        write(cell.request.id, name, text);
      }
      const callback = typeof encoding === "function" ? encoding : written;
      if (callback) queueMicrotask(callback);
      return true;
    };
    stream.write = redirected;
  }
  replaceConsole();
}

/**
 * Node's own console also reports every call to the inspector, which keeps the last thousand with
 * their arguments alive: large tensors would never be freed.
 */
function replaceConsole(): void {
  const plain = new Console({ stdout: process.stdout, stderr: process.stderr, colorMode: false });
  const missing = Object.entries(globalThis.console).filter(([name]) => !(name in plain));
  Object.assign(plain, Object.fromEntries(missing));
  globalThis.console = plain;
}
