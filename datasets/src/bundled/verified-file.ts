import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder, type DatasetInfo } from "./manifest.ts";

/** A bundled file is missing or is not the one that the manifest describes. */
export class DatasetFileError extends Error {
  override readonly name = "DatasetFileError";
}

/** The text of a set's file, after its checksum was compared with the manifest's. */
export function readDatasetFile({ file, sha256 }: DatasetInfo): string {
  if (file.package !== undefined)
    return readVerified(
      join(folderOfPackage(file.package), file.path),
      sha256,
      `Install the packages again with "npm run setup".`,
    );
  const remedy = `Restore it with "git checkout -- datasets/${file.path}".`;
  return readVerified(join(packageFolder, file.path), sha256, remedy);
}

/**
 * The text of a file whose SHA-256 must be the given one.
 *
 * @throws DatasetFileError with the remedy where it is missing or damaged
 */
export function readVerified(path: string, sha256: string, remedy: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new DatasetFileError(`${path} cannot be read. ${remedy}`, { cause });
  }
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found === sha256) return bytes.toString("utf8");
  throw new DatasetFileError(
    `${basename(path)} is damaged: its SHA-256 is ${found}, not ${sha256}. ${remedy}`,
  );
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
