import { AsyncResource } from "node:async_hooks";
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { StringDecoder } from "node:string_decoder";
import { currentCell } from "../cell.ts";
import { plainTimers } from "../timers.ts";

/** What to run: a program with its arguments, or a line for the shell. */
export type Program =
  { readonly line: string } | { readonly file: string; readonly args: readonly string[] };

export interface ChildOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** What the program reads from its stdin. Default: nothing. */
  readonly input?: string;
  readonly onText: (name: "stdout" | "stderr", text: string) => void;
}

/** How a program ended. */
export interface Ended {
  /** As a shell counts: 128 and the signal's number where a signal ended it. */
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
}

/** How long a program has to end after Stop, in milliseconds, before it is killed. */
const patience = 1_000;

/** How long output may take to arrive after the end of the program: others may hold on to the pipe. */
const lateOutput = 100;

const isWindows = process.platform === "win32";
const running = new Set<ChildProcess>();

process.once("exit", () => {
  for (const child of running) signalGroup(child, "SIGTERM");
});

/**
 * Runs a program in a process group of its own. Where its cell is stopped, the whole group gets
 * SIGINT, as from Ctrl-C in a terminal, and after a second SIGKILL.
 */
export function runChild(
  program: Program,
  { cwd, env, input, onText }: ChildOptions,
): Promise<Ended> {
  if (!existsSync(cwd)) throw new Error(`There is no folder ${cwd} to run the command in`);
  const stdin = input === undefined ? "ignore" : "pipe";
  const options = { cwd, env, detached: !isWindows, stdio: [stdin, "pipe", "pipe"] as const };
  const child =
    "line" in program
      ? spawn(program.line, { ...options, stdio: [...options.stdio], shell: true })
      : spawn(program.file, program.args, { ...options, stdio: [...options.stdio] });
  running.add(child);
  const cell = currentCell();
  cell?.endings.push(() => {
    if (cell.stopped) stop(child);
  });
  // A program that does not read its input is no failure.
  child.stdin?.on("error", () => {}).end(input);
  for (const name of ["stdout", "stderr"] as const) {
    const decoder = new StringDecoder("utf8");
    const print = AsyncResource.bind((bytes: Buffer) => onText(name, decoder.write(bytes)));
    child[name]?.on("data", print);
  }
  return new Promise((resolve, reject) => {
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("exit", (code, signal) => {
      running.delete(child);
      const number = signal === null ? 0 : constants.signals[signal];
      const end = (): void => resolve({ code: code ?? 128 + number, signal });
      const timer = plainTimers.setTimeout(end, lateOutput);
      child.once("close", () => {
        plainTimers.clearTimeout(timer);
        end();
      });
    });
  });
}

function stop(child: ChildProcess): void {
  signalGroup(child, "SIGINT");
  plainTimers.setTimeout(() => signalGroup(child, "SIGKILL"), patience).unref();
}

/** The group may outlive its first process. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(isWindows ? pid : -pid, signal);
  } catch {
    // Nobody of it is left.
  }
}
