import { createRequire, syncBuiltinESMExports } from "node:module";

type Run = (...args: unknown[]) => unknown;

/**
 * Keeps the order of what a cell prints and what child processes print that inherit its output.
 * Cells print through the protocol thread's message port, children into a pipe, and nothing tells
 * which came first of what is in both. So `settle`, which waits until both are empty, is called
 * before a child starts, and after one that was waited for. What a child prints while the cell goes
 * on printing is taken as it comes, as is what native code prints.
 */
export function keepOrderWithChildren(settle: () => void): void {
  const require = createRequire(import.meta.url);
  const processes = require("node:child_process") as Record<string, unknown>;
  for (const name of ["spawnSync", "execSync", "execFileSync"]) {
    const run = processes[name] as Run;
    const ordered: Run = (...args) => {
      settle();
      try {
        return run(...args);
      } finally {
        settle();
      }
    };
    Object.defineProperty(ordered, "name", { value: name });
    processes[name] = ordered;
  }
  const { prototype } = processes.ChildProcess as { prototype: { spawn: Run } };
  const { spawn } = prototype;
  prototype.spawn = function (...args) {
    settle();
    return spawn.apply(this, args);
  };
  syncBuiltinESMExports();
}
