/**
 * Descriptors 1 and 2 of the process: what child processes that inherit them and native code print
 * there belongs in the notebook. Both become pipes that the protocol thread reads.
 *
 * @module
 */
import { closeSync } from "node:fs";
import { FatalErrors } from "./fatal.ts";
import { loadLibc } from "../libc/index.ts";
import { setOwnStderr } from "./own-stderr.ts";
import { PipeReader } from "./pipe-reader.ts";

export type StreamName = "stdout" | "stderr";

/** Captured descriptors. */
export interface Capture {
  /** Hands on all that was written until now. */
  drain(): void;
  /** Reads no more of itself until `resume`: who writes then waits, when the pipes are full. */
  pause(): void;
  resume(): void;
  /** Gives the process its own stdout and stderr back, after a last `drain`. */
  restore(): void;
}

/**
 * Captures descriptors 1 and 2 of the whole process; `receive` gets their text, each character
 * whole, and whether it must go out at once, since the process may be dying. Between the two, and between text that two processes write, there is no order but that of
 * the arrival here.
 *
 * @throws Error where the platform does not allow it; then nothing was changed.
 */
export async function captureOutput(
  receive: (name: StreamName, text: string, urgent: boolean) => void,
): Promise<Capture> {
  const libc = await loadLibc();
  const own = { stdout: libc.duplicate(1), stderr: libc.duplicate(2) };
  const pipes = { stdout: libc.pipe(), stderr: libc.pipe() };
  setOwnStderr(own.stderr);
  const fatal = new FatalErrors();
  const readers = (["stdout", "stderr"] as const).map((name, index) => {
    const [readEnd, writeEnd] = pipes[name];
    libc.replace(index + 1, writeEnd);
    closeSync(writeEnd);
    return new PipeReader(readEnd, libc, (text) => {
      receive(name, text, name === "stderr" && fatal.look(text));
    });
  });
  libc.unbufferStandardOutput();
  const drain = (): void => {
    for (const reader of readers) reader.drain();
  };
  return {
    drain,
    pause: () => readers.forEach((reader) => reader.pause()),
    resume: () => readers.forEach((reader) => reader.resume()),
    restore() {
      libc.replace(1, own.stdout);
      libc.replace(2, own.stderr);
      drain();
    },
  };
}
