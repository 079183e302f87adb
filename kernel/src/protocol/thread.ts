import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { FromMain, ToMain } from "../threads/messages.ts";
import type { ProtocolOptions } from "./index.ts";
import { Kernel } from "./kernel.ts";
import { watchParent } from "./parent.ts";

const options = workerData as ProtocolOptions;
const port = parentPort!;
const postToMain = (message: ToMain): void => port.postMessage(message);

/** Longest that the main thread gets to leave by itself, running the cell's exit handlers. */
const patience = 1_000;

const early: FromMain[] = [];
let receive = (message: FromMain): void => void early.push(message);
port.on("message", (message: FromMain) => receive(message));

const kernel = await Kernel.start(options, postToMain, async (sockets, mainThread) => {
  sockets.close();
  const idle = mainThread.terminate().then(() => mainThread.disconnect());
  await Promise.race([idle, sleep(patience)]);
  postToMain({ kind: "shutdown" });
  await sleep(patience);
  process.kill(process.pid, "SIGKILL");
});
receive = (message) => kernel.receive(message);
for (const message of early.splice(0)) kernel.receive(message);
watchParent();
