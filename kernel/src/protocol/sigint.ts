import { Worker } from "node:worker_threads";

/**
 * Only the main thread may listen for signals, and it does so between callbacks: not while a cell
 * loops. A script that may be ended by SIGINT hears of it in any thread, at once; this one does
 * nothing but wait for that.
 */
const listener = `
  const { parentPort } = require("node:worker_threads");
  const { Script } = require("node:vm");
  globalThis.gate = new Int32Array(new SharedArrayBuffer(4));
  const wait = new Script("Atomics.wait(gate, 0, 0)");
  for (;;) {
    try {
      wait.runInThisContext({ breakOnSigint: true });
    } catch {
      parentPort.postMessage("SIGINT");
    }
  }
`;

/** Calls `interrupt` for every SIGINT that the process receives, whatever a cell is doing. */
export function onSigint(interrupt: () => void): void {
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 };
  const worker = new Worker(listener, {
    eval: true,
    name: "SIGINT",
    resourceLimits,
    stdout: true,
    stderr: true,
  });
  worker.on("message", interrupt);
  worker.unref();
}
