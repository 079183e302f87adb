import { loadLibc } from "../libc/index.ts";

/**
 * Sends SIGINT to the child processes and theirs, as Ctrl-C in a terminal does, and ipykernel: those
 * that a cell waits for, and those that earlier cells left behind. A child that was started with
 * `detached: true` is in a group of its own and is spared. Does nothing on Windows, nor where the
 * kernel does not lead its process group; Jupyter starts it so that it does.
 */
export async function interruptChildren(): Promise<void> {
  const libc = await loadLibc().catch(() => undefined);
  libc?.interruptGroup();
}
