/**
 * The language thread's entry.
 *
 * @module
 */
import { enableCompileCache, flushCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { giveWay } from "../threads/priority.ts";
import type { Reply, Request, WorkerOptions } from "./messages.ts";
import type { Committed } from "./types.ts";

giveWay();

// Compiling the compiler is half of what loading it costs; the cache spares it to the next kernel.
enableCompileCache();
const { LanguageService } = await import("./service.ts");
const { createCompiler } = await import("./typescript6/index.ts");
flushCompileCache();

/** How long nothing may have been asked, in milliseconds, before the thread works ahead. */
const idle = 30;

const { directory } = workerData as WorkerOptions;
const service = new LanguageService(createCompiler(directory), directory);
let warming: NodeJS.Timeout | undefined;

parentPort?.on("message", ({ method, args }: Request) => {
  clearTimeout(warming);
  const reply = answer(method, args);
  parentPort?.postMessage(reply);
  // A cell that declared nothing left nothing to do.
  if (method === "commit" && reply.ok && (reply.value as Committed).cell !== undefined)
    warming = setTimeout(workAhead, idle);
});

/** Does what the next request would wait for, while nobody waits. */
function workAhead(): void {
  try {
    service.complete("", 0);
  } catch {
    // Whoever asks for it next is told.
  }
}

type Methods = Readonly<Record<Request["method"], (...args: readonly unknown[]) => unknown>>;

function answer(method: Request["method"], args: readonly unknown[]): Reply {
  try {
    return { ok: true, value: (service as unknown as Methods)[method](...args) };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, message };
  }
}
