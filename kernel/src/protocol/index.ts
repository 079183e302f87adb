/**
 * The protocol thread: everything between the ZeroMQ sockets and the thread that runs cells. It
 * stays responsive while a cell blocks the main thread.
 *
 * @module
 */
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker, type Transferable } from "node:worker_threads";
import type { TypesMode } from "../language/types.ts";
import type { FromMain, ToMain } from "../threads/messages.ts";
import { log } from "./log.ts";

export interface ProtocolOptions {
  /** Path of the connection file that Jupyter wrote. */
  readonly connectionFile: string;
  readonly types: TypesMode;
  /** The notebook's folder. */
  readonly directory: string;
  /** The buffer of the `OutputFlow` that the main thread announces its output to. */
  readonly flow: SharedArrayBuffer;
  /** That of the `Barrier` that it waits at. */
  readonly barrier: SharedArrayBuffer;
  /** Where both find the process's own stderr. */
  readonly ownStderr: SharedArrayBuffer;
}

/** The protocol thread as the main thread sees it. */
export interface ProtocolThread {
  postMessage(message: FromMain, transfer?: readonly Transferable[]): void;
  on(event: "message", listener: (message: ToMain) => void): unknown;
  once(event: "message", listener: (message: ToMain) => void): unknown;
  /** Resolves when the thread runs its first line. */
  readonly online: Promise<void>;
}

/** Taken before cells get one that refuses to end the kernel. */
const kill = process.kill.bind(process);

/** Starts the thread; it ends the process where it fails, since nobody could talk to it then. */
export function startProtocolThread(options: ProtocolOptions): ProtocolThread {
  const worker = new Worker(new URL("./thread.ts", import.meta.url), {
    workerData: options,
    name: "protocol",
    env: compileCacheEnvironment(),
    // Otherwise Node.js connects it to the process's own streams, and makes them for it.
    stdout: true,
    stderr: true,
  });
  worker.on("error", (error: unknown) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log(`The kernel cannot go on: ${reason}`);
    kill(process.pid, "SIGKILL");
  });
  const online = new Promise<void>((resolve) => worker.once("online", resolve));
  return Object.assign(worker, { online });
}

/** A thread has a compile cache of its own, and so have those that it starts: it is on by the environment. */
function compileCacheEnvironment(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined
    ? process.env
    : { ...process.env, NODE_COMPILE_CACHE: dirname(folder) };
}
