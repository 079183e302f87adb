import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { murmur2 } from "./murmur2.ts";

/**
 * How front ends find the cell that a path stands for: no such file exists, its name is the hash of
 * the cell's code.
 */
export const naming = {
  hashMethod: "Murmur2",
  hashSeed: 0xc70f6907,
  tmpFilePrefix: join(tmpdir(), `daylab_${process.pid}`) + sep,
  tmpFileSuffix: ".ts",
} as const;

/** The path that stands for a cell of this code. */
export function cellPath(code: string): string {
  return `${naming.tmpFilePrefix}${murmur2(code, naming.hashSeed)}${naming.tmpFileSuffix}`;
}

/** Whether a path can stand for a cell, known or not. */
export const isCellPath = (path: string): boolean =>
  path.startsWith(naming.tmpFilePrefix) && path.endsWith(naming.tmpFileSuffix);
