import { readFile } from "node:fs/promises";

/** A file's name or `file:` URL, or what is in it. */
export type ImageSource = string | URL | Uint8Array | ArrayBuffer;

/** The bytes of a source, and how messages call it. */
export async function readSource(source: ImageSource): Promise<{ bytes: Buffer; name: string }> {
  if (source instanceof ArrayBuffer) return named(Buffer.from(source));
  if (source instanceof Uint8Array)
    return named(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  if (typeof source !== "string" && !(source instanceof URL)) {
    throw new TypeError(
      `An image is read from a path, a file URL or bytes (Uint8Array); got ${typeof source}.`,
    );
  }
  const name = String(source);
  if (/^https?:/u.test(name)) {
    throw new TypeError(
      `readImage opens files, not addresses: read ${name} first, readImage(await (await fetch(url)).arrayBuffer()).`,
    );
  }
  try {
    return named(await readFile(name.startsWith("file:") ? new URL(name) : source), name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT")
      throw new Error(`There is no file ${name} (looked for from ${process.cwd()}).`, {
        cause: error,
      });
    if (code === "EISDIR") throw new Error(`${name} is a folder, not an image.`, { cause: error });
    throw error;
  }
}

function named(bytes: Buffer, name = "the bytes"): { bytes: Buffer; name: string } {
  if (bytes.length === 0) throw new Error(`There is no image in ${name}: it is empty.`);
  return { bytes, name };
}
