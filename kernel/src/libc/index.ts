/**
 * The few calls of the C library that Node.js has no function for.
 *
 * @module
 */

/** Descriptors are numbers. */
export interface Libc {
  /** A new pipe: its read end and its write end; neither is inherited by child processes. */
  pipe(): readonly [number, number];
  /** A copy that is not inherited by child processes. */
  duplicate(descriptor: number): number;
  /** Makes `target` another name of what `descriptor` is, for child processes too. */
  replace(target: number, descriptor: number): void;
  /** Bytes read, 0 at the end of the file; less than 0 where nothing can be read now. */
  read(descriptor: number, into: Uint8Array): number;
  /** `printf` would keep text back in a buffer of its own: into a pipe, 4 KiB and more of it. */
  unbufferStandardOutput(): void;
  /** Sends SIGINT to the other processes of its group, where this process leads one. */
  interruptGroup(): void;
}

/** `F_SETFD` and `FD_CLOEXEC`, the same on Linux, macOS and the BSDs. */
const setDescriptorFlags = 2;
const closeOnExec = 1;

/** `F_SETPIPE_SZ`, Linux only. What a larger pipe holds is taken from the memory only when filled. */
const setPipeSize = 1031;
const pipeSize = 1 << 20;

/** `_IONBF`. */
const unbuffered = 2;

const sigint = 2;

/** `struct sigaction` is smaller everywhere. It begins with the handler, and 1 is `SIG_IGN`. */
const sigactionSize = 256;

let loaded: Promise<Libc> | undefined;

/**
 * Loads the C library's functions into this process.
 *
 * @throws Error where the platform has none of this: Windows, or one that koffi has no binary for.
 */
export function loadLibc(): Promise<Libc> {
  return (loaded ??= load());
}

async function load(): Promise<Libc> {
  if (process.platform === "win32") throw new Error("there is no POSIX C library on Windows");
  const { default: koffi } = await import("koffi");
  const library = koffi.load(null);
  type Call = (...values: unknown[]) => number;
  const call = (declaration: string) => library.func(declaration) as unknown as Call;
  const pipe = call("int pipe(_Out_ int *ends)");
  const dup = call("int dup(int descriptor)");
  const dup2 = call("int dup2(int from, int to)");
  const fcntl = call("int fcntl(int descriptor, int command, ...)");
  const read = call("intptr_t read(int descriptor, void *into, size_t length)");
  const setvbuf = call("int setvbuf(void *file, void *buffer, int mode, size_t size)");
  const getpgrp = call("int getpgrp()");
  const kill = call("int kill(int process, int signal)");
  const sigaction = call("int sigaction(int signal, const void *action, _Out_ void *before)");

  const made = (descriptor: number, what: string): number => {
    if (descriptor < 0) throw new Error(`${what} failed with errno ${koffi.errno()}`);
    return descriptor;
  };
  const keptFromChildren = (descriptor: number): number => {
    made(fcntl(descriptor, setDescriptorFlags, "int", closeOnExec), "fcntl");
    return descriptor;
  };
  return {
    pipe() {
      const ends = [-1, -1];
      made(pipe(ends), "pipe");
      if (process.platform === "linux") fcntl(ends[1], setPipeSize, "int", pipeSize);
      return [keptFromChildren(ends[0]), keptFromChildren(ends[1])];
    },
    duplicate: (descriptor) => keptFromChildren(made(dup(descriptor), "dup")),
    replace: (target, descriptor) => void made(dup2(descriptor, target), "dup2"),
    read: (descriptor, into) => read(descriptor, into, into.length),
    unbufferStandardOutput() {
      const name = process.platform === "darwin" ? "__stdoutp" : "stdout";
      const file: unknown = koffi.decode(library.symbol(name), "void *");
      setvbuf(file, null, unbuffered, 0);
    },
    interruptGroup() {
      if (getpgrp() !== process.pid) return;
      const ignore = Buffer.alloc(sigactionSize).fill(1, 0, 1);
      const before = Buffer.alloc(sigactionSize);
      sigaction(sigint, ignore, before);
      kill(-process.pid, sigint);
      sigaction(sigint, before, null);
    },
  };
}
