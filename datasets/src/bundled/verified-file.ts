import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { info, packageFolder, type DatasetInfo } from "./manifest.ts";
import type { DatasetName } from "./rows/index.ts";

/** A bundled file is missing or is not the one that the manifest describes. */
export class DatasetFileError extends Error {
  override readonly name = "DatasetFileError";
}

/** Where a bundled file lies and what it must be. */
export type BundledFile = Pick<DatasetInfo, "file" | "sha256">;

/**
 * The path of a bundled set's file, for `scan` and other readers of files. The file is as it was
 * published, so its columns may have other names than in the card (there: `from`).
 *
 * @throws RangeError with the nearest names where there is no such set
 * @throws DatasetFileError where its file is missing or damaged
 *
 * @example
 * path("flights-3m").endsWith("flights-3m.parquet"); // true
 */
export function path(name: DatasetName): string {
  const card = info(name);
  const { at, remedy } = locate(card.file);
  readBytes(at, card.sha256, remedy);
  return at;
}

/** The text of a bundled file, after its checksum was compared with the card's. */
export function readDatasetFile({ file, sha256 }: BundledFile): string {
  const { at, remedy } = locate(file);
  return readVerified(at, sha256, remedy);
}

/**
 * The text of a file whose SHA-256 must be the given one.
 *
 * @throws DatasetFileError with the remedy where it is missing or damaged
 */
export function readVerified(file: string, sha256: string, remedy: string): string {
  return readBytes(file, sha256, remedy).toString("utf8");
}

function readBytes(file: string, sha256: string, remedy: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new DatasetFileError(`${file} cannot be read. ${remedy}`, { cause });
  }
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found === sha256) return bytes;
  throw new DatasetFileError(
    `${basename(file)} is damaged: its SHA-256 is ${found}, not ${sha256}. ${remedy}`,
  );
}

function locate(file: BundledFile["file"]): { at: string; remedy: string } {
  if (file.package === undefined)
    return {
      at: join(packageFolder, file.path),
      remedy: `Restore it with "git checkout -- datasets/${file.path}".`,
    };
  return {
    at: join(folderOfPackage(file.package), file.path),
    remedy: `Install the packages again with "npm run setup".`,
  };
}

function folderOfPackage(name: string): string {
  try {
    // The entry point lies in a folder of the package: its data is beside that folder.
    return join(dirname(fileURLToPath(import.meta.resolve(name))), "..");
  } catch (cause) {
    throw new DatasetFileError(
      `The npm package ${name} is missing. Install the packages with "npm run setup".`,
      { cause },
    );
  }
}
