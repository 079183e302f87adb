import * as tar from "tar";

/**
 * The files in a tar or tar.gz whose path passes `wanted`, one after the other, without unpacking
 * the others to the disk.
 *
 * @throws SyntaxError where the archive is damaged or ends too early
 */
export async function readTar(
  archive: string,
  wanted: (path: string) => boolean,
  take: (path: string, bytes: Buffer) => void,
): Promise<void> {
  try {
    await tar.list({
      file: archive,
      strict: true,
      filter: (path) => wanted(path),
      onReadEntry: (entry) => {
        if (entry.type !== "File" && entry.type !== "OldFile") return entry.resume();
        const chunks: Buffer[] = [];
        entry.on("data", (chunk: Buffer) => chunks.push(chunk));
        entry.on("end", () => take(entry.path, Buffer.concat(chunks)));
      },
    });
  } catch (cause) {
    throw damaged(archive, cause);
  }
}

/**
 * Unpacks an archive into a folder. Paths that would leave it, and links, are refused.
 *
 * @throws SyntaxError where the archive is damaged or ends too early
 */
export async function unpackTar(archive: string, folder: string): Promise<void> {
  try {
    await tar.extract({
      file: archive,
      cwd: folder,
      strict: true,
      filter: (_path, entry) => !("type" in entry) || !/Link$/.test(entry.type),
    });
  } catch (cause) {
    throw damaged(archive, cause);
  }
}

function damaged(archive: string, cause: unknown): SyntaxError {
  return new SyntaxError(`${archive} cannot be unpacked: ${(cause as Error).message}`, { cause });
}
