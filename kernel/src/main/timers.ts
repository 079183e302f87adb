import { createRequire, syncBuiltinESMExports } from "node:module";
import { promisify } from "node:util";
import { currentCell } from "./cell.ts";

/** Timers that go on where the cell that started them is stopped. */
export const plainTimers = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
};

type Callback = (...args: unknown[]) => unknown;
type Start = (callback: Callback, ...rest: unknown[]) => NodeJS.Timeout | NodeJS.Immediate;
type Wait = (...args: unknown[]) => Promise<unknown>;

/**
 * Timers of a cell that was interrupted never fire: neither `setTimeout`, `setInterval` and
 * `setImmediate`, nor the promises of `node:timers/promises`. An interrupted loop over
 * `await sleep(100)` ends there instead of going on unseen.
 */
export function stopTimersWithTheirCell(): void {
  const require = createRequire(import.meta.url);
  const timers = require("node:timers") as Record<string, unknown>;
  const promises = require("node:timers/promises") as Record<string, unknown>;
  for (const name of ["setTimeout", "setImmediate"] as const) {
    const wait = stoppableWait(promises[name] as Wait);
    promises[name] = wait;
    const start = stoppable(timers[name] as Start);
    Object.defineProperty(start, promisify.custom, { value: wait, enumerable: true });
    Object.defineProperty(start, "name", { value: name });
    timers[name] = start;
    Object.assign(globalThis, { [name]: start });
  }
  const setInterval = stoppable(timers.setInterval as Start);
  Object.defineProperty(setInterval, "name", { value: "setInterval" });
  timers.setInterval = setInterval;
  Object.assign(globalThis, { setInterval });
  syncBuiltinESMExports();
}

function stoppable(start: Start): Start {
  return (callback, ...rest) => {
    const cell = currentCell();
    if (!cell || typeof callback !== "function") return start(callback, ...rest);
    const timer = start(
      (...args: unknown[]) => {
        if (cell.stopped) clearTimeout(timer as NodeJS.Timeout);
        else callback.apply(timer, args);
      },
      ...rest,
    );
    return timer;
  };
}

function stoppableWait(wait: Wait): Wait {
  return async (...args) => {
    const cell = currentCell();
    const value = await wait(...args);
    return cell?.stopped ? never() : value;
  };
}

/** Nothing holds on to it, so the function that waits for it is collected. */
function never(): Promise<never> {
  return new Promise<never>(() => {});
}
