import type { Transferable } from "node:worker_threads";
import type { installApi } from "../api/index.ts";
import type { Comms } from "../comms/index.ts";
import type { ModuleLoader } from "../modules/index.ts";
import type { Barrier } from "../threads/barrier.ts";
import type { FromMain } from "../threads/messages.ts";
import { Awaits } from "./awaits.ts";
import { currentCell, type Cell } from "./cell.ts";
import { keepOrderWithChildren } from "./children.ts";
import type { Executor } from "./executor.ts";
import { installDebugTarget } from "./debug-target.ts";
import { guardExit } from "./exit.ts";
import { watchFailures } from "./failures.ts";
import { installInput } from "./input/index.ts";
import { redirectOutput } from "./output.ts";
import { hideKernelFrames } from "./stack-traces.ts";
import { stopTimersWithTheirCell } from "./timers.ts";
import { installTools, runShellLine } from "./tools.ts";

interface Parts {
  readonly executor: Executor;
  readonly comms: Comms;
  readonly loader: ModuleLoader;
  readonly loaderName: string;
  readonly awaitsName: string;
  readonly installApi: typeof installApi;
  readonly post: (message: FromMain, transfer?: readonly Transferable[]) => void;
  readonly barrier: Barrier;
}

/**
 * Gives cells their surroundings: imports, `display`, output that reaches the notebook, and a
 * process that outlives their mistakes.
 *
 * @returns the real `process.exit`.
 */
export function installGlobals(parts: Parts): (code: number) => never {
  const { executor, loader, loaderName, post, barrier } = parts;
  const print = (id: number, name: "stdout" | "stderr", text: string): void => {
    post({ kind: "stream", id, name, text });
  };
  const { require, dirname: __dirname, filename: __filename } = loader;
  const hidden = (value: unknown) => ({ value, writable: true, configurable: true });
  Object.defineProperties(globalThis, {
    [loaderName]: hidden({ ...loader, shell: runShellLine }),
    [parts.awaitsName]: hidden(new Awaits()),
    require: hidden(require),
    __dirname: hidden(__dirname),
    __filename: hidden(__filename),
  });

  parts.installApi(
    {
      display: (output, options) => {
        const cell = currentCell();
        if (!cell || cell.stopped) return;
        post({ kind: "display", id: cell.request.id, output, ...options });
      },
      clearOutput: (wait) => {
        const cell = currentCell();
        if (cell && !cell.stopped) post({ kind: "clear", id: cell.request.id, wait });
      },
      owner: currentCell,
    },
    parts.comms,
  );

  const report = (cell: Cell, error: unknown): void => {
    if (executor.fail(cell, error)) return;
    const { traceback } = executor.describe(error);
    print(cell.request.id, "stderr", `${traceback.join("\n")}\n`);
  };
  hideKernelFrames();
  installDebugTarget({ cells: executor.sources, loader: loaderName });
  stopTimersWithTheirCell();
  redirectOutput(print);
  const settle = (): void => barrier.wait((turn) => post({ kind: "settle", turn }));
  keepOrderWithChildren(settle);
  installInput(post);
  installTools(__dirname);
  watchFailures(report);
  return guardExit((error) => {
    const cell = currentCell();
    if (cell) executor.fail(cell, error);
  });
}
