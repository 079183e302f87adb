/** Why a cell ended that called `process.exit()`. */
export class ProcessExit extends Error {
  override readonly name = "ProcessExit";

  constructor(code: unknown) {
    super(
      `process.exit(${code === undefined ? "" : JSON.stringify(code)}) ended the cell. The kernel ` +
        "goes on with all its variables; restart it from the Kernel menu for a fresh start.",
    );
  }
}

/**
 * Makes `process.exit()` end the cell that calls it.
 *
 * @returns the real `process.exit`, for the kernel itself.
 */
export function guardExit(exited: (error: ProcessExit) => void): (code: number) => never {
  const exit = process.exit.bind(process);
  process.exit = (code?: unknown): never => {
    const error = new ProcessExit(code);
    exited(error);
    throw error;
  };
  return exit;
}
