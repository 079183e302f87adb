import { readFileSync } from "node:fs";

/** How many processes Linux has killed for lack of memory since it started; undefined elsewhere. */
export function oomKills(): number | undefined {
  try {
    const [, count] = /^oom_kill (\d+)$/m.exec(readFileSync("/proc/vmstat", "utf8")) ?? [];
    return count === undefined ? undefined : Number(count);
  } catch {
    return undefined;
  }
}
