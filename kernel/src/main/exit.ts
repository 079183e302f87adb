import { inspect } from "node:util";

/** Why a cell ended that called `process.exit()` or another function that ends the process. */
export class ProcessExit extends Error {
  override readonly name = "ProcessExit";

  constructor(call: string) {
    super(
      `${call} ended the cell. The kernel goes on with all its variables; restart it from the ` +
        "Kernel menu for a fresh start.",
    );
  }
}

/** Signals that do nothing to a process that does not listen for them. */
const harmless: readonly unknown[] = [0, "SIGCHLD", "SIGCONT", "SIGURG", "SIGWINCH"];

/** Functions of `process` that end it, whatever they are called with. */
const endings = ["exit", "reallyExit", "abort", "execve"] as const;

/**
 * Makes what ends the process end the cell that calls it: `process.exit()`, `process.abort()` and
 * their kin, and a signal that the process sends to itself.
 *
 * @returns the real `process.exit`, for the kernel itself.
 */
export function guardExit(exited: (error: ProcessExit) => void): (code: number) => never {
  const real = { exit: process.exit.bind(process), kill: process.kill.bind(process) };
  const { reallyExit } = process as unknown as { reallyExit: () => never };
  const refuse = (name: string, given: readonly unknown[]): never => {
    const call = `process.${name}(${given.map((value) => inspect(value)).join(", ")})`;
    const error = new ProcessExit(call);
    exited(error);
    throw error;
  };
  for (const name of endings) {
    replace(name, (...given: unknown[]) => refuse(name, given));
  }
  // Node.js takes its own last measures before it sends itself a signal that it does not listen
  // for: after SIGINT, which the kernel survives, nothing could be evaluated any more.
  replace("kill", (pid: number, signal?: string | number) => {
    if (!isOwn(pid) || !isDeadly(signal)) return real.kill(pid, signal);
    return refuse("kill", signal === undefined ? [pid] : [pid, signal]);
  });
  return (code) => {
    replace("reallyExit", reallyExit);
    return real.exit(code);
  };
}

function replace(name: string, value: unknown): void {
  Object.defineProperty(process, name, { value, writable: true, configurable: true });
}

/** 0 and a negative number are process groups; the kernel is in the first, and leads the second. */
function isOwn(pid: number): boolean {
  return [process.pid, 0, -process.pid].includes(pid);
}

function isDeadly(signal: string | number = "SIGTERM"): boolean {
  return !harmless.includes(signal) && process.listenerCount(String(signal)) === 0;
}
