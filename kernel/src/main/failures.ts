import { currentCell, type Cell } from "./cell.ts";

const events = ["unhandledRejection", "uncaughtException"] as const;

/** Methods of `process` that could take away the listeners which keep it alive. */
const removals = ["removeListener", "off", "removeAllListeners"] as const;

/**
 * Reports rejected promises that nobody awaited and errors thrown in callbacks to the cell whose
 * code caused them. Leftovers of a stopped cell are not reported. Cells cannot switch this off: an
 * error that nobody listens for ends the process.
 */
export function watchFailures(report: (cell: Cell, error: unknown) => void): void {
  const failed = (error: unknown): void => {
    const cell = currentCell();
    if (!cell) throw error;
    if (!cell.stopped) report(cell, error);
  };
  const on = process.on.bind(process) as (event: string, listener: typeof failed) => void;
  const listeners = process.listeners.bind(process) as (event: string) => unknown[];
  const listen = (): void => {
    for (const event of events) if (!listeners(event).includes(failed)) on(event, failed);
  };
  for (const name of removals) {
    const remove = process[name].bind(process) as (...given: unknown[]) => typeof process;
    const value = (...given: unknown[]): typeof process => {
      remove(...given);
      listen();
      return process;
    };
    Object.defineProperty(process, name, { value, writable: true, configurable: true });
  }
  listen();
}
