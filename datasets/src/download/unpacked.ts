import { mkdir, rename, rm, stat } from "node:fs/promises";
import { unpackTar } from "../formats/index.ts";
import { withLock } from "./lock.ts";

/** The folder into which an archive is unpacked, once: beside it, complete or not there at all. */
export async function unpacked(archive: string, signal?: AbortSignal): Promise<string> {
  const folder = `${archive}.unpacked`;
  const exists = () => stat(folder).then(Boolean, () => false);
  if (await exists()) return folder;
  return withLock(
    `${folder}.lock`,
    async () => {
      if (await exists()) return folder;
      const unfinished = `${folder}.part`;
      await rm(unfinished, { recursive: true, force: true });
      await mkdir(unfinished);
      await unpackTar(archive, unfinished);
      await rename(unfinished, folder);
      return folder;
    },
    signal,
  );
}
