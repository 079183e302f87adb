import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RemoteFile } from "@daylab/datasets";

const script = fileURLToPath(new URL("./make_small_files.py", import.meta.url));
const ours = fileURLToPath(new URL("../../../.venv/bin/python", import.meta.url));

let made: string | undefined;

/** A folder with small files in the true formats, a folder for each set. */
export function smallFiles(): string {
  if (made === undefined) {
    made = temporaryFolder();
    execFileSync(existsSync(ours) ? ours : "python3", [script, made]);
  }
  return made;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "daylab-download-"));
}

/** How a manifest would describe these bytes. */
export function remoteFile(name: string, bytes: Uint8Array, urls: readonly string[]): RemoteFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, size: bytes.length, sha256, urls };
}

export function smallFile(set: string, name: string): Buffer {
  return readFileSync(join(smallFiles(), set, name));
}
