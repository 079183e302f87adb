import { flushCompileCache } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { shareOwnStderr } from "../capture/own-stderr.ts";
import type { FromMain, ToMain } from "../threads/messages.ts";
import type { ProtocolOptions } from "./index.ts";
import { readConnection } from "./connection.ts";
import { log } from "./log.ts";
import { Sockets } from "./sockets.ts";

const options = workerData as ProtocolOptions;
shareOwnStderr(options.ownStderr);

// Clients try to connect from the moment they start the kernel, and after each failure wait a tenth
// of a second or more. So the sockets come before everything else is loaded.
const connection = readConnection(options.connectionFile);
const sockets = new Sockets(connection);
const bound = sockets.bind(connection).catch((error: unknown) => {
  // Said here, since a thread that ends with open sockets takes the process with it at once.
  log(`The kernel cannot go on: its sockets cannot be opened: ${(error as Error).message}`);
  process.kill(process.pid, "SIGKILL");
});
const [
  { endChildren },
  { Kernel },
  { exposures },
  { watchParent },
  { capturedBy, notCaptured, receiver },
  { onSigint },
] = await Promise.all([
  import("./end-children.ts"),
  import("./kernel.ts"),
  import("./exposure.ts"),
  import("./parent.ts"),
  import("./pipes.ts"),
  import("./sigint.ts"),
]);
for (const exposure of exposures(options.connectionFile, connection)) log(exposure);

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

await bound;
const kernel = Kernel.start(options, sockets, postToMain, async (mainThread) => {
  await sockets.close();
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
watchParent(() => {
  kernel.close();
  endChildren();
});
flushCompileCache();
onSigint(() => kernel.interrupt());
