import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A dead process that nobody asked about yet is still listed, as Z. */
export function runs(pid: number): boolean {
  const status = `/proc/${pid}/stat`;
  return existsSync(status) && !/\) Z/.test(readFileSync(status, "utf8"));
}

/** Whether a process ends within some seconds. */
export async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 200 && runs(pid); i++) await sleep(50);
  return !runs(pid);
}

/** The processes that a process started, once there are any. */
export async function childrenOf(pid: number): Promise<number[]> {
  for (let i = 0; i < 200; i++) {
    const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    if (listed !== "") return listed.split(" ").map(Number);
    await sleep(50);
  }
  return [];
}
