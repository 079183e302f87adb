import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import { hashOf } from "./checksum.ts";
import { allPlacesFailed, DownloadError, megabytes, reasonOf } from "./download-error.ts";
import { withLock } from "./lock.ts";
import { ChecksumError, transfer } from "./transfer.ts";
import type { DownloadOptions, RemoteFile } from "./types.ts";

/**
 * A file's path on this computer, downloaded the first time: from the first of its places that gives
 * the right bytes. A download that was cut off goes on where it stopped.
 *
 * @param set name of the data set: a folder in the cache
 * @throws DownloadError with each place's reason and the remedy where none gave it
 * @throws the signal's reason where it was aborted
 */
export async function downloadFile(
  set: string,
  file: RemoteFile,
  options: DownloadOptions = {},
): Promise<string> {
  const target = join(options.folder ?? cacheFolder(), set, file.name);
  if (await isVerified(target, file)) return target;
  await mkdir(dirname(target), { recursive: true }).catch((cause: Error) => {
    const remedy = "Set DAYLAB_DATASETS to a folder that can be written.";
    throw new DownloadError(`${dirname(target)} cannot be made: ${cause.message}. ${remedy}`, {
      cause,
    });
  });
  const bring = async () => {
    // Another process may have brought it, or somebody may have put it there by hand.
    if (!(await isVerified(target, file)) && !(await verify(target, file)))
      await fromAnyPlace(file, target, options);
    return target;
  };
  return withLock(`${target}.lock`, bring, options.signal);
}

/** The checksum of a file is compared once, when it arrives; a note beside it says so. */
const noteOf = (target: string) => `${target}.verified`;

async function isVerified(target: string, { size }: RemoteFile): Promise<boolean> {
  const [file, note] = await Promise.all([sizeOf(target), sizeOf(noteOf(target))]);
  return file === size && note !== undefined;
}

async function verify(target: string, { size, sha256 }: RemoteFile): Promise<boolean> {
  const found = await sizeOf(target);
  if (found === undefined) return false;
  if (found !== size || (await hashOf(target)).digest("hex") !== sha256) return false;
  await writeFile(noteOf(target), `${sha256}\n`);
  return true;
}

async function fromAnyPlace(
  file: RemoteFile,
  target: string,
  options: DownloadOptions,
): Promise<void> {
  const part = `${target}.part`;
  const failures: string[] = [];
  for (const url of file.urls) {
    try {
      await transfer(file, url, part, options);
      await rename(part, target);
      await writeFile(noteOf(target), `${file.sha256}\n`);
      return;
    } catch (error) {
      options.signal?.throwIfAborted();
      if ((error as NodeJS.ErrnoException).code === "ENOSPC")
        throw new DownloadError(
          `The disk is full: ${file.name} needs ${megabytes(file.size)} in ${dirname(target)}. ` +
            "Free some space, or set DAYLAB_DATASETS to a folder on another disk.",
          { cause: error },
        );
      if (error instanceof ChecksumError) await rm(part, { force: true });
      failures.push(`${url}: ${reasonOf(error)}`);
    }
  }
  throw allPlacesFailed(file, target, failures);
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}
