import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { basename } from "node:path";

/** Enough that a cell hardly notices, and little enough that types come while all cores are busy. */
const niceness = 5;

/**
 * Makes the calling thread give way to the process's other threads where all want the same core.
 * Only Linux has priorities of threads; elsewhere nothing changes.
 */
export function giveWay(): void {
  try {
    setPriority(Number(basename(readlinkSync("/proc/thread-self"))), niceness);
  } catch {
    // It works at the usual priority.
  }
}
