/**
 * The language thread's entry.
 *
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Reply, Request, WorkerOptions } from "./messages.ts";
import { LanguageService } from "./service.ts";
import { createCompiler } from "./typescript6/index.ts";

const { directory } = workerData as WorkerOptions;
const service = new LanguageService(createCompiler(directory));

parentPort?.on("message", ({ method, args }: Request) => {
  parentPort?.postMessage(answer(method, args));
});

type Methods = Readonly<Record<Request["method"], (...args: readonly unknown[]) => unknown>>;

function answer(method: Request["method"], args: readonly unknown[]): Reply {
  try {
    return { ok: true, value: (service as unknown as Methods)[method](...args) };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, message };
  }
}
