import { currentCell, type Cell } from "./cell.ts";

/**
 * Reports rejected promises that nobody awaited and errors thrown in callbacks to the cell whose
 * code caused them. Leftovers of a stopped cell are not reported.
 */
export function watchFailures(report: (cell: Cell, error: unknown) => void): void {
  const failed = (error: unknown): void => {
    const cell = currentCell();
    if (!cell) throw error;
    if (!cell.stopped) report(cell, error);
  };
  process.on("unhandledRejection", failed);
  process.on("uncaughtException", failed);
}
