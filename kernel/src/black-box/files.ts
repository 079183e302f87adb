import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Where a kernel leaves what the next one with the same connection file reads. */
export interface BlackBoxFiles {
  readonly folder: string;
  /** What runs; there as long as the kernel has not ended by itself. */
  readonly note: string;
  /** Why V8 ended the process, written by Node.js. */
  readonly report: string;
}

/**
 * The files for a connection file, in a folder that is the user's alone: lines of the notebook are
 * in them. They are not beside the connection file, where Jupyter would take them for another one.
 *
 * @throws Error where the folder cannot be had, or is somebody else's.
 */
export function blackBoxFiles(connectionFile: string): BlackBoxFiles {
  const user = process.getuid?.();
  const folder = join(tmpdir(), user === undefined ? "daylab" : `daylab-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  if (user !== undefined && (uid !== user || (mode & 0o077) !== 0)) {
    throw new Error(`${folder} must be a folder of your own, with the mode 700`);
  }
  const name = createHash("sha256").update(resolve(connectionFile)).digest("hex").slice(0, 16);
  return {
    folder,
    note: join(folder, `${name}.note.json`),
    report: join(folder, `${name}.report.json`),
  };
}
