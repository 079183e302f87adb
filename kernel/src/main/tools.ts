import { makeInstall } from "./install/index.ts";
import { shell } from "./shell/index.ts";
import { timeit } from "./timeit/index.ts";

/** Puts `shell`, `install` and `timeit` on the global object. `folder` is the notebook's. */
export function installTools(folder: string): void {
  for (const [name, value] of Object.entries({ shell, install: makeInstall(folder), timeit })) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}
