import { AsyncLocalStorage } from "node:async_hooks";
import type { ExecuteCell } from "../threads/messages.ts";

/** An execution of a cell, from its start until the last callback that it left behind. */
export interface Cell {
  readonly request: ExecuteCell;
  /** False once the front end was told how the cell ended. */
  running: boolean;
  /** True where it was ended from outside: whatever it left behind must not act any more. */
  stopped: boolean;
  /** What is to be done when it has ended, in whatever way. */
  readonly endings: (() => void)[];
}

const storage = new AsyncLocalStorage<Cell>();
let latest: Cell | undefined;

/** Runs `action` so that everything it starts, now or later, belongs to the cell. */
export function runInCell<Result>(cell: Cell, action: () => Result): Result {
  latest = cell;
  return storage.run(cell, action);
}

/**
 * Runs a callback that a cell left behind for the front end to call. It may act even where the cell
 * was interrupted since; `stopped` of the cell it gets ends this run alone.
 */
export function runForCell<Result>(left: Cell, action: (cell: Cell) => Result): Result {
  const cell: Cell = { request: left.request, running: false, stopped: false, endings: [] };
  return storage.run(cell, () => action(cell));
}

/**
 * The cell that the running code belongs to. Callbacks of native code may have lost their origin:
 * they count to the cell that was started last.
 */
export function currentCell(): Cell | undefined {
  return storage.getStore() ?? latest;
}

/** True where the running code is known to belong to a cell that was stopped. */
export function isStopped(): boolean {
  return storage.getStore()?.stopped === true;
}
