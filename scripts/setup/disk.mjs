import { statfsSync } from "node:fs";
import { SetupProblem } from "./problem.mjs";
import { root } from "./paths.mjs";

/** What a set-up from nothing was seen to need while it unpacks TensorFlow, in bytes. */
export const neededBytes = 4e9;

/** @throws {SetupProblem} where the repository's disk has too little room for a first set-up */
export function checkDisk(free = freeBytes()) {
  if (free >= neededBytes) return;
  throw new SetupProblem(
    `The first set-up needs ${neededBytes / 1e9} GB of disk, and ${(free / 1e9).toFixed(1)} GB are free.`,
    "Free some space or clone the repository to a larger disk, then run the same command again.",
  );
}

export function freeBytes(folder = root) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
