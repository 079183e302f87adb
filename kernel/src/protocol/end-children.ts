import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { log } from "./log.ts";

/**
 * Asks the programs that cells started to end, with those that they started, because the kernel
 * ends: nobody would know of them any more. What was started with `detached: true` is meant to
 * stay, and does.
 */
export function endChildren(): void {
  for (const pid of descendants()) {
    try {
      process.kill(pid, "SIGTERM");
    } catch {
      // It ended meanwhile.
    }
  }
}

/** The processes below this one in its own session, children before those that they started. */
function descendants(): number[] {
  const processes = processesOfLinux() ?? processesByPs();
  const session = processes.find(({ pid }) => pid === process.pid)?.session;
  const below = (parent: number): number[] =>
    processes
      .filter((other) => other.parent === parent && other.session === session)
      .flatMap(({ pid }) => [pid, ...below(pid)]);
  return below(process.pid);
}

interface ListedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
}

/** By the process file system; undefined where there is none. */
function processesOfLinux(): ListedProcess[] | undefined {
  try {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []));
  } catch {
    return undefined;
  }
}

function statOf(pid: string): ListedProcess[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything; then follow state, parent, group and session.
    const [, parent, , session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return [{ pid: Number(pid), parent: Number(parent), session: Number(session) }];
  } catch {
    return [];
  }
}

/** As `ps` tells on macOS, where a process group stands for the session. */
function processesByPs(): ListedProcess[] {
  try {
    const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,pgid="], { encoding: "utf8" });
    return table.split("\n").flatMap((line) => {
      const [pid = NaN, parent = NaN, session = NaN] = line.trim().split(/\s+/).map(Number);
      return Number.isNaN(session) ? [] : [{ pid, parent, session }];
    });
  } catch (error) {
    log(`the programs that cells started cannot be listed: ${(error as Error).message}`);
    return [];
  }
}
