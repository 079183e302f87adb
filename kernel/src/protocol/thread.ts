import { flushCompileCache } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { shareOwnStderr } from "../capture/own-stderr.ts";
import type { FromMain, ToMain } from "../threads/messages.ts";
import type { ProtocolOptions } from "./index.ts";
import { endChildren } from "./end-children.ts";
import { Kernel } from "./kernel.ts";
import { watchParent } from "./parent.ts";
import { capturedBy, notCaptured, receiver } from "./pipes.ts";
import { onSigint } from "./sigint.ts";

const options = workerData as ProtocolOptions;
shareOwnStderr(options.ownStderr);
const port = parentPort!;
let pipes = notCaptured;
const postToMain = (message: ToMain, transfer: readonly ArrayBuffer[] = []): void => {
  // What is in them belongs to the cells before.
  if (message.kind === "execute") pipes.drain();
  port.postMessage(message, transfer);
};

/** Longest that the main thread gets to leave by itself, running the cell's exit handlers. */
const patience = 1_000;

const early: FromMain[] = [];
let receive = (message: FromMain): void => void early.push(message);
port.on("message", (message: FromMain) => receive(message));

const kernel = await Kernel.start(options, postToMain, async (sockets, mainThread) => {
  sockets.close();
  pipes.restore();
  endChildren();
  const idle = mainThread.terminate().then(() => mainThread.disconnect());
  await Promise.race([idle, sleep(patience)]);
  postToMain({ kind: "shutdown" });
  await sleep(patience);
  process.kill(process.pid, "SIGKILL");
});
pipes = await capturedBy(kernel);
receive = receiver(kernel, pipes, options);
for (const message of early.splice(0)) receive(message);
watchParent();
flushCompileCache();
onSigint(() => kernel.interrupt());
