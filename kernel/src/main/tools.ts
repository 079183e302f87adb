import { createRequire } from "node:module";
import type * as Install from "./install/index.ts";
import type * as Shell from "./shell/index.ts";
import type * as Timeit from "./timeit/index.ts";

const require = createRequire(import.meta.url);

/**
 * Puts `shell`, `install` and `timeit` on the global object. They are loaded on first use: most
 * notebooks need none of them, and all would wait for them at the start.
 *
 * @param folder The notebook's.
 */
export function installTools(folder: string): void {
  const tools = {
    shell: () => (require("./shell/index.ts") as typeof Shell).shell,
    install: () => (require("./install/index.ts") as typeof Install).makeInstall(folder),
    timeit: () => (require("./timeit/index.ts") as typeof Timeit).timeit,
  };
  for (const [name, load] of Object.entries(tools)) {
    const keep = (value: unknown): unknown => {
      Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
      return value;
    };
    Object.defineProperty(globalThis, name, {
      get: () => keep(load()),
      set: keep,
      configurable: true,
    });
  }
}

/** Runs the command of a `!` line. */
export async function runShellLine(command: string): Promise<void> {
  await (require("./shell/index.ts") as typeof Shell).runShellLine(command);
}
