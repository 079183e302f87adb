import { writeOwnStderr } from "../capture/own-stderr.ts";

/** Writes one line to the kernel's log: the process's own stderr, which the Jupyter server shows. */
export function log(text: string): void {
  writeOwnStderr(`[daylab] ${text}\n`);
}
