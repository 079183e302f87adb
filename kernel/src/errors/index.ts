import type { CellError, CellSource } from "./types.ts";
export type * from "./types.ts";

/** Describes anything thrown by a cell for the Jupyter protocol. */
export function describeError(error: unknown, cells: ReadonlyMap<string, CellSource>): CellError {
  void cells;
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { ename: name, evalue: message, traceback: (stack ?? message).split("\n") };
}
