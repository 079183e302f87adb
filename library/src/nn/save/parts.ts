import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { modelFile, type ModelFile, type Part } from "./format.ts";

const digest = (data: Uint8Array): string => createHash("sha256").update(data).digest("hex");

/**
 * Writes numbers under a name that follows from them, so that no file of a model that is there is
 * overwritten.
 */
export async function writePart(folder: string, kind: string, data: Uint8Array): Promise<Part> {
  const sha256 = digest(data);
  const file = `${kind}-${sha256.slice(0, 12)}.bin`;
  await replace(path.join(folder, file), data);
  return { file, bytes: data.length, sha256 };
}

/** @throws Error where the file is missing or not what was written */
export async function readPart(folder: string, part: Part): Promise<Uint8Array<ArrayBuffer>> {
  const file = path.join(folder, part.file);
  const data = await readFile(file).catch(() => undefined);
  if (data === undefined) throw new Error(`${file} is missing: save the model again.`);
  if (data.length !== part.bytes)
    throw new Error(`${file} has ${data.length} bytes instead of ${part.bytes}: it was cut off.`);
  if (digest(data) !== part.sha256)
    throw new Error(`${file} is damaged: its checksum is not the one that was saved.`);
  return new Uint8Array(data);
}

/** From here on the folder holds the new model; what the old one needed goes. */
export async function commit(folder: string, file: ModelFile): Promise<void> {
  await replace(path.join(folder, modelFile), JSON.stringify(file, undefined, 1));
  const { weights, compiled } = file.daylab;
  const needed = [weights.file, compiled?.state?.file];
  for (const name of await readdir(folder))
    if (/^(weights|optimizer)-[0-9a-f]{12}\.bin$/.test(name) && !needed.includes(name))
      await rm(path.join(folder, name), { force: true });
}

/** A file is there whole or not at all. */
async function replace(file: string, data: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, data, { flush: true });
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}
