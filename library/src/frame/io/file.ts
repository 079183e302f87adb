import { statSync } from "node:fs";
import { resolve } from "node:path";
import { UnknownColumn } from "../engine/names.ts";
import { shown } from "../engine/cell.ts";

/**
 * The full path of a file that exists.
 *
 * @param kind what it should be, for the message: "a CSV file"
 * @throws TypeError for an address, Error naming the full path where there is no such file
 */
export function existingFile(verb: string, path: string, kind: string): string {
  if (typeof path !== "string") throw new TypeError(`${verb} takes a path; got ${shown(path)}.`);
  if (/^[a-z]+:\/\//iu.test(path)) {
    throw new TypeError(`${verb} reads files, not addresses; download ${shown(path)} first.`);
  }
  const full = resolve(path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new Error(`There is no file ${shown(path)}. It was looked for in ${full}.`);
  }
  if (found.isDirectory()) throw new Error(`${shown(path)} is a folder, not ${kind}.`);
  return full;
}

/** Runs a reader of the engine; what it throws is told with the path, in one line. */
export function reading<Result>(path: string, format: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnknownColumn) throw error;
    const reason = String((error as Error).message).split("\n")[0];
    throw new Error(`${shown(path)} cannot be read as ${format}: ${reason}`, { cause: error });
  }
}

/** The same for a reader that waits. */
export async function readingAsync<Result>(
  path: string,
  format: string,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    return reading(path, format, () => {
      throw error;
    });
  }
}
