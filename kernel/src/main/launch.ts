import { flushCompileCache } from "node:module";
import { basename, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Transferable } from "node:worker_threads";
import { reportFatalErrors } from "../black-box/index.ts";
import { ownStderrBuffer } from "../capture/own-stderr.ts";
import type { TypesMode } from "../language/types.ts";
import { startProtocolThread } from "../protocol/index.ts";
import { Barrier } from "../threads/barrier.ts";
import { OutputFlow } from "../threads/flow.ts";
import { awaitsName } from "../threads/global-names.ts";
import type { FromMain, ToMain } from "../threads/messages.ts";
import { weightOf } from "../threads/weight.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { keepHeapReserve } from "./heap-limit.ts";

export interface LaunchOptions {
  readonly connectionFile: string;
  /** Default: `warn`. */
  readonly types?: TypesMode;
}

/**
 * When the compiler of types is loaded, in milliseconds after the first cell came. Its first text
 * takes 80 ms more than others, and it takes 16 MB, which a kernel that nobody uses does without.
 */
const warmUp = 250;

/**
 * V8 copies the bodies of short loops without the place where a loop can be interrupted: one that
 * makes arrays was ended up to 7 s after it was asked to, and within 0.2 s this way. What it costs:
 * 17 % in the tightest loops over numbers, nothing in others.
 */
const promptInterrupts = "--no-turboshaft-loop-unrolling";

/** Taken before it belongs to cells, and ends with them. */
const later = globalThis.setTimeout;

/** Name of the global through which cells import. */
const loaderName = "__daylab";

/**
 * Turns this process into a kernel for one notebook, whose folder is the working directory. The
 * sockets are bound by a thread of their own while the parts that run cells still load.
 */
export async function launch(options: LaunchOptions): Promise<void> {
  const directory = process.cwd();
  const { connectionFile, types = "warn" } = options;
  setFlagsFromString(promptInterrupts);
  reportFatalErrors(connectionFile);
  const flow = new OutputFlow();
  const barrier = new Barrier();
  const protocol = startProtocolThread({
    connectionFile,
    types,
    directory,
    flow: flow.buffer,
    barrier: barrier.buffer,
    ownStderr: ownStderrBuffer(),
  });
  const post = (message: FromMain, transfer?: readonly Transferable[]): void => {
    const weight = weightOf(message);
    if (weight > 0) flow.sending(weight);
    protocol.postMessage(message, transfer);
  };

  process.once("exit", () => {
    barrier.wait((turn) => post({ kind: "settle", turn, leaving: true }));
  });

  // Side by side the two threads' modules would keep each other waiting where cores are busy, and
  // clients wait for the sockets first.
  await protocol.online;
  const [
    { Executor },
    { Steady },
    { prepareCell },
    { describeError },
    { createModuleLoader },
    { Comms },
  ] = await Promise.all([
    import("./executor.ts"),
    import("./steady.ts"),
    import("../transpile/index.ts"),
    import("../errors/index.ts"),
    import("../modules/index.ts"),
    import("../comms/index.ts"),
  ]);
  const [
    { toDisplayData },
    { forgetDisplays, installApi, pendingDisplays },
    { installGlobals },
    { Help },
  ] = await Promise.all([
    import("../display/index.ts"),
    import("../api/index.ts"),
    import("./globals.ts"),
    import("./help.ts"),
  ]);

  const steady = new Steady((text) => process.stderr.write(text));
  const executor = new Executor({
    steady,
    prepare: prepareCell,
    describe: describeError,
    show: toDisplayData,
    displaysSettled: pendingDisplays,
    forgetDisplays,
    post,
    loader: loaderName,
    awaits: awaitsName,
  });
  const notebook = process.env.JPY_SESSION_NAME;
  const loader = createModuleLoader({
    directory,
    ...(notebook && { filename: join(directory, basename(notebook)) }),
  });
  const comms = new Comms({
    ...{ post, describe: (error) => executor.describe(error) },
    print: (id, text) => post({ kind: "stream", id, name: "stderr", text }),
  });
  const help = new Help(post);
  help.install(executor);
  const parts = {
    executor,
    comms,
    loader,
    loaderName,
    awaitsName,
    installApi,
    post,
    barrier,
  };
  const exit = installGlobals(parts);

  protocol.on("message", (message: ToMain) => {
    if (message.kind === "execute") executor.run(message);
    else if (message.kind === "inspected") help.receive(message);
    else if (message.kind === "interrupt") executor.interrupt(message.id);
    else if (message.kind === "comm") void comms.receive(message);
    else if (message.kind === "collect") collectGarbage();
    else if (message.kind === "interrupt_comms") comms.interrupt();
    else exit(0);
  });
  post({ kind: "ready" });
  void keepHeapReserve().then((found) => found && post({ kind: "heap", ...found }));
  // At the end it may be too late: Jupyter kills kernels that it is in a hurry with.
  setImmediate(flushCompileCache);
  const warm = () => void prepareCell("0 as number", { url: "warm-up.ts", loader: loaderName });
  protocol.once("message", () => later(warm, warmUp));
}
