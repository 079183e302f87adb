import { createRequire, syncBuiltinESMExports } from "node:module";

type Write = (descriptor: unknown, ...rest: unknown[]) => unknown;
type Written = (error: null, length: number, data: unknown) => void;

/** Prints, or returns false where there is no cell to print under. */
type Print = (name: "stdout" | "stderr", bytes: Buffer) => boolean;

/**
 * Lets `fs.write`, `fs.writeSync` and their kin go where `process.stdout` and `process.stderr` go
 * when they are given descriptor 1 or 2, as loggers such as pino do. Through the pipe it would
 * arrive too, but not in order with the console, and under the latest cell, not the one that wrote.
 */
export function redirectDescriptors(print: Print): void {
  const require = createRequire(import.meta.url);
  const fs = require("node:fs") as Record<"writeSync" | "write" | "writevSync" | "writev", Write>;
  /** How much was printed; undefined where that is not ours to do. */
  const printed = (descriptor: unknown, rest: unknown[]): number | undefined => {
    if (descriptor !== 1 && descriptor !== 2) return undefined;
    const bytes = bytesOf(rest);
    return bytes && print(descriptor === 1 ? "stdout" : "stderr", bytes) ? bytes.length : undefined;
  };
  for (const name of ["writeSync", "writevSync"] as const) {
    replace(fs, name, (write) => (descriptor, ...rest) => {
      return printed(descriptor, rest) ?? write(descriptor, ...rest);
    });
  }
  for (const name of ["write", "writev"] as const) {
    replace(fs, name, (write) => (descriptor, ...rest) => {
      const written = rest.at(-1);
      const length = typeof written === "function" ? printed(descriptor, rest) : undefined;
      if (length === undefined) return write(descriptor, ...rest);
      return process.nextTick(written as Written, null, length, rest[0]);
    });
  }
  syncBuiltinESMExports();
}

/** The new function has the name of the old one, and what `util.promisify` looks for. */
function replace<Name extends string>(
  fs: Record<Name, Write>,
  name: Name,
  make: (write: Write) => Write,
): void {
  const write = fs[name];
  fs[name] = Object.defineProperties(make(write), Object.getOwnPropertyDescriptors(write));
}

/** What `fs.write` was told to write, in any of its forms; undefined for what it would refuse. */
function bytesOf([data, first, second]: unknown[]): Buffer | undefined {
  if (typeof data === "string") {
    const encoding = typeof second === "string" ? (second as BufferEncoding) : "utf8";
    return Buffer.from(data, encoding);
  }
  if (Array.isArray(data)) {
    const pieces = data.map((view) => bytesOf([view]));
    return pieces.every((piece) => piece !== undefined) ? Buffer.concat(pieces) : undefined;
  }
  if (!ArrayBuffer.isView(data)) return undefined;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const named = typeof first === "object" && first !== null;
  const range = (named ? first : { offset: first, length: second }) as Record<string, unknown>;
  const { offset, length } = range;
  const start = typeof offset === "number" ? offset : 0;
  return bytes.subarray(start, typeof length === "number" ? start + length : undefined);
}
