import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheDirectory } from "./paths.mjs";
import { SetupProblem } from "./problem.mjs";

const lockFile = () => path.join(cacheDirectory, "setup", "lock");

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Keeps a second set-up of the same clone out while one runs. A lock whose process is gone is void.
 *
 * @returns {() => void} gives the lock back
 */
export function takeLock(file = lockFile()) {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch {
    const owner = Number(readFileSync(file, "utf8"));
    if (owner && isAlive(owner)) {
      throw new SetupProblem(
        `Another set-up of this clone is running (process ${owner}).`,
        "Wait for it to end, then run the same command again.",
      );
    }
    rmSync(file, { force: true });
    return takeLock(file);
  }
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  return release;
}
